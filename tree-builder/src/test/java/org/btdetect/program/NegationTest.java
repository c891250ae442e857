package org.btdetect.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegationTest {

    private static final Position AT = new Position(1, 1);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "PYTHON, IS, a is not b",
        "PYTHON, IN, a not in b",
        "PYTHON, EQUAL, a != b",
        "PYTHON, LESS, not a < b",
        "C, NOT_EQUAL, a == b",
        "C, LESS, a >= b",
        "C, GREATER_EQUAL, a < b"
    })
    void comparisonsAreTurnedRound(Language language, ComparisonOperator operator, String negated) {
        Expression test = new Expression.Comparison(
                AT, new Expression.Name(AT, "a"), List.of(new Expression.Step(operator, new Expression.Name(AT, "b"))));
        assertEquals(negated, ExpressionText.bounded(language, Negation.of(language, test)));
    }

    @ParameterizedTest
    @CsvSource({"PYTHON, not a", "C, !a"})
    void aNegationOfANegationIsTheTest(Language language, String negated) {
        Expression name = new Expression.Name(AT, "a");
        Expression not = Negation.of(language, name);
        assertEquals(negated, ExpressionText.bounded(language, not));
        assertEquals(name, Negation.of(language, not));
    }
}
