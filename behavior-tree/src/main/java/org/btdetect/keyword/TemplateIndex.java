package org.btdetect.keyword;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All templates of a library, ready to recognise records: one walk along a message finds the templates that it may fit, and
 * the first of them that fits, from the most specific on, is the answer.
 *
 * <p>A record is looked for among the templates of its speaker. A speaker that no trace point has is not believed (a line
 * may be written by another function than the one that holds the statement): then all templates of the log are candidates.
 */
public final class TemplateIndex {
    private record Speaker(LogSource source, String name) {}

    private final Map<Speaker, PrefixTree> bySpeaker = new HashMap<>();
    private final Map<LogSource, PrefixTree> bySource = new HashMap<>();

    /** Indexes trace points. */
    public TemplateIndex(Collection<TracePoint> points) {
        points.stream().sorted().forEach(point -> {
            bySource.computeIfAbsent(point.source(), source -> new PrefixTree()).add(point);
            if (!point.speaker().isEmpty()) {
                bySpeaker
                        .computeIfAbsent(new Speaker(point.source(), point.speaker()), speaker -> new PrefixTree())
                        .add(point);
            }
        });
    }

    /** Returns what a record is, or nothing if no template fits. */
    public Optional<Recognition> recognise(LogLine line) {
        PrefixTree own = bySpeaker.get(new Speaker(line.source(), line.speaker()));
        Optional<Recognition> found = own == null ? Optional.empty() : own.recognise(line.message());
        if (found.isPresent()) {
            return found;
        }
        PrefixTree all = bySource.get(line.source());
        return all == null || own != null && line.source() != LogSource.LIBVIRT_LOG
                ? Optional.empty()
                : all.recognise(line.message());
    }

    /** Returns everything that a record may be, the most specific first, speakers aside. */
    public List<Recognition> candidates(LogSource source, String message) {
        PrefixTree all = bySource.get(source);
        return all == null ? List.of() : all.candidates(message);
    }
}
