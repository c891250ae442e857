package org.btdetect.resolve.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.ComparisonOperator;
import org.btdetect.program.Constant;

/** Operators on constants; whatever is not constant gives plain data. */
final class Folding {

    private static final int MOST_PAIRS = 64;

    private Folding() {}

    static Value binary(BinaryOperator operator, Value left, Value right) {
        if ((long) left.atoms().size() * right.atoms().size() > MOST_PAIRS) {
            return Value.DATA;
        }
        Value result = Value.NOTHING;
        for (Atom one : left.atoms()) {
            for (Atom other : right.atoms()) {
                result = result.join(binary(operator, one, other));
            }
        }
        return result;
    }

    private static Value binary(BinaryOperator operator, Atom left, Atom right) {
        if (operator == BinaryOperator.ADD) {
            Optional<Value> sum = sum(left, right);
            if (sum.isPresent()) {
                return sum.get();
            }
        }
        if (operator == BinaryOperator.MODULO && left instanceof Atom.Const) {
            return Texts.percent(left, right);
        }
        if (left instanceof Atom.Const one && right instanceof Atom.Const other) {
            Optional<BigInteger> a = Constants.whole(one.value());
            Optional<BigInteger> b = Constants.whole(other.value());
            if (a.isPresent() && b.isPresent()) {
                return whole(operator, a.get(), b.get());
            }
        }
        return left instanceof Atom.External && operator != BinaryOperator.MODULO ? Value.of(left) : Value.DATA;
    }

    private static Optional<Value> sum(Atom left, Atom right) {
        Optional<String> one = Constants.string(left);
        Optional<String> other = Constants.string(right);
        if (one.isPresent() && other.isPresent()) {
            return Optional.of(Value.text(one.get() + other.get()));
        }
        if (left instanceof Atom.Tuple first && right instanceof Atom.Tuple second) {
            List<Value> all = new ArrayList<>(first.elements());
            all.addAll(second.elements());
            return Optional.of(Value.of(new Atom.Tuple(all)));
        }
        if (left instanceof Atom.Elements || right instanceof Atom.Elements) {
            return Optional.of(Value.of(new Atom.Elements(elements(left).join(elements(right)))));
        }
        return Optional.empty();
    }

    private static Value elements(Atom atom) {
        if (atom instanceof Atom.Elements elements) {
            return elements.element();
        }
        return atom instanceof Atom.Tuple tuple
                ? tuple.elements().stream().reduce(Value.NOTHING, Value::join)
                : Value.DATA;
    }

    private static Value whole(BinaryOperator operator, BigInteger a, BigInteger b) {
        boolean shifts = operator == BinaryOperator.SHIFT_LEFT || operator == BinaryOperator.SHIFT_RIGHT;
        if (shifts && (b.signum() < 0 || b.bitLength() > 8)) {
            return Value.DATA;
        }
        BigInteger result = switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case BIT_AND -> a.and(b);
            case BIT_OR -> a.or(b);
            case BIT_XOR -> a.xor(b);
            case SHIFT_LEFT -> a.shiftLeft(b.intValue());
            case SHIFT_RIGHT -> a.shiftRight(b.intValue());
            default -> null;
        };
        return result == null || result.bitLength() > 64
                ? Value.DATA
                : Value.of(new Atom.Const(new Constant.Whole(result)));
    }

    /** @return a truth value, or both where the values do not decide */
    static Value compare(ComparisonOperator operator, Value left, Value right) {
        return switch (operator) {
            case EQUAL, IS -> same(left, right);
            case NOT_EQUAL, IS_NOT -> not(same(left, right));
            case IN -> contains(right, left);
            case NOT_IN -> not(contains(right, left));
            default -> ordered(operator, left, right);
        };
    }

    static Value not(Value truth) {
        return truth.equals(Value.TRUE) ? Value.FALSE : truth.equals(Value.FALSE) ? Value.TRUE : Value.BOTH;
    }

    private static Value same(Value left, Value right) {
        Value result = Value.NOTHING;
        for (Atom one : left.atoms()) {
            for (Atom other : right.atoms()) {
                result = result.join(same(one, other));
            }
        }
        return result.isNothing() ? Value.BOTH : result;
    }

    private static Value same(Atom one, Atom other) {
        if (one instanceof Atom.Const a && other instanceof Atom.Const b) {
            return Value.truth(equal(a.value(), b.value()));
        }
        if (isSentinel(one) != isSentinel(other) && !isOpen(one) && !isOpen(other)) {
            return Value.FALSE;
        }
        if (isOpaque(one) || isOpaque(other)) {
            return Value.BOTH;
        }
        boolean differ = Constants.isNone(one)
                || Constants.isNone(other)
                || !one.getClass().equals(other.getClass());
        if (differ) {
            return Value.FALSE;
        }
        return one.equals(other) && !(one instanceof Atom.Instance) ? Value.TRUE : Value.BOTH;
    }

    private static boolean equal(Constant a, Constant b) {
        Optional<BigInteger> one = Constants.whole(a);
        Optional<BigInteger> other = Constants.whole(b);
        return one.isPresent() && other.isPresent() ? one.equals(other) : a.equals(b);
    }

    private static boolean isOpaque(Atom atom) {
        return isOpen(atom) || atom instanceof Atom.External;
    }

    private static boolean isOpen(Atom atom) {
        return atom instanceof Atom.Unknown || atom instanceof Atom.Data;
    }

    private static boolean isSentinel(Atom atom) {
        return atom instanceof Atom.External external && external.path().equals(Builtins.SENTINEL);
    }

    private static Value contains(Value collections, Value element) {
        Value result = Value.NOTHING;
        for (Atom collection : collections.atoms()) {
            result = result.join(contains(collection, element));
        }
        return result.isNothing() ? Value.BOTH : result;
    }

    private static Value contains(Atom collection, Value element) {
        if (collection instanceof Atom.Tuple tuple) {
            Value result = Value.FALSE;
            for (Value candidate : tuple.elements()) {
                Value same = same(element, candidate);
                if (same.equals(Value.TRUE)) {
                    return Value.TRUE;
                }
                result = same.equals(Value.FALSE) ? result : Value.BOTH;
            }
            return result;
        }
        if (collection instanceof Atom.Dictionary dictionary
                && dictionary.rest().isNothing()) {
            Optional<String> key = element.asText();
            return key.map(name -> Value.truth(dictionary.known().has(name))).orElse(Value.BOTH);
        }
        Optional<String> text = Constants.string(collection);
        Optional<String> part = element.asText();
        return text.isPresent() && part.isPresent() ? Value.truth(text.get().contains(part.get())) : Value.BOTH;
    }

    private static Value ordered(ComparisonOperator operator, Value left, Value right) {
        Optional<BigInteger> a = left.single(Atom.Const.class).flatMap(constant -> Constants.whole(constant.value()));
        Optional<BigInteger> b = right.single(Atom.Const.class).flatMap(constant -> Constants.whole(constant.value()));
        if (a.isEmpty() || b.isEmpty()) {
            return Value.BOTH;
        }
        int order = a.get().compareTo(b.get());
        return Value.truth(
                switch (operator) {
                    case LESS -> order < 0;
                    case LESS_EQUAL -> order <= 0;
                    case GREATER -> order > 0;
                    default -> order >= 0;
                });
    }
}
