package org.btdetect.keyword;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random templates with a message that each may have written. */
final class RandomTemplates {
    private static final List<String> LITERALS = List.of("a", "ab", " ", "b a", "{", "}", "=", "x1");
    private static final List<String> TEXTS = List.of("", "a", "ab a", "7", "{}", "\n", "b=");

    /** A template and a message of it. */
    record Sample(Template template, String message) {}

    private RandomTemplates() {}

    static Sample next(Random random) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        int size = random.nextInt(7);
        boolean number = false;
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(4);
            if (kind == 0 && !number) {
                // a number is followed by something that cannot continue it
                pieces.add(new Piece.Field("n" + i, FieldKind.INTEGER));
                pieces.add(new Piece.Literal(";"));
                message.append(random.nextInt(2000) - 1000).append(';');
                number = true;
            } else if (kind == 1) {
                pieces.add(new Piece.Field("t" + i, FieldKind.TEXT));
                message.append(TEXTS.get(random.nextInt(TEXTS.size())));
                number = false;
            } else {
                String literal = LITERALS.get(random.nextInt(LITERALS.size()));
                pieces.add(new Piece.Literal(literal));
                message.append(literal);
                number = false;
            }
        }
        return new Sample(new Template(pieces), message.toString());
    }
}
