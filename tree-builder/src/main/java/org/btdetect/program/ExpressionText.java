package org.btdetect.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An expression as source text of its language: canonical white space, only the parentheses that the tree needs, so
 * that the same expression has the same text whatever it looked like. What has no spelling of its own stands as written.
 */
public final class ExpressionText {

    /** The length beyond which {@link #bounded} cuts. */
    public static final int BOUND = 120;

    private ExpressionText() {}

    /** Returns the text, cut at {@link #BOUND} characters with an ellipsis. */
    public static String bounded(Language language, Expression expression) {
        String text = full(language, expression);
        return text.length() <= BOUND ? text : text.substring(0, BOUND - 3) + "...";
    }

    /** Returns the whole text on one line. */
    public static String full(Language language, Expression expression) {
        return expression.accept(new Printer(language));
    }

    private record Printer(Language language) implements ExpressionVisitor<String> {

        private boolean python() {
            return language == Language.PYTHON;
        }

        private String text(Expression expression) {
            return expression.accept(this);
        }

        private String list(List<Expression> expressions) {
            return expressions.stream().map(this::text).collect(Collectors.joining(", "));
        }

        /** The operand, in parentheses where it binds less than {@code level}. */
        private String operand(Expression expression, int level) {
            String text = text(expression);
            return Precedence.of(language, expression) < level ? "(" + text + ")" : text;
        }

        private String binary(Expression whole, Expression left, String operator, Expression right) {
            int level = Precedence.of(language, whole);
            return operand(left, level) + " " + operator + " " + operand(right, level + 1);
        }

        @Override
        public String visitName(Expression.Name name) {
            return name.id();
        }

        @Override
        public String visitLiteral(Expression.Literal literal) {
            return ConstantText.of(language, literal.value());
        }

        @Override
        public String visitTemplate(Expression.Template template) {
            if (!python()) {
                return template.parts().stream().map(this::text).collect(Collectors.joining(" "));
            }
            StringBuilder text = new StringBuilder("f'");
            for (Expression part : template.parts()) {
                boolean literal = part instanceof Expression.Literal l && l.value() instanceof Constant.Text;
                String shown = text(part);
                text.append(literal ? shown.substring(1, shown.length() - 1) : "{" + shown + "}");
            }
            return text.append("'").toString();
        }

        @Override
        public String visitAttribute(Expression.Attribute attribute) {
            return operand(attribute.target(), Precedence.POSTFIX)
                    + (attribute.indirect() ? "->" : ".")
                    + attribute.name();
        }

        @Override
        public String visitCall(Expression.Call call) {
            return operand(call.callee(), Precedence.POSTFIX)
                    + call.arguments().stream().map(this::argument).collect(Collectors.joining(", ", "(", ")"));
        }

        private String argument(Argument argument) {
            String value = text(argument.value());
            return switch (argument.kind()) {
                case POSITIONAL -> value;
                case KEYWORD -> argument.name() + "=" + value;
                case UNPACKED -> "*" + value;
                case UNPACKED_MAPPING -> "**" + value;
            };
        }

        @Override
        public String visitSubscript(Expression.Subscript subscript) {
            return operand(subscript.target(), Precedence.POSTFIX) + "[" + text(subscript.index()) + "]";
        }

        @Override
        public String visitSlice(Expression.Slice slice) {
            String between = python() ? ":" : " ... ";
            return slice.lower().map(this::text).orElse("")
                    + between
                    + slice.upper().map(this::text).orElse("")
                    + slice.step().map(step -> ":" + text(step)).orElse("");
        }

        @Override
        public String visitCollection(Expression.Collection collection) {
            String elements = list(collection.elements());
            return switch (collection.kind()) {
                case TUPLE -> "(" + elements + (collection.elements().size() == 1 ? ",)" : ")");
                case LIST -> "[" + elements + "]";
                case SET -> "{" + elements + "}";
            };
        }

