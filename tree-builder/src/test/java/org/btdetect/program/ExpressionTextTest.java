package org.btdetect.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpressionTextTest {

    private static final Position AT = new Position(1, 1);

    private static Expression name(String id) {
        return new Expression.Name(AT, id);
    }

    private static Expression whole(long value) {
        return new Expression.Literal(AT, Constant.Whole.of(value));
    }

    private static Expression call(String callee, Expression... arguments) {
        return new Expression.Call(
                AT,
                name(callee),
                List.of(arguments).stream().map(Argument::positional).toList(),
                callee);
    }

    private static Expression compare(Expression left, ComparisonOperator operator, Expression right) {
        return new Expression.Comparison(AT, left, List.of(new Expression.Step(operator, right)));
    }

    @Test
    void anAssignmentInsideAComparisonKeepsItsParentheses() {
        Expression assigned = new Expression.Assignment(AT, name("ret"), Optional.empty(), call("f", name("x")));
        assertEquals(
                "(ret = f(x)) < 0",
                ExpressionText.bounded(Language.C, compare(assigned, ComparisonOperator.LESS, whole(0))));
    }

    @Test
    void theLanguagesSpellNegationAndBitwiseComparisonDifferently() {
        Expression masked = new Expression.Binary(AT, BinaryOperator.BIT_AND, name("flags"), whole(2));
        Expression equal = compare(masked, ComparisonOperator.EQUAL, whole(2));
        Expression negated = new Expression.Unary(AT, UnaryOperator.NOT, equal);
        assertEquals("!((flags & 2) == 2)", ExpressionText.bounded(Language.C, negated));
        assertEquals("not flags & 2 == 2", ExpressionText.bounded(Language.PYTHON, negated));
    }

    @Test
    void aGuardsTextIsBounded() {
        Expression text = new Expression.Literal(AT, new Constant.Text("x".repeat(500)));
        String bounded = ExpressionText.bounded(Language.PYTHON, text);
        assertEquals(ExpressionText.BOUND, bounded.length());
        assertEquals("...", bounded.substring(bounded.length() - 3));
    }

    @Test
    void logicalOperandsNest() {
        Expression inner = new Expression.Logical(AT, false, List.of(name("a"), name("b")));
        Expression outer = new Expression.Logical(AT, true, List.of(inner, name("c")));
        assertEquals("(a || b) && c", ExpressionText.bounded(Language.C, outer));
        assertEquals("(a or b) and c", ExpressionText.bounded(Language.PYTHON, outer));
    }
}
