package org.btdetect.keyword;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a trace point writes: literal text and named fields.
 *
 * <p>A template has a text: fields stand as <code>{name}</code> or, if they are not of kind text, as
 * <code>{name:kind}</code>; a brace that is meant literally is doubled.
 *
 * @param pieces the parts in order, no two literals beside each other, no two fields of one name
 */
public record Template(List<Piece> pieces) {
    /** The more of a message a template fixes, the earlier; equal only for templates of the same text. */
    public static final Comparator<Template> MOST_SPECIFIC_FIRST = Comparator.comparingInt(Template::literalLength)
            .reversed()
            .thenComparing(Comparator.comparingInt(Template::typedFields).reversed())
            .thenComparingInt(template -> template.pieces().size())
            .thenComparing(Template::text);

    /** Joins neighbouring literals and makes the names of fields unique. */
    public Template {
        pieces = List.copyOf(unique(joined(pieces)));
    }

    /** Returns a template without fields. */
    public static Template literal(String text) {
        return new Template(text.isEmpty() ? List.of() : List.of(new Piece.Literal(text)));
    }

    /** Returns the template that {@link #text()} wrote, or nothing if the text is none. */
    public static Optional<Template> parse(String text) {
        return TemplateText.parse(text);
    }

    /** Returns the text that stands for this template in files. */
    public String text() {
        return TemplateText.write(pieces);
    }

    /** Returns the values of the fields, in order, if the whole message fits. Linear in the message for each piece. */
    public Optional<Map<String, String>> match(String message) {
        return new TemplateMatcher(this).match(message);
    }

    /** Returns whether the template fixes no word of a message, so that it fits nearly everything. */
    public boolean isOpaque() {
        return literals().noneMatch(text -> text.chars().anyMatch(Character::isLetter));
    }

    /** Returns the characters that every message has. */
    public int literalLength() {
        return literals().mapToInt(String::length).sum();
    }

    /** Returns the literal that a message begins with, empty if it begins with a field. */
    public String prefix() {
        return !pieces.isEmpty() && pieces.get(0) instanceof Piece.Literal literal ? literal.text() : "";
    }

    /** Returns this template followed by another. */
    public Template then(Template other) {
        List<Piece> both = new ArrayList<>(pieces);
        both.addAll(other.pieces);
        return new Template(both);
    }

    private Stream<String> literals() {
        return pieces.stream().filter(Piece.Literal.class::isInstance).map(piece -> ((Piece.Literal) piece).text());
    }

    /** Returns how many fields hold values of a certain form. */
    int typedFields() {
        return (int) pieces.stream()
                .filter(piece -> piece instanceof Piece.Field field && field.kind() != FieldKind.TEXT)
                .count();
    }

    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            int last = joined.size() - 1;
            if (piece instanceof Piece.Literal literal
                    && last >= 0
                    && joined.get(last) instanceof Piece.Literal before) {
                joined.set(last, new Piece.Literal(before.text() + literal.text()));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private static List<Piece> unique(List<Piece> pieces) {
        Set<String> names = new HashSet<>();
        List<Piece> unique = new ArrayList<>();
        for (Piece piece : pieces) {
            unique.add(piece instanceof Piece.Field field ? withUniqueName(field, names) : piece);
        }
        return unique;
    }

    private static Piece.Field withUniqueName(Piece.Field field, Set<String> names) {
        String name = field.name();
        for (int i = 2; !names.add(name); i++) {
            name = field.name() + "_" + i;
        }
        return new Piece.Field(name, field.kind());
    }

    /** Returns {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }

    /** Returns the names of the fields in order. */
    public List<String> fieldNames() {
        return pieces.stream()
                .filter(Piece.Field.class::isInstance)
                .map(piece -> ((Piece.Field) piece).name())
                .toList();
    }
}
