package org.btdetect.collect;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.collect.format.LogContext;
import org.btdetect.collect.format.Vocabulary;
import org.btdetect.collect.record.Texts;
import org.btdetect.collect.time.HostClocks;
import org.btdetect.collect.time.LogClock;
import org.btdetect.collect.time.ZoneEstimate;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;

/**
 * A first look at the begin of all logs: which hosts wrote them, which time zone their stamps are in, how far the hosts'
 * clocks are apart, and which names mean the same.
 */
final class Survey {
    private static final long MOST_BYTES = 1L << 25;
    private static final int MOST_REQUESTS = 1 << 16;
    private static final int MOST_TIMES = 1 << 14;
    private static final long STEP = 900_000_000L;
    private static final Pattern EPOCH = Pattern.compile("\\b([12][0-9]{9})\\.([0-9]{1,6})\\b");

    private final List<Log> logs;
    private final Vocabulary vocabulary;
    private final boolean hasZones;
    private final Identities identities = new Identities();
    private final List<Sight> sights = new ArrayList<>();
    private final Map<String, List<Long>> universal = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    /** What is seen of one log, in its own times. */
    private static final class Sight {
        private final ZoneEstimate zone = new ZoneEstimate();
        private final Map<String, Long> requests = new HashMap<>();
        private String host = "";
        private long offset;
        private boolean isSettled;
    }

    private Survey(List<Log> logs, CollectOptions options) {
        this.logs = logs;
        this.vocabulary = options.vocabulary();
        this.hasZones = options.zone().isPresent();
    }

    /**
     * What a survey found.
     *
     * @param logs the logs with their hosts and zones
     * @param clocks the clocks of hosts
     * @param identities what names mean the same
     * @param findings what a user should know of it
     */
    record Result(List<Log> logs, Map<String, HostClocks.Clock> clocks, Identities identities, List<String> findings) {
        /** Returns the same with what else a user should know in front. */
        Result with(List<String> further) {
            List<String> all = new ArrayList<>(further);
            all.addAll(findings);
            return new Result(logs, clocks, identities, List.copyOf(all));
        }
    }

    static Result of(List<Log> logs, CollectOptions options) {
        Survey survey = new Survey(logs, options);
        logs.forEach(survey::look);
        List<Log> hosted = survey.hosts();
        List<Log> zoned = survey.zones(hosted, options);
        Map<String, HostClocks.Clock> clocks = survey.clocks(zoned);
        return new Result(zoned, clocks, survey.identities, List.copyOf(survey.findings));
    }

    private void look(Log log) {
        Sight sight = new Sight();
        sights.add(sight);
        LogContext context = new LogContext(
                log.source(), log.domain(), LogClock.universal().writtenUntil(log.until()), vocabulary, new Texts());
        try (OpenLog open = new OpenLog(log, context, MOST_BYTES)) {
            while (open.peek().isPresent()) {
                look(log, sight, identities.complete(open.take()));
            }
        }
    }

    private void look(Log log, Sight sight, Event event) {
        long time = event.time().micros();
        if (!event.field("hostname").isEmpty()) {
            sight.host = event.field("hostname");
        }
        String request = event.link().request();
        if (!request.isEmpty() && sight.requests.size() < MOST_REQUESTS) {
            sight.requests.merge(request, event.time().began(), Math::min);
        }
        if (log.format().isUniversal()) {
            boolean isTelling = event.kind() == EventKind.PROCESS || event.kind() == EventKind.API_CALL;
            List<Long> times = isTelling
                    ? universal.computeIfAbsent(event.target().instance(), key -> new ArrayList<>())
                    : List.of();
            if (isTelling && times.size() < MOST_TIMES) {
                times.add(time);
            }
        } else if (event.kind() == EventKind.LOG) {
            sight.zone.add(event.target().instance(), time);
            event.fields().values().forEach(value -> anchor(sight, value, time));
        }
    }

    /** Some messages hold the universal time of what they report, in seconds since 1970. */
    private static void anchor(Sight sight, String value, long time) {
        if (value.indexOf('.') < 0) {
            return;
        }
        Matcher matcher = EPOCH.matcher(value);
        if (matcher.find()) {
            sight.zone.add(time, Long.parseLong(matcher.group(1)) * 1_000_000L);
        }
    }

