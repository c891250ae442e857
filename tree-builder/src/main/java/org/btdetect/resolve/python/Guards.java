package org.btdetect.resolve.python;

import org.btdetect.program.Expression;
import org.btdetect.program.ExpressionText;
import org.btdetect.program.UnaryOperator;

/** Guard texts of branches. */
final class Guards {

    private Guards() {}

    /** The test as text, negated where the branch is taken when it fails. */
    static String text(Expression test, boolean truth) {
        return ExpressionText.of(truth ? test : new Expression.Unary(test.at(), UnaryOperator.NOT, test));
    }
}
