package org.btdetect.keyword;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Trace points by the literal that their messages begin with, character by character. */
final class PrefixTree {
    private final Map<Character, PrefixTree> next = new HashMap<>();
    private final Map<Template, Entry> entries = new HashMap<>();

    /** Trace points with one template. */
    private record Entry(Template template, int fixed, TemplateMatcher matcher, List<TracePoint> points) {
        private static final Comparator<Entry> MOST_SPECIFIC_FIRST = Comparator.comparingInt(Entry::fixed)
                .reversed()
                .thenComparing(Entry::template, Template.MOST_SPECIFIC_FIRST);

        static Entry of(Template template) {
            return new Entry(template, template.literalLength(), new TemplateMatcher(template), new ArrayList<>());
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
        return found(message)
                .flatMap(entry -> entry.recognise(message).stream())
                .findFirst();
    }

    List<Recognition> candidates(String message) {
        return found(message)
                .flatMap(entry -> entry.recognise(message).stream())
                .toList();
    }

    private Stream<Entry> found(String message) {
        List<Entry> found = new ArrayList<>(entries.values());
        PrefixTree at = this;
        for (int i = 0; i < message.length(); i++) {
            PrefixTree child = at.next.get(message.charAt(i));
            if (child == null) {
                break;
            }
            at = child;
            found.addAll(at.entries.values());
        }
        return found.stream().sorted(Entry.MOST_SPECIFIC_FIRST);
    }
}
