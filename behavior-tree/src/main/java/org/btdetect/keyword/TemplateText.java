package org.btdetect.keyword;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Templates as text, both ways. */
final class TemplateText {
    private TemplateText() {}

    static String write(List<Piece> pieces) {
        return pieces.stream().map(TemplateText::write).collect(Collectors.joining());
    }

    private static String write(Piece piece) {
        if (piece instanceof Piece.Literal literal) {
            return literal.text().replace("{", "{{").replace("}", "}}");
        }
        Piece.Field field = (Piece.Field) piece;
        return field.kind() == FieldKind.TEXT
                ? "{" + field.name() + "}"
                : "{" + field.name() + ":" + field.kind().id() + "}";
    }

    static Optional<Template> parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if (c != '{' && c != '}' || doubled) {
                literal.append(c);
                at += c == '{' || c == '}' ? 2 : 1;
                continue;
            }
            int end = text.indexOf('}', at);
            Optional<Piece.Field> field = c == '{' && end > 0 ? field(text.substring(at + 1, end)) : Optional.empty();
            if (field.isEmpty()) {
                return Optional.empty();
            }
            flush(literal, pieces);
            pieces.add(field.get());
            at = end + 1;
        }
        flush(literal, pieces);
        return Optional.of(new Template(pieces));
    }

    private static void flush(StringBuilder literal, List<Piece> pieces) {
        if (literal.length() > 0) {
            pieces.add(new Piece.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static Optional<Piece.Field> field(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String kind = colon < 0 ? FieldKind.TEXT.id() : text.substring(colon + 1);
        try {
            return Stream.of(FieldKind.values())
                    .filter(known -> known.id().equals(kind))
                    .map(known -> new Piece.Field(name, known))
                    .findFirst();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
