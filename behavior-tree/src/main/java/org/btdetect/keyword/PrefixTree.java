package org.btdetect.keyword;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trace points by the literal that their messages begin with, character by character. */
final class PrefixTree {
    private final Map<Character, PrefixTree> next = new HashMap<>();
    private final Map<Template, Entry> entries = new HashMap<>();

    /** Trace points with one template; what orders templates is kept, since it is asked for with every message. */
    private record Entry(Template template, long order, TemplateMatcher matcher, List<TracePoint> points) {
        private static final int FEW = (1 << 20) - 1;

        /** In the order of {@link Template#MOST_SPECIFIC_FIRST}. */
        private static final Comparator<Entry> MOST_SPECIFIC_FIRST =
                Comparator.comparingLong(Entry::order).thenComparing(Entry::template, Template.MOST_SPECIFIC_FIRST);

        static Entry of(Template template) {
            long order = (long) (FEW - bounded(template.literalLength())) << 40
                    | (long) (FEW - bounded(template.typedFields())) << 20
                    | bounded(template.pieces().size());
            return new Entry(template, order, new TemplateMatcher(template), new ArrayList<>());
        }

        private static int bounded(int count) {
            return Math.min(FEW, count);
        }

        Optional<Recognition> recognise(String message) {
            return matcher.match(message).map(fields -> new Recognition(template, points, fields));
        }
    }

    void add(TracePoint point) {
        PrefixTree at = this;
        String prefix = point.template().prefix();
        for (int i = 0; i < prefix.length(); i++) {
            at = at.next.computeIfAbsent(prefix.charAt(i), c -> new PrefixTree());
        }
        at.entries.computeIfAbsent(point.template(), Entry::of).points().add(point);
    }

    Optional<Recognition> recognise(String message) {
        for (Entry entry : found(message)) {
            Optional<Recognition> recognition = entry.recognise(message);
            if (recognition.isPresent()) {
                return recognition;
            }
        }
        return Optional.empty();
    }

    List<Recognition> candidates(String message) {
        return found(message).stream()
                .flatMap(entry -> entry.recognise(message).stream())
                .toList();
    }

    private List<Entry> found(String message) {
        List<Entry> found = new ArrayList<>(entries.values());
        PrefixTree at = this;
        for (int i = 0; i < message.length(); i++) {
            PrefixTree child = at.next.get(message.charAt(i));
            if (child == null) {
                break;
            }
            at = child;
            if (!at.entries.isEmpty()) {
                found.addAll(at.entries.values());
            }
        }
        if (found.size() > 1) {
            found.sort(Entry.MOST_SPECIFIC_FIRST);
        }
        return found;
    }
}
