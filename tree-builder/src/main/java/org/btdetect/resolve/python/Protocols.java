package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.ComparisonOperator;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;

/**
 * The methods that operators, loops and builtin functions call on objects of the program's own classes.
 *
 * <p>Only a call graph follows them: in the growth of a tree, from one operation's entry, they are taken for plain computations.
 */
final class Protocols {

    private static final Map<BinaryOperator, String> BINARY = new EnumMap<>(Map.ofEntries(
            Map.entry(BinaryOperator.ADD, "add"),
            Map.entry(BinaryOperator.SUBTRACT, "sub"),
            Map.entry(BinaryOperator.MULTIPLY, "mul"),
            Map.entry(BinaryOperator.MATRIX_MULTIPLY, "matmul"),
            Map.entry(BinaryOperator.DIVIDE, "truediv"),
            Map.entry(BinaryOperator.FLOOR_DIVIDE, "floordiv"),
            Map.entry(BinaryOperator.MODULO, "mod"),
            Map.entry(BinaryOperator.POWER, "pow"),
            Map.entry(BinaryOperator.SHIFT_LEFT, "lshift"),
            Map.entry(BinaryOperator.SHIFT_RIGHT, "rshift"),
            Map.entry(BinaryOperator.BIT_AND, "and"),
            Map.entry(BinaryOperator.BIT_OR, "or"),
            Map.entry(BinaryOperator.BIT_XOR, "xor")));

    private static final Map<ComparisonOperator, String> COMPARISON = new EnumMap<>(Map.of(
            ComparisonOperator.EQUAL, "__eq__",
            ComparisonOperator.NOT_EQUAL, "__ne__",
            ComparisonOperator.LESS, "__lt__",
            ComparisonOperator.LESS_EQUAL, "__le__",
            ComparisonOperator.GREATER, "__gt__",
            ComparisonOperator.GREATER_EQUAL, "__ge__"));

    private final Interpreter interpreter;

    Protocols(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Calls the first of the methods that a class defines, on each object whose class defines one; empty if none does. */
    Optional<Outcome> call(Value objects, List<String> methods, Arguments arguments, Link link) {
        if (!interpreter.outsideWrites().areOpen()) {
            return Optional.empty();
        }
        Value callees = Value.NOTHING;
        for (Atom atom : objects.atoms()) {
            Optional<String> defined = methods.stream()
                    .filter(method -> atom instanceof Atom.Instance instance && defines(instance, method))
                    .findFirst();
            if (defined.isPresent()) {
                callees = callees.join(interpreter
                        .attributes()
                        .read(Value.of(atom), defined.get(), link)
                        .value());
            }
        }
        return callees.isNothing()
                ? Optional.empty()
                : Optional.of(interpreter.calls().call(callees, arguments, link));
    }

    private boolean defines(Atom.Instance instance, String method) {
        return interpreter
                .classes()
                .member(instance.type(), Optional.empty(), method)
                .isPresent();
    }

    /** {@code left + right}: the left object's method, else the right one's reflected one. */
    Optional<Outcome> binary(BinaryOperator operator, Value left, Value right, Link link) {
        String name = BINARY.getOrDefault(operator, "");
        return call(left, List.of("__" + name + "__"), Arguments.of(right), link)
                .or(() -> call(right, List.of("__r" + name + "__"), Arguments.of(left), link));
    }

    /** {@code left += right}. */
    Optional<Outcome> augmented(BinaryOperator operator, Value left, Value right, Link link) {
        String name = BINARY.getOrDefault(operator, "");
        return call(left, List.of("__i" + name + "__", "__" + name + "__"), Arguments.of(right), link);
    }

    /** Comparisons, and tests of membership, which the right operand answers. */
    Optional<Outcome> comparison(ComparisonOperator operator, Value left, Value right, Link link) {
        if (operator == ComparisonOperator.IN || operator == ComparisonOperator.NOT_IN) {
            return call(right, List.of("__contains__"), Arguments.of(left), link);
        }
        return call(left, List.of(COMPARISON.getOrDefault(operator, "")), Arguments.of(right), link);
    }

    /** What a loop takes out of a value, and what it calls for that. */
    Outcome iterate(Value iterable, Link link) {
        Value iterated = iterable.filter(this::isIterable);
        if (iterated.isNothing()) {
            return Outcome.of(interpreter.items().element(iterable));
        }
        Value element = interpreter.items().element(iterable.filter(atom -> !isIterable(atom)));
        List<Behavior> done = new ArrayList<>();
        Optional<Outcome> iterator = call(iterated, List.of("__iter__"), Arguments.NONE, link);
        Value iterators = iterator.map(Outcome::value).orElse(Value.NOTHING);
        iterator.map(Outcome::behavior).ifPresent(done::add);
        Optional<Outcome> next = next(iterators, link);
        next.map(Outcome::behavior).ifPresent(done::add);
        Value others = next.isPresent() ? iterators.filter(atom -> !(atom instanceof Atom.Instance)) : iterators;
        Value taken = next.map(Outcome::value).orElse(Value.NOTHING);
        Value known = element.join(taken).join(interpreter.items().element(others));
        Value any = known.isNothing() ? interpreter.items().element(iterated) : known;
        return Outcome.of(any, Behavior.sequence(done));
    }

    /** {@code next(iterator)}, under its names in Python 3 and 2. */
    Optional<Outcome> next(Value iterators, Link link) {
        return call(iterators, List.of("__next__", "next"), Arguments.NONE, link);
    }

    private boolean isIterable(Atom atom) {
        return interpreter.outsideWrites().areOpen()
                && atom instanceof Atom.Instance instance
                && defines(instance, "__iter__")
                && interpreter.modelledElement(atom).isEmpty();
    }
}
