package org.btdetect.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.btdetect.keyword.BraceFormat;
import org.btdetect.keyword.FieldKind;
import org.btdetect.keyword.PercentFormat;
import org.btdetect.keyword.Piece;
import org.btdetect.keyword.Template;
import org.btdetect.program.Argument;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.ExpressionText;
import org.btdetect.program.Language;

/**
 * What the text of an expression may look like, read off the expression: constants, what they are formatted with, names that
 * hold constants. Several where a condition decides.
 */
final class PythonMessages {
    private static final int DEEPEST = 8;

    private final Function<String, List<Expression>> assigned;

    /** @param assigned what is assigned to a name or attribute, as written */
    PythonMessages(Function<String, List<Expression>> assigned) {
        this.assigned = assigned;
    }

    /** A text: a constant, which may yet be a format, or one with fields. */
    private record Message(String text, Template template, boolean isConstant) {
        static Message constant(String text) {
            return new Message(text, Template.literal(text), true);
        }

        static Message of(Template template) {
            return new Message("", template, false);
        }

        Message then(Message other) {
            return isConstant && other.isConstant ? constant(text + other.text) : of(template.then(other.template));
        }
    }

    /** Returns the templates of a message that is formatted with arguments, if there are any, as Python's logging does it. */
    List<Template> templates(Expression message, List<Expression> arguments) {
        List<String> names = names(arguments);
        return messages(message, 0).stream()
                .map(one -> one.isConstant() && !arguments.isEmpty()
                        ? PercentFormat.parse(one.text(), names)
                        : one.template())
                .distinct()
                .toList();
    }

    private List<Message> messages(Expression expression, int depth) {
        if (depth > DEEPEST) {
            return List.of(field(expression));
        }
        if (expression instanceof Expression.Literal literal && literal.value() instanceof Constant.Text text) {
            return List.of(Message.constant(text.value()));
        }
        if (expression instanceof Expression.Template template) {
            return List.of(parts(template));
        }
        if (expression instanceof Expression.Conditional conditional) {
            List<Message> both = new ArrayList<>(messages(conditional.then(), depth + 1));
            both.addAll(messages(conditional.otherwise(), depth + 1));
            return both;
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary, depth);
        }
        if (expression instanceof Expression.Call call) {
            return call(call, depth);
        }
        if (expression instanceof Expression.Name || expression instanceof Expression.Attribute) {
            List<Message> known = new ArrayList<>();
            for (Expression value : assigned.apply(ExpressionText.bounded(Language.PYTHON, expression))) {
                known.addAll(messages(value, depth + 1));
            }
            return known.isEmpty() ? List.of(field(expression)) : known;
        }
        return List.of(field(expression));
    }

    private List<Message> binary(Expression.Binary binary, int depth) {
        List<Message> messages = new ArrayList<>();
        for (Message left : messages(binary.left(), depth + 1)) {
            if (binary.operator() == BinaryOperator.MODULO && left.isConstant()) {
                List<Expression> arguments = binary.right() instanceof Expression.Collection tuple
                        ? tuple.elements()
                        : List.of(binary.right());
                messages.add(Message.of(PercentFormat.parse(left.text(), names(arguments))));
            } else if (binary.operator() == BinaryOperator.ADD) {
                messages(binary.right(), depth + 1).forEach(right -> messages.add(left.then(right)));
            } else {
                messages.add(field(binary));
            }
        }
        return messages;
    }

    private List<Message> call(Expression.Call call, int depth) {
        List<Expression> arguments = positional(call);
        boolean translation =
                call.callee() instanceof Expression.Name name && name.id().startsWith("_");
        if (translation && arguments.size() == 1) {
            return messages(arguments.get(0), depth + 1);
        }
        if (call.callee() instanceof Expression.Attribute method
                && method.name().equals("format")) {
            return messages(method.target(), depth + 1).stream()
                    .map(format -> format.isConstant()
                            ? Message.of(BraceFormat.parse(format.text(), names(arguments)))
                            : field(call))
                    .toList();
        }
        return List.of(field(call));
    }

    private Message parts(Expression.Template template) {
        Message whole = Message.constant("");
        for (Expression part : template.parts()) {
            boolean text = part instanceof Expression.Literal literal && literal.value() instanceof Constant.Text;
            whole = whole.then(text ? messages(part, 0).get(0) : field(part));
        }
        return whole;
    }

    static List<Expression> positional(Expression.Call call) {
        return call.arguments().stream()
                .filter(argument -> argument.kind() == Argument.Kind.POSITIONAL)
                .map(Argument::value)
                .toList();
    }

    private static Message field(Expression expression) {
        String name = name(expression).replaceAll("[^A-Za-z0-9_]", "");
        return Message.of(new Template(List.of(new Piece.Field(name.isEmpty() ? "message" : name, FieldKind.TEXT))));
    }

    private static List<String> names(List<Expression> arguments) {
        return arguments.stream().map(PythonMessages::name).toList();
    }

    private static String name(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name.id();
        }
        if (expression instanceof Expression.Attribute attribute) {
            return attribute.name();
        }
        if (expression instanceof Expression.Subscript subscript
                && subscript.index() instanceof Expression.Literal literal
                && literal.value() instanceof Constant.Text text) {
            return text.value();
        }
        return expression instanceof Expression.Call call ? name(call.callee()) : "";
    }
}
