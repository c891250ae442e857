package org.btdetect.resolve.python;

import java.util.IdentityHashMap;
import java.util.Map;
import org.btdetect.program.Expression;
import org.btdetect.program.ExpressionText;
import org.btdetect.program.Language;
import org.btdetect.program.Negation;

/** Texts of expressions in guards and evidence, each made once: a function is run in many contexts, its tests stay the same. */
final class Guards {

    private final Map<Expression, String> held = new IdentityHashMap<>();
    private final Map<Expression, String> failed = new IdentityHashMap<>();

    String text(Expression expression) {
        return held.computeIfAbsent(expression, Guards::print);
    }

    /** The test as text, negated where the branch is taken when it fails. */
    String text(Expression test, boolean truth) {
        return truth ? text(test) : failed.computeIfAbsent(test, one -> print(Negation.of(Language.PYTHON, one)));
    }

    static String print(Expression expression) {
        return ExpressionText.bounded(Language.PYTHON, expression);
    }
}
