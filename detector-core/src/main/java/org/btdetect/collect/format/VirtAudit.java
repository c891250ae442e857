package org.btdetect.collect.format;

import java.util.Map;
import org.btdetect.collect.format.LogContext.Named;
import org.btdetect.event.Event.Outcome;
import org.btdetect.event.Event.Phase;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.Target;
import org.btdetect.tree.Layer;

/**
 * What the virtualization daemon tells the kernel's audit, and its own log, of a domain: that it began or ended ({@code op=}),
 * that it was given a resource ({@code resrc=}), or its label.
 */
final class VirtAudit {
    private VirtAudit() {}

    static Named named(Map<String, String> values) {
        String operation = values.getOrDefault("op", "");
        if (!operation.isEmpty()) {
            return new Named(EventKind.PROCESS, operation);
        }
        return new Named(EventKind.RESOURCE, values.getOrDefault("resrc", "label"));
    }

    static EventBuilder fill(EventBuilder event, Map<String, String> values) {
        String success = values.getOrDefault("res", values.getOrDefault("success", ""));
        long process = number(values.getOrDefault("vm-pid", ""));
        String instance = values.getOrDefault("uuid", "");
        event.layer(Layer.QEMU)
                .phase(phase(values.getOrDefault("op", "")))
                .outcome(
                        success.isEmpty()
                                ? Outcome.UNTOLD
                                : LogContext.outcome(success.equals("success") || success.equals("yes")))
                .target(new Target(
                        Uuids.isUuid(instance) ? instance : "", values.getOrDefault("vm", ""), process, "", ""));
        values.forEach((key, value) -> {
            if (!key.equals("uuid") && !key.equals("vm") && !value.equals("?")) {
                event.field(key, value);
            }
        });
        return event;
    }

    private static Phase phase(String operation) {
        return switch (operation) {
            case "start" -> Phase.BEGIN;
            case "stop" -> Phase.END;
            default -> Phase.POINT;
        };
    }

    static long number(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException none) {
            return 0; // untold
        }
    }
}
