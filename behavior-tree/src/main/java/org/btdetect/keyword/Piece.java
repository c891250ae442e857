package org.btdetect.keyword;

/** A part of a template. */
public sealed interface Piece {
    /** Characters that stand in every message, never empty. */
    record Literal(String text) implements Piece {
        /** Rejects the empty text. */
        public Literal {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty literal");
            }
        }
    }

    /**
     * A value that differs from message to message.
     *
     * @param name the field's name, unique in its template: letters, digits and {@code _ - .}
     */
    record Field(String name, FieldKind kind) implements Piece {
        /** Rejects names that cannot stand in a template's text. */
        public Field {
            if (name.isEmpty() || !name.chars().allMatch(Field::isNameCharacter)) {
                throw new IllegalArgumentException("no name of a field: '" + name + "'");
            }
        }

        private static boolean isNameCharacter(int c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
        }
    }
}