    /** The host that a log names itself; else the one that all logs of its folder, or all logs that name any, agree on. */
    private List<Log> hosts() {
        TreeSet<String> all = new TreeSet<>();
        Map<String, TreeSet<String>> byFolder = new TreeMap<>();
        for (int i = 0; i < logs.size(); i++) {
            if (!sights.get(i).host.isEmpty()) {
                all.add(sights.get(i).host);
                byFolder.computeIfAbsent(folder(logs.get(i)), key -> new TreeSet<>())
                        .add(sights.get(i).host);
            }
        }
        List<Log> hosted = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            Log log = logs.get(i);
            TreeSet<String> near = byFolder.getOrDefault(folder(log), all);
            String host = sights.get(i).host;
            String known =
                    !host.isEmpty() ? host : near.size() == 1 ? near.first() : all.size() == 1 ? all.first() : "";
            boolean isGiven = !log.source().host().equals(LogFinder.UNKNOWN_HOST);
            hosted.add(isGiven || known.isEmpty() ? log : log.withHost(known));
        }
        return hosted;
    }

    private static String folder(Log log) {
        int slash = log.name().lastIndexOf('/');
        return slash < 0 ? "" : log.name().substring(0, slash);
    }

    private List<Log> zones(List<Log> hosted, CollectOptions options) {
        for (int i = 0; i < hosted.size(); i++) {
            Sight sight = sights.get(i);
            if (isGiven(hosted.get(i), options)) {
                sight.isSettled = true;
                sight.offset = offset(hosted.get(i), sight);
            } else if (hosted.get(i).format().isUniversal()) {
                sight.isSettled = true;
            } else {
                Log log = hosted.get(i);
                sight.zone.offset(universal).ifPresent(found -> {
                    settle(sight, found.micros());
                    tell(log, found.micros(), found.votes() + " of its records agree with other logs");
                });
            }
        }
        byRequests(hosted);
        byHost(hosted);
        List<Log> zoned = new ArrayList<>();
        for (int i = 0; i < hosted.size(); i++) {
            Log log = hosted.get(i);
            boolean isKept = log.format().isUniversal() || isGiven(log, options);
            zoned.add(isKept ? log : log.withZone(zone(sights.get(i).offset)));
        }
        return zoned;
    }

    private boolean isGiven(Log log, CollectOptions options) {
        return hasZones
                || !log.zone().equals(ZoneOffset.UTC)
                || options.zones().containsKey(log.source().service());
    }

    private static long offset(Log log, Sight sight) {
        long first = sight.requests.values().stream().min(Long::compare).orElse(0L);
        return log.zone()
                        .getRules()
                        .getOffset(java.time.Instant.ofEpochSecond(first / 1_000_000))
                        .getTotalSeconds()
                * 1_000_000L;
    }

    /** A log that shares requests with one whose zone is known has the zone that puts these together. */
    private void byRequests(List<Log> hosted) {
        for (boolean isChanged = true; isChanged; ) {
            isChanged = false;
            for (int i = 0; i < sights.size(); i++) {
                Optional<Long> found = sights.get(i).isSettled ? Optional.empty() : byRequests(sights.get(i));
                if (found.isPresent()) {
                    settle(sights.get(i), found.get());
                    tell(hosted.get(i), found.get(), "it shares requests with a log whose zone is known");
                    isChanged = true;
                }
            }
        }
    }

    private Optional<Long> byRequests(Sight sight) {
        Map<Long, Integer> votes = new TreeMap<>();
        for (Sight other : sights) {
            if (!other.isSettled || other == sight) {
                continue;
            }
            sight.requests.forEach((request, time) -> {
                Long theirs = other.requests.get(request);
                if (theirs != null) {
                    long steps = Math.round((double) (time - theirs + other.offset) / STEP);
                    votes.merge(steps * STEP, 1, Integer::sum);
                }
            });
        }
        return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** What nothing else tells, the other logs of the host do. */
    private void byHost(List<Log> hosted) {
        for (int i = 0; i < sights.size(); i++) {
            String host = hosted.get(i).source().host();
            for (int j = 0; j < sights.size() && !sights.get(i).isSettled; j++) {
                boolean isLocal = !hosted.get(j).format().isUniversal();
                if (j != i
                        && isLocal
                        && sights.get(j).isSettled
                        && hosted.get(j).source().host().equals(host)) {
                    settle(sights.get(i), sights.get(j).offset);
                    tell(
                            hosted.get(i),
                            sights.get(j).offset,
                            "as " + hosted.get(j).name());
                }
            }
            if (!sights.get(i).isSettled && !logs.get(i).format().isUniversal()) {
                findings.add(hosted.get(i).name()
                        + ": no other log tells the time zone of its stamps, universal time is assumed (--timezone)");
            }
        }
    }

    private static void settle(Sight sight, long offset) {
        sight.offset = offset;
        sight.isSettled = true;
    }

    private void tell(Log log, long offset, String why) {
        if (offset != 0) {
            findings.add(log.name() + ": its stamps are in the time zone " + zone(offset) + ": " + why);
        }
    }

    private static ZoneOffset zone(long offset) {
        return ZoneOffset.ofTotalSeconds((int) (offset / 1_000_000));
    }

    /** A request comes in at the API before any other service sees it. */
    private Map<String, HostClocks.Clock> clocks(List<Log> zoned) {
        HostClocks clocks = new HostClocks();
        String reference = "";
        for (int i = 0; i < zoned.size(); i++) {
            for (int j = 0; j < zoned.size(); j++) {
                if (zoned.get(i)
                                .source()
                                .layer()
                                .compareTo(zoned.get(j).source().layer())
                        < 0) {
                    handedOver(zoned, i, j, clocks);
                    boolean isShared = !sights.get(i).requests.isEmpty() && reference.isEmpty();
                    reference = isShared ? zoned.get(i).source().host() : reference;
                }
            }
        }
        List<String> contradiction = clocks.contradiction();
        if (!contradiction.isEmpty()) {
            findings.add("the clocks of " + String.join(" and ", contradiction)
                    + " contradict each other: one was set meanwhile, or records are forged");
            return Map.of();
        }
        Map<String, HostClocks.Clock> found = reference.isEmpty() ? Map.of() : clocks.against(reference);
        found.forEach((host, clock) -> {
            if (clock.ahead() != 0) {
                findings.add("the clock of " + host + " is " + clock.ahead() / 1_000_000.0 + " s ahead, give or take "
                        + clock.unsure() / 1_000_000.0 + " s");
            }
        });
        return found;
    }

    private void handedOver(List<Log> zoned, int cause, int effect, HostClocks clocks) {
        Sight from = sights.get(cause);
        Sight to = sights.get(effect);
        String causeHost = zoned.get(cause).source().host();
        String effectHost = zoned.get(effect).source().host();
        from.requests.forEach((request, time) -> {
            Long theirs = to.requests.get(request);
            if (theirs != null) {
                clocks.precedes(causeHost, time - from.offset, effectHost, theirs - to.offset);
            }
        });
    }
}
