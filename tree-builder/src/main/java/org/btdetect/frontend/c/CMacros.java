package org.btdetect.frontend.c;

import java.util.List;
import java.util.Optional;
import org.btdetect.grammar.c.CSyntaxException;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.program.TranslationUnit.Macro;

/**
 * Reads a macro's replacement text as C.
 *
 * <p>Parameters stand in it as names; positions count from the macro's own place and are near, not exact, where the text
 * had continuation lines.
 */
public final class CMacros {

    private CMacros() {}

    /** The body as an expression; empty if it is none. */
    public static Optional<Expression> expression(Macro macro) {
        if (macro.body().isEmpty()) {
            return Optional.empty();
        }
        CText text = new CText(macro.body(), macro.at(), List.of());
        try {
            return Optional.of(new StatementLowering(text).expressions().lower(text.expression()));
        } catch (CSyntaxException none) {
            return Optional.empty();
        }
    }

    /** The body as statements, whether or not its last semicolon is left to the user; empty if it is neither. */
    public static Optional<Block> block(Macro macro) {
        Optional<Expression> expression = expression(macro);
        if (expression.isPresent()) {
            Statement statement = new Statement.ExpressionStatement(macro.at(), expression.get());
            return Optional.of(new Block(List.of(statement)));
        }
        return statements(macro, "").or(() -> statements(macro, ";"));
    }

    private static Optional<Block> statements(Macro macro, String end) {
        CText text = new CText(macro.body() + end, macro.at(), List.of());
        try {
            return Optional.of(
                    new StatementLowering(text).block(text.statements().blockItem()));
        } catch (CSyntaxException none) {
            return Optional.empty();
        }
    }
}
