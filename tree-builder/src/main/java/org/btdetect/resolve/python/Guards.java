package org.btdetect.resolve.python;

import org.btdetect.program.Expression;
import org.btdetect.program.ExpressionText;
import org.btdetect.program.Language;
import org.btdetect.program.Negation;

/** Texts of expressions in guards and evidence. */
final class Guards {

    private Guards() {}

    static String text(Expression expression) {
        return ExpressionText.bounded(Language.PYTHON, expression);
    }

    /** The test as text, negated where the branch is taken when it fails. */
    static String text(Expression test, boolean truth) {
        return text(truth ? test : Negation.of(Language.PYTHON, test));
    }
}
