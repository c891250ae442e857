package org.btdetect.collect.format;

import java.util.Locale;
import java.util.Map;
import org.btdetect.tree.Layer;

/** Names of services and the layers whose logs they write. */
public final class Services {
    /** What the services are called where they run in a developer's terminal windows. */
    private static final Map<String, String> SHORT = Map.of(
            "n-api", "nova-api",
            "n-cpu", "nova-compute",
            "n-cond", "nova-conductor",
            "n-super-cond", "nova-conductor",
            "n-cond-cell1", "nova-conductor",
            "n-sch", "nova-scheduler",
            "g-api", "glance-api");

    private Services() {}

    /** Returns the service that a log's name tells: what stands before the first point. */
    public static String ofLog(String fileName) {
        String name = fileName.substring(fileName.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int point = name.indexOf('.');
        String stem = point < 0 ? name : name.substring(0, point);
        return SHORT.getOrDefault(stem, stem.startsWith("screen-") ? ofLog(stem.substring("screen-".length())) : stem);
    }

    /** Returns the layer of a service. */
    public static Layer layer(String service) {
        if (service.contains("conductor")) {
            return Layer.CONDUCTOR;
        }
        if (service.contains("scheduler")) {
            return Layer.SCHEDULER;
        }
        if (service.contains("compute") && !service.contains("api")) {
            return Layer.COMPUTE;
        }
        return Layer.API;
    }
}
