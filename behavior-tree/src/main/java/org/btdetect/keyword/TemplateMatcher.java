package org.btdetect.keyword;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template made ready for matching, without backtracking: between two texts of any length, taking what comes next at its
 * first place is always right, since the later text takes up whatever is left; only what stands at the end has to be tried
 * at each place. At most the message's length times the number of pieces, whatever the message.
 */
final class TemplateMatcher {
    /** What stands between texts of any length: literals and fields that end where their characters end. */
    private record Segment(List<Piece> pieces) {
        /** Returns where the segment ends if it begins at {@code start}, or -1. */
        int end(String message, int start) {
            int at = start;
            for (Piece piece : pieces) {
                if (piece instanceof Piece.Literal literal) {
                    at = message.startsWith(literal.text(), at)
                            ? at + literal.text().length()
                            : -1;
                } else {
                    at = ((Piece.Field) piece).kind().end(message, at);
                }
                if (at < 0) {
                    return -1;
                }
            }
            return at;
        }

        /** Returns the next place from {@code start} where the segment may begin, or -1. */
        int candidate(String message, int start) {
            if (!pieces.isEmpty() && pieces.get(0) instanceof Piece.Literal literal) {
                return message.indexOf(literal.text(), start);
            }
            return start <= message.length() ? start : -1;
        }

        void capture(String message, int start, Map<String, String> fields) {
            int at = start;
            for (Piece piece : pieces) {
                if (piece instanceof Piece.Literal literal) {
                    at += literal.text().length();
                } else {
                    Piece.Field field = (Piece.Field) piece;
                    int end = field.kind().end(message, at);
                    fields.put(field.name(), message.substring(at, end).strip());
                    at = end;
                }
            }
        }
    }

    private final List<Segment> segments = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    TemplateMatcher(Template template) {
        List<Piece> open = new ArrayList<>();
        for (Piece piece : template.pieces()) {
            if (piece instanceof Piece.Field field && field.kind() == FieldKind.TEXT) {
                segments.add(new Segment(List.copyOf(open)));
                texts.add(field.name());
                open.clear();
            } else {
                open.add(piece);
            }
        }
        segments.add(new Segment(List.copyOf(open)));
    }

    Optional<Map<String, String>> match(String message) {
        int[] starts = new int[segments.size()];
        int at = segments.get(0).end(message, 0);
        int last = segments.size() - 1;
        for (int i = 1; i <= last && at >= 0; i++) {
            Segment segment = segments.get(i);
            int start = i == last ? startAtEnd(segment, message, at) : firstStart(segment, message, at);
            starts[i] = start;
            at = start < 0 ? -1 : segment.end(message, start);
        }
        return at == message.length() ? Optional.of(fields(message, starts)) : Optional.empty();
    }

    private static int firstStart(Segment segment, String message, int from) {
        int start = segment.candidate(message, from);
        while (start >= 0 && segment.end(message, start) < 0) {
            start = segment.candidate(message, start + 1);
        }
        return start;
    }

    private static int startAtEnd(Segment segment, String message, int from) {
        if (segment.pieces().isEmpty()) {
            return message.length();
        }
        if (segment.pieces().size() == 1 && segment.pieces().get(0) instanceof Piece.Literal literal) {
            int start = message.length() - literal.text().length();
            return start >= from && message.endsWith(literal.text()) ? start : -1;
        }
        int start = segment.candidate(message, from);
        while (start >= 0 && segment.end(message, start) != message.length()) {
            start = segment.candidate(message, start + 1);
        }
        return start;
    }

    private Map<String, String> fields(String message, int[] starts) {
        Map<String, String> fields = new LinkedHashMap<>();
        segments.get(0).capture(message, 0, fields);
        int end = segments.get(0).end(message, 0);
        for (int i = 1; i < segments.size(); i++) {
            fields.put(texts.get(i - 1), message.substring(end, starts[i]));
            segments.get(i).capture(message, starts[i], fields);
            end = segments.get(i).end(message, starts[i]);
        }
        return fields;
    }
}
