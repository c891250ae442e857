package org.btdetect.frontend.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.btdetect.program.Children;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Module;
import org.btdetect.program.Parameter;
import org.btdetect.program.Position;
import org.btdetect.program.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes that the program model gets; which calls and definitions there are is tested by the snippets. */
class PythonFrontEndTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a + b * c - d ; ((a + (b * c)) - d)",
                "-a ** -b ** c ; (- (a ** (- (b ** c))))",
                "a ** b * c ; ((a ** b) * c)",
                "~a // b % c @ d ; ((((~ a) // b) % c) @ d)",
                "a | b ^ c & d << e + f ; (a | (b ^ (c & (d << (e + f)))))",
                "not a == b and c or d ; (((not (a == b)) and c) or d)",
                "a or b or c and d ; (a or b or (c and d))",
                "a < b <> c is not d not in e ; (a < b != c is not d not in e)",
                "await a ** b ; ((await a) ** b)",
                "not a in b ; (not (a in b))",
                "(a + b) * c ; ((a + b) * c)",
            })
    void operatorsBindAsInTheReference(String source, String expected) {
        assertEquals(expected, shape(expression(source)));
    }

    private static String shape(Expression expression) {
        List<String> parts =
                Children.of(expression).stream().map(PythonFrontEndTest::shape).toList();
        if (expression instanceof Expression.Name name) {
            return name.id();
        } else if (expression instanceof Expression.Binary binary) {
            return "(" + String.join(" " + binary.operator().text() + " ", parts) + ")";
        } else if (expression instanceof Expression.Logical logical) {
            return "(" + String.join(logical.conjunction() ? " and " : " or ", parts) + ")";
        } else if (expression instanceof Expression.Unary unary) {
            return "(" + unary.operator().text().strip() + " " + parts.get(0) + ")";
        } else if (expression instanceof Expression.Comparison comparison) {
            return comparison.steps().stream()
                    .map(step -> " " + step.operator().text() + " " + shape(step.operand()))
                    .collect(Collectors.joining("", "(" + parts.get(0), ")"));
        }
        return "(await " + parts.get(0) + ")";
    }

    @Test
    void literalsHaveTheirValues() {
        assertEquals(
                new Constant.Text("a\n\u00e4\ud83d\ude00\\d\u0007"),
                constant("'a\\n\\xe4' '\\U0001f600' r'\\d' \"\"\"\\a\"\"\""));
        assertEquals(new Constant.Text("A"), constant("'\\N{LATIN CAPITAL LETTER A}'"));
        assertEquals(new Constant.Bytes("\u00ff\\u1234"), constant("b'\\xff\\u1234'"));
        assertEquals(Constant.Whole.of(0777), constant("0777"));
        assertEquals(Constant.Whole.of(255), constant("0xFFL"));
        assertEquals(Constant.Whole.of(1000), constant("1_000"));
        assertEquals(new Constant.Whole(BigInteger.TEN.pow(30)), constant("1" + "0".repeat(30)));
        assertEquals(new Constant.Real(1.5e3), constant("1.5e3"));
        assertEquals(new Constant.Other("2j"), constant("2j"));
        assertEquals(new Constant.None(), constant("None"));
        assertEquals(new Constant.Truth(true), constant("True"));
    }

    @Test
    void anFStringIsATemplateOfTextAndValues() {
        Expression.Template template =
                assertInstanceOf(Expression.Template.class, expression("f'a{{{b!r:>3}\\t' 'c' f'{d=}'"));
        Expression.Literal text =
                assertInstanceOf(Expression.Literal.class, template.parts().get(0));
        assertEquals(new Constant.Text("a{"), text.value());
        assertEquals("b", shape(template.parts().get(1)));
        assertEquals(
                new Constant.Text("\tcd="),
                ((Expression.Literal) template.parts().get(2)).value());
        assertEquals(4, template.parts().size());
    }

    @Test
    void parametersHaveTheirKinds() {
        Function function = function("def f(a, /, b: int, *c, d=1, **e): pass");
        assertEquals(
                List.of(
                        Parameter.Kind.POSITIONAL_ONLY,
                        Parameter.Kind.ORDINARY,
                        Parameter.Kind.VARIADIC,
                        Parameter.Kind.KEYWORD_ONLY,
                        Parameter.Kind.KEYWORDS),
                function.parameters().stream().map(Parameter::kind).toList());
        assertTrue(function.parameters().get(1).type().isPresent());
        assertTrue(function.parameters().get(3).defaultValue().isPresent());
    }

    @Test
    void tupleParametersAreUnpackedInTheBody() {
        Function function = function("def f(a, (b, (c,))): return c");
        assertEquals("(b, (c,))", function.parameters().get(1).name());
        Statement.Assign assign = assertInstanceOf(
                Statement.Assign.class, function.body().block().statements().get(0));
        assertEquals(new Expression.Name(new Position(1, 10), "(b, (c,))"), assign.value());
    }

    @Test
    void onlyTheFunctionThatYieldsIsAGenerator() {
        assertTrue(function("def f():\n x = yield").generator());
        assertFalse(
                function("def f():\n def g(): yield 1\n return lambda: (yield)").generator());
    }

    @Test
    void qualifiedNamesHaveTheirScopes() {
        Module module = parse("class A:\n def f(self):\n  async def g(): pass\n");
        Statement.ClassDefinition a =
                (Statement.ClassDefinition) module.body().statements().get(0);
        Function f = ((Statement.FunctionDefinition) a.body().statements().get(0)).function();
        Function g =
                ((Statement.FunctionDefinition) f.body().block().statements().get(0)).function();
        assertEquals("A.f.g", g.qualifiedName());
        assertEquals(new Position(3, 3), g.at());
        assertTrue(g.isAsync());
    }

    @Test
    void oldAndNewHandlersAreAlike() {
        Statement.Try attempt =
                (Statement.Try) statement("try: pass\nexcept A, e: pass\nexcept B as e: pass\nexcept: pass\n");
        assertEquals(
                List.of(true, true, false),
                attempt.handlers().stream().map(h -> h.type().isPresent()).toList());
        assertEquals(
                List.of(true, true, false),
                attempt.handlers().stream().map(h -> h.target().isPresent()).toList());
    }

    @Test
    void elifIsAnIfInTheElse() {
        Statement.If first = (Statement.If) statement("if a: b\nelif c: d\nelse: e\n");
        Statement.If second = assertInstanceOf(
                Statement.If.class, first.otherwise().statements().get(0));
        assertEquals(new Position(2, 1), second.at());
        assertEquals(1, second.otherwise().statements().size());
    }

    @Test
    void parenthesisedManagersAreItems() {
        assertEquals(
                2,
                ((Statement.With) statement("with (a as b, c): pass")).items().size());
        assertEquals(
                1,
                ((Statement.With) statement("with (a, b).c as d: pass")).items().size());
    }

    @Test
    void aFileWithAnErrorHasNothingButTheProblem() {
        Module module = new PythonFrontEnd().parse("a/b.py", "x = 1\ny = = 2\n");
        assertTrue(module.body().isEmpty());
        assertEquals("[a/b.py:2:5: unexpected '=']", module.problems().toString());
    }

    private static Constant constant(String source) {
        return assertInstanceOf(Expression.Literal.class, expression(source)).value();
    }

    private static Function function(String source) {
        return assertInstanceOf(Statement.FunctionDefinition.class, statement(source))
                .function();
    }

    private static Expression expression(String source) {
        return assertInstanceOf(Statement.ExpressionStatement.class, statement(source))
                .expression();
    }

    private static Statement statement(String source) {
        return parse(source).body().statements().get(0);
    }

    private static Module parse(String source) {
        Module module = new PythonFrontEnd().parse("test.py", source);
        assertEquals(List.of(), module.problems());
        return module;
    }
}
