package org.btdetect.collect;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.btdetect.collect.format.LogFormat;
import org.btdetect.event.Source;

/**
 * A log that is ready to be read.
 *
 * @param name the log's name
 * @param files its files, the oldest first
 * @param format its format
 * @param source who wrote it
 * @param domain the domain that the whole log is about, empty if none
 * @param zone the time zone of stamps that name none
 * @param until when it was written last, in microseconds since 1970
 */
record Log(String name, List<Path> files, LogFormat format, Source source, String domain, ZoneId zone, long until) {
    Log {
        files = List.copyOf(files);
    }

    Log withHost(String host) {
        return new Log(name, files, format, new Source(host, source.service(), source.layer()), domain, zone, until);
    }

    Log withZone(ZoneId known) {
        return new Log(name, files, format, source, domain, known, until);
    }
}
