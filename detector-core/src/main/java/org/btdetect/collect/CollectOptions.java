package org.btdetect.collect;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.btdetect.collect.format.OsloFormat;
import org.btdetect.collect.format.Vocabulary;

/**
 * What a user says of logs.
 *
 * @param vocabulary recognises messages
 * @param zone the time zone of stamps that name none; empty to have it estimated
 * @param zones the time zones of single logs by what their names end with, or by their services
 * @param hosts the hosts of logs by what their paths begin with
 * @param oslo the format of the services' text logs
 */
public record CollectOptions(
        Vocabulary vocabulary,
        Optional<ZoneId> zone,
        Map<String, ZoneId> zones,
        Map<String, String> hosts,
        OsloFormat oslo) {
    public CollectOptions {
        zones = Map.copyOf(zones);
        hosts = Map.copyOf(hosts);
    }

    /** Nothing is said but what messages mean. */
    public static CollectOptions of(Vocabulary vocabulary) {
        return new CollectOptions(vocabulary, Optional.empty(), Map.of(), Map.of(), new OsloFormat());
    }
}
