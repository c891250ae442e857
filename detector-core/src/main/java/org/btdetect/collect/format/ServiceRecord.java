package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.event.EventTime;
import org.btdetect.event.Source;

/**
 * A service's log record without its message.
 *
 * @param raw where it stands
 * @param source the service
 * @param time when it was written
 * @param process the writing process
 * @param logger the logger that wrote it
 * @param context the request that it belongs to
 * @param instance the instance that it is about, empty if it names none
 */
record ServiceRecord(
        RawRecord raw,
        Source source,
        EventTime time,
        long process,
        String logger,
        RequestContext context,
        String instance) {}
