package org.btdetect.paper;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.btdetect.event.Origin;
import org.btdetect.tree.Layer;

/**
 * A line, or group of lines, of one of the paper's logs.
 *
 * @param time the time as it is written
 * @param universal whether that time is universal time; else it is the deployment's local time
 * @param layer the layer whose log it stands in
 * @param request the request's identifier, empty where there is none
 * @param text the message
 * @param origin where it stands
 */
record PaperRecord(LocalDateTime time, boolean universal, Layer layer, String request, String text, Origin origin) {
    /** Returns this record with its time in the deployment's local time, which is ahead of universal time by the offset. */
    PaperRecord local(ZoneOffset offset) {
        return universal
                ? new PaperRecord(time.plusSeconds(offset.getTotalSeconds()), false, layer, request, text, origin)
                : this;
    }
}
