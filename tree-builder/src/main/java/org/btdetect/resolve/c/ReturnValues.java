package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;

/**
 * What calls return, looked up to a fixed depth and without following recursion, so that a result depends on nothing but the
 * function and its arguments: not on what else was interpreted before, nor in which order.
 */
final class ReturnValues {

    /** How many calls deep results are looked up. */
    static final int DEPTH = 3;

    private static final int SMALL = 24;

    private record Key(Definition definition, List<CValue> arguments, int depth) {}

    private final Interpreter interpreter;
    private final Map<Key, CValue> known = new ConcurrentHashMap<>();
    private final Map<Definition, Optional<CValue>> plain = new ConcurrentHashMap<>();

    ReturnValues(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    CValue of(Definition definition, List<CValue> arguments, int depth) {
        if (definition.source().returnType().isBlank()) {
            return CValue.UNKNOWN;
        }
        boolean telling = isTelling(definition);
        if (!telling && !isCheap(definition)) {
            return CValue.UNKNOWN;
        }
        Optional<CValue> literal = plain(definition);
        if (literal.isPresent()) {
            return literal.get();
        }
        if (depth == 0 || !telling && !isWrapper(definition)) {
            return CValue.UNKNOWN;
        }
        Key key = new Key(definition, List.copyOf(arguments), depth);
        CValue value = known.get(key);
        if (value == null) {
            Frame frame = new Frame(definition, interpreter.program.component(), depth - 1, false);
            interpreter.interpret(definition, arguments, frame);
            value = frame.returned();
            known.put(key, value);
        }
        return value;
    }

    /** Whether values of a function's type are worth a look: character strings, and what boundaries construct. */
    boolean isTelling(Definition definition) {
        String type = definition.source().returnType();
        return TypeNames.isText(type) || interpreter.isConstructed(type);
    }

    private boolean isCheap(Definition definition) {
        return interpreter.matters(definition) || interpreter.size(definition) <= SMALL;
    }

    private static boolean isWrapper(Definition definition) {
        List<Statement> statements = definition.function().body().block().statements();
        return statements.size() == 1 && statements.get(0) instanceof Statement.Return;
    }

    /** The values of a function that returns nothing but constants. */
    private Optional<CValue> plain(Definition definition) {
        Optional<CValue> result = plain.get(definition);
        if (result == null) {
            result = constants(definition);
            plain.put(definition, result);
        }
        return result;
    }

    private Optional<CValue> constants(Definition definition) {
        List<CValue> values = new ArrayList<>();
        Subexpressions.of(
                definition.function().body().block(),
                statement -> {
                    if (statement instanceof Statement.Return exit) {
                        values.add(exit.value()
                                .map(value -> constant(value, definition.file()))
                                .orElse(CValue.UNKNOWN));
                    }
                },
                expression -> {});
        return values.isEmpty() || values.stream().anyMatch(CValue::isUnknown)
                ? Optional.empty()
                : values.stream().reduce(CValue::join);
    }

    private CValue constant(Expression value, String file) {
        if (value instanceof Expression.Literal literal) {
            return Constants.literal(literal.value());
        }
        if (Shapes.isNumber(value, -1)) {
            return CValue.number(-1);
        }
        if (value instanceof Expression.Name name) {
            CValue library = LibraryModels.constant(name.id());
            return library.isUnknown() ? interpreter.constants.named(name.id(), file) : library;
        }
        return CValue.UNKNOWN;
    }
}
