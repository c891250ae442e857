package org.btdetect.resolve.python;

import java.util.Optional;
import java.util.regex.Pattern;
import org.btdetect.program.Expression;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/** On which ground a callee is found, read off the form of the call and the kind of the callee. */
final class Links {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Links() {}

    static Link of(Frame frame, Expression.Call call, Value callee) {
        return Link.exact(kind(frame, call.callee(), callee), frame.place(call.at()), text(call));
    }

    static Link of(Frame frame, Expression at, EdgeKind kind, String text) {
        return Link.exact(kind, frame.place(at.at()), text);
    }

    private static String text(Expression.Call call) {
        String text = call.calleeText();
        return text.indexOf('\n') < 0 && text.indexOf("  ") < 0
                ? text
                : BLANKS.matcher(text).replaceAll(" ");
    }

    private static EdgeKind kind(Frame frame, Expression callee, Value value) {
        if (callee instanceof Expression.Attribute attribute) {
            return ofAttribute(frame, attribute, value);
        }
        if (callee instanceof Expression.Name name) {
            return ofName(frame, name.id(), value);
        }
        return callee instanceof Expression.Subscript ? EdgeKind.DICTIONARY : EdgeKind.FUNCTION_VALUE;
    }

    private static EdgeKind ofName(Frame frame, String name, Value value) {
        boolean own = frame.function().isPresent() && !frame.state().get(name).isNothing();
        boolean captured = frame.captured().has(name);
        if (!own && !captured) {
            return EdgeKind.DIRECT;
        }
        boolean nested = value.atoms().stream()
                .allMatch(atom -> function(atom)
                        .filter(function -> frame.function()
                                .filter(outer -> function.fullName().startsWith(outer.fullName() + "."))
                                .isPresent())
                        .isPresent());
        return nested || captured ? EdgeKind.CLOSURE : EdgeKind.FUNCTION_VALUE;
    }

    private static EdgeKind ofAttribute(Frame frame, Expression.Attribute attribute, Value value) {
        Expression target = attribute.target();
        if (target instanceof Expression.Call call) {
            return call.callee() instanceof Expression.Name name && name.id().equals("super")
                    ? EdgeKind.SUPER
                    : EdgeKind.RETURN_TYPE;
        }
        if (!(target instanceof Expression.Name name)) {
            return onModule(value) ? EdgeKind.DIRECT : EdgeKind.ATTRIBUTE_TYPE;
        }
        if (isReceiver(frame, name.id())) {
            return ofOwn(value);
        }
        if (frame.state().get(name.id()).isNothing() && !frame.captured().has(name.id())) {
            return EdgeKind.DIRECT;
        }
        return isParameter(frame, name.id()) ? EdgeKind.PARAMETER_TYPE : EdgeKind.RETURN_TYPE;
    }

    private static boolean onModule(Value value) {
        return value.atoms().stream()
                .noneMatch(atom -> atom instanceof Atom.Method || atom instanceof Atom.NativeMethod);
    }

    private static EdgeKind ofOwn(Value value) {
        boolean inherited = value.atoms().stream()
                .anyMatch(atom -> atom instanceof Atom.Method method
                        && method.receiver() instanceof Atom.Instance instance
                        && !instance.type().equals(method.owner()));
        boolean method = value.atoms().stream().anyMatch(Atom.Method.class::isInstance);
        return !method ? EdgeKind.ATTRIBUTE_TYPE : inherited ? EdgeKind.INHERITED : EdgeKind.SELF;
    }

    private static boolean isReceiver(Frame frame, String name) {
        return frame.function()
                        .filter(function -> function.owner().isPresent())
                        .filter(function -> !function.definition().parameters().isEmpty())
                        .filter(function ->
                                function.definition().parameters().get(0).name().equals(name))
                        .isPresent()
                || frame.captured().get(name).single(Atom.Instance.class).isPresent() && name.equals("self");
    }

    private static boolean isParameter(Frame frame, String name) {
        return frame.function()
                .filter(function -> function.definition().parameters().stream()
                        .anyMatch(parameter -> parameter.name().equals(name)))
                .isPresent();
    }

    private static Optional<PyFunction> function(Atom atom) {
        if (atom instanceof Atom.Closure closure) {
            return Optional.of(closure.function());
        }
        return atom instanceof Atom.Decorated decorated ? Optional.of(decorated.function()) : Optional.empty();
    }
}
