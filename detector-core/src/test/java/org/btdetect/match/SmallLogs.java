package org.btdetect.match;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.event.Actor;
import org.btdetect.event.Event;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Link;
import org.btdetect.event.Origin;
import org.btdetect.event.Source;
import org.btdetect.event.Target;
import org.btdetect.tree.Layer;
import org.btdetect.verdict.Verdict;

/** Writes events of a made-up deployment, times in milliseconds. */
final class SmallLogs {
    static final String VM = "11111111-2222-3333-4444-555555555555";
    static final String OTHER = "99999999-2222-3333-4444-555555555555";
    static final String SERVICE = "0x1#0";

    private static final Source API = new Source("controller", "nova-api", Layer.API);
    private static final Source COMPUTE = new Source("node", "nova-compute", Layer.COMPUTE);
    private static final Source DAEMON = new Source("node", "libvirtd", Layer.LIBVIRT);
    private static final Source AUDIT = new Source("node", "audit", Layer.IMAGE);

    private final List<Event> events = new ArrayList<>();
    private long line;

    /** All logs are read from the beginning, and the service's connection is in use. */
    static SmallLogs begun() {
        SmallLogs logs = new SmallLogs();
        logs.add(logs.event(0, API, EventKind.LOG, "start"));
        logs.add(logs.event(0, COMPUTE, EventKind.LOG, "start").link(new Link("", "", "", "", "700", "")));
        for (int i = 0; i < 20; i++) {
            logs.call(i, SERVICE, "virConnectGetHostname", "");
        }
        return logs;
    }

    SmallLogs request(long at, String id, String action, String instance) {
        return add(event(at, API, EventKind.ACTION, action)
                .instance(instance)
                .link(new Link(id, "", "", "", "", ""))
                .actor(Actor.user("alice", "a")));
    }

    SmallLogs refused(long at, String id) {
        return add(event(at, API, EventKind.REQUEST, "POST /servers/{id}/action")
                .outcome(Event.Outcome.FAILED)
                .link(new Link(id, "", "", "", "", "")));
    }

    SmallLogs work(long at, String id, String tracePoint, String instance) {
        return add(event(at, COMPUTE, EventKind.LOG, tracePoint)
                .tracePoint(tracePoint)
                .instance(instance)
                .link(new Link(id, "", "", "", "700", ""))
                .actor(id.startsWith("own") ? Actor.NONE : Actor.user("alice", "a")));
    }

    SmallLogs call(long at, String client, String function, String instance) {
        return add(event(at, DAEMON, EventKind.API_CALL, function)
                .phase(Event.Phase.BEGIN)
                .target(new Target(instance, "", 0, "", ""))
                .link(new Link("", "", client, "1/1/" + at, "t" + client, "")));
    }

    SmallLogs access(long at, long process, long parent, String program, String instance) {
        return add(event(at, AUDIT, EventKind.FILE, "openat")
                .target(new Target(instance, "", 0, "/instances/" + instance + "/disk", "1/2"))
                .actor(new Actor("", "", "", process, parent, 0, Actor.UNTOLD, program, "/usr/bin/" + program)));
    }

    /** A user's stop from the request to the daemon. */
    SmallLogs stop(long at, String id, String instance) {
        return request(at, id, "stop", instance)
                .work(at + 100, id, SmallLibrary.STOPPING, instance)
                .call(at + 200, SERVICE, "virDomainShutdown", instance)
                .call(at + 1500, SERVICE, "virDomainDestroy", instance);
    }

    private EventBuilder event(long at, Source source, EventKind kind, String operation) {
        return new EventBuilder(
                EventTime.at(at * 1000, 1000), source, new Origin(source.service(), ++line, 1), kind, operation);
    }

    private SmallLogs add(EventBuilder event) {
        events.add(event.build());
        return this;
    }

    List<Event> events() {
        return events;
    }

    static List<Verdict> judge(List<Event> events) {
        return judge(events, MatchOptions.DEFAULT);
    }

    static List<Verdict> judge(List<Event> events, MatchOptions options) {
        List<Verdict> verdicts = new ArrayList<>();
        MatchEngine engine = new MatchEngine(SmallLibrary.catalogue(), options, verdicts::add);
        events.forEach(engine::accept);
        engine.finish();
        return verdicts;
    }
}
