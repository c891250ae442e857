package org.btdetect.collect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;
import org.btdetect.event.Target;

/**
 * Completes what events tell of their targets by what other events told: a domain's instance, an inode's instance and path,
 * a process's domain. What is contradicted is told of neither.
 */
final class Identities {
    private static final int MOST = 1 << 18;
    private static final int UUID_LENGTH = 36;
    private static final String SEVERAL = "*";

    private final Map<String, String> instances = table();
    private final Map<String, String> instanceOfDomain = table();
    private final Map<String, String> domainOfInstance = table();
    private final Map<String, String> instanceOfRequest = table();
    private final Map<String, String> instanceOfInode = table();
    private final Map<String, String> instanceOfProcess = table();

    private static Map<String, String> table() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Learns from an event, and returns it with what is known of its target. */
    Event complete(Event event) {
        Target told = event.target();
        String request = event.link().request();
        boolean isMessage = event.kind() == EventKind.LOG;
        if (told == Target.NONE && request.isEmpty() && !isMessage) {
            return event;
        }
        if (isMessage && told == Target.NONE) {
            told = named(event);
        }
        String host = event.source().host();
        Target known = completed(told, request, host);
        learn(known, event, host);
        return known.equals(event.target()) ? event : event.withTarget(known);
    }

    /** Returns the instance that a field of a message names, among other things that have UUIDs. */
    private Target named(Event event) {
        for (String value : event.fields().values()) {
            if (value.length() == UUID_LENGTH && instances.containsKey(value)) {
                return new Target(value, "", 0, "", "");
            }
        }
        return Target.NONE;
    }

    private Target completed(Target told, String request, String host) {
        String instance = told.instance();
        if (instance.isEmpty() && !told.domain().isEmpty()) {
            instance = known(instanceOfDomain, told.domain());
        }
        if (instance.isEmpty() && !told.inode().isEmpty()) {
            instance = known(instanceOfInode, host + "/" + told.inode());
        }
        if (instance.isEmpty() && told.process() > 0) {
            instance = known(instanceOfProcess, host + "/" + told.process());
        }
        if (instance.isEmpty() && !request.isEmpty() && told.path().isEmpty()) {
            instance = known(instanceOfRequest, request);
        }
        String domain =
                told.domain().isEmpty() && !instance.isEmpty() ? known(domainOfInstance, instance) : told.domain();
        return instance.equals(told.instance()) && domain.equals(told.domain())
                ? told
                : new Target(instance, domain, told.process(), told.path(), told.inode());
    }

    private void learn(Target target, Event event, String host) {
        String instance = target.instance();
        if (instance.isEmpty()) {
            return;
        }
        instances.put(instance, instance);
        if (!target.domain().isEmpty()) {
            learn(instanceOfDomain, target.domain(), instance);
            learn(domainOfInstance, instance, target.domain());
        }
        String request = event.link().request();
        boolean isUsers = !event.actor().user().isEmpty();
        if (!request.isEmpty() && isUsers) {
            learn(instanceOfRequest, request, instance);
        }
        if (!target.inode().isEmpty()) {
            instanceOfInode.put(host + "/" + target.inode(), instance);
        }
        if (event.kind() == EventKind.PROCESS && target.process() > 0) {
            instanceOfProcess.put(host + "/" + target.process(), instance);
        }
        String process = event.field("pid");
        if (!process.isEmpty()
                && event.kind() == EventKind.LOG
                && !target.domain().isEmpty()) {
            instanceOfProcess.put(host + "/" + process, instance);
        }
    }

    private static void learn(Map<String, String> table, String key, String value) {
        String before = table.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            table.put(key, SEVERAL);
        }
    }

    private static String known(Map<String, String> table, String key) {
        String value = table.getOrDefault(key, "");
        return value.equals(SEVERAL) ? "" : value;
    }
}