        @Override
        public String visitMapping(Expression.Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> entry.key().map(key -> text(key) + ": ").orElse("**") + text(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        @Override
        public String visitInitializer(Expression.Initializer initializer) {
            return initializer.elements().stream().map(this::element).collect(Collectors.joining(", ", "{", "}"));
        }

        private String element(Expression.Element element) {
            return element.field().map(field -> "." + field + " = ").orElse("")
                    + element.index().map(index -> "[" + text(index) + "] = ").orElse("")
                    + text(element.value());
        }

        @Override
        public String visitUnary(Expression.Unary unary) {
            String operator = unary.operator() == UnaryOperator.NOT && !python()
                    ? "!"
                    : unary.operator().text();
            return operator + operand(unary.operand(), Precedence.of(language, unary));
        }

        @Override
        public String visitBinary(Expression.Binary binary) {
            if (binary.operator() == BinaryOperator.COMMA) {
                return text(binary.left()) + ", " + operand(binary.right(), Precedence.ASSIGNMENT);
            }
            return binary(binary, binary.left(), binary.operator().text(), binary.right());
        }

        @Override
        public String visitComparison(Expression.Comparison comparison) {
            int level = Precedence.of(language, comparison);
            StringBuilder text = new StringBuilder(operand(comparison.first(), level + 1));
            for (Expression.Step step : comparison.steps()) {
                text.append(" ").append(step.operator().text()).append(" ").append(operand(step.operand(), level + 1));
            }
            return text.toString();
        }

        @Override
        public String visitLogical(Expression.Logical logical) {
            int level = Precedence.of(language, logical);
            String word = python() ? (logical.conjunction() ? "and" : "or") : (logical.conjunction() ? "&&" : "||");
            return logical.operands().stream()
                    .map(operand -> operand(operand, level + 1))
                    .collect(Collectors.joining(" " + word + " "));
        }

        @Override
        public String visitConditional(Expression.Conditional conditional) {
            String test = operand(conditional.test(), Precedence.CONDITIONAL + 1);
            String then = operand(conditional.then(), Precedence.CONDITIONAL + 1);
            String otherwise = operand(conditional.otherwise(), Precedence.CONDITIONAL);
            return python() ? then + " if " + test + " else " + otherwise : test + " ? " + then + " : " + otherwise;
        }

        @Override
        public String visitLambda(Expression.Lambda lambda) {
            String parameters =
                    lambda.function().parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
            List<Statement> statements = lambda.function().body().block().statements();
            String body = statements.size() == 1 && statements.get(0) instanceof Statement.Return exit
                    ? exit.value().map(this::text).orElse("")
                    : "...";
            return parameters.isEmpty() ? "lambda: " + body : "lambda " + parameters + ": " + body;
        }

        @Override
        public String visitComprehension(Expression.Comprehension comprehension) {
            String element = text(comprehension.element())
                    + comprehension.value().map(value -> ": " + text(value)).orElse("");
            String clauses = comprehension.clauses().stream().map(this::clause).collect(Collectors.joining());
            return switch (comprehension.kind()) {
                case LIST -> "[" + element + clauses + "]";
                case SET, MAPPING -> "{" + element + clauses + "}";
                case GENERATOR -> "(" + element + clauses + ")";
            };
        }

        private String clause(Expression.Clause clause) {
            return " for " + text(clause.target()) + " in " + text(clause.iterable())
                    + clause.conditions().stream()
                            .map(condition -> " if " + text(condition))
                            .collect(Collectors.joining());
        }

        @Override
        public String visitSuspension(Expression.Suspension suspension) {
            String word = switch (suspension.kind()) {
                case AWAIT -> "await";
                case YIELD -> "yield";
                case YIELD_FROM -> "yield from";
            };
            return word
                    + suspension.operand().map(operand -> " " + text(operand)).orElse("");
        }

        @Override
        public String visitStarred(Expression.Starred starred) {
            return "*" + text(starred.value());
        }

        @Override
        public String visitAssignment(Expression.Assignment assignment) {
            String operator = python()
                    ? ":="
                    : assignment.operator().map(BinaryOperator::text).orElse("") + "=";
            return text(assignment.target()) + " " + operator + " "
                    + operand(assignment.value(), Precedence.ASSIGNMENT);
        }

        @Override
        public String visitCast(Expression.Cast cast) {
            return "(" + cast.type() + ")" + operand(cast.operand(), Precedence.UNARY);
        }

        @Override
        public String visitStatementExpression(Expression.StatementExpression statementExpression) {
            return "({...})";
        }

        @Override
        public String visitOpaque(Expression.Opaque opaque) {
            return opaque.text().replaceAll("\\s+", " ").strip();
        }
    }
}
