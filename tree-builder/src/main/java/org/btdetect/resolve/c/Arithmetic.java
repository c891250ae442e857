package org.btdetect.resolve.c;

import java.util.Optional;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.ComparisonOperator;

/** C's operators over abstract values. */
final class Arithmetic {

    private Arithmetic() {}

    /**
     * A binary operator. Sums and products of what is not constant text stay unknown, so that the values that a program
     * can form are finitely many and every analysis of it ends.
     */
    static CValue binary(BinaryOperator operator, CValue left, CValue right) {
        return switch (operator) {
            case BIT_AND -> and(left, right);
            case BIT_OR -> or(left, right);
            case BIT_XOR -> left.combine(right, (a, b) -> a ^ b);
            case SHIFT_LEFT -> left.combine(right, (a, b) -> b < 0 || b > 63 ? 0 : a << b);
            case SHIFT_RIGHT -> left.combine(right, (a, b) -> b < 0 || b > 63 ? 0 : a >> b);
            case COMMA -> right;
            default -> CValue.UNKNOWN;
        };
    }

    /** A binary operator between the operands of a constant expression. */
    static CValue constant(BinaryOperator operator, CValue left, CValue right) {
        return switch (operator) {
            case ADD -> left.combine(right, Long::sum);
            case SUBTRACT -> left.combine(right, (a, b) -> a - b);
            case MULTIPLY -> left.combine(right, (a, b) -> a * b);
            case DIVIDE -> left.combine(right, (a, b) -> b == 0 ? 0 : a / b);
            case MODULO -> left.combine(right, (a, b) -> b == 0 ? 0 : a % b);
            default -> binary(operator, left, right);
        };
    }

    private static CValue and(CValue left, CValue right) {
        if (left instanceof CValue.Known && right instanceof CValue.Known) {
            CValue exact = left.combine(right, (a, b) -> a & b);
            if (!exact.isUnknown()) {
                return exact;
            }
        }
        CValue.Bits a = left.knownBits().orElse(new CValue.Bits(0, 0));
        CValue.Bits b = right.knownBits().orElse(new CValue.Bits(0, 0));
        return CValue.bits(a.ones() & b.ones(), a.zeros() | b.zeros());
    }

    private static CValue or(CValue left, CValue right) {
        if (left instanceof CValue.Known && right instanceof CValue.Known) {
            CValue exact = left.combine(right, (a, b) -> a | b);
            if (!exact.isUnknown()) {
                return exact;
            }
        }
        CValue.Bits a = left.knownBits().orElse(new CValue.Bits(0, 0));
        CValue.Bits b = right.knownBits().orElse(new CValue.Bits(0, 0));
        return CValue.bits(a.ones() | b.ones(), a.zeros() & b.zeros());
    }

    static CValue invert(CValue value) {
        Optional<CValue.Bits> bits = value.knownBits();
        if (value instanceof CValue.Known) {
            return value.combine(CValue.number(-1), (a, b) -> a ^ b);
        }
        return bits.map(b -> CValue.bits(b.zeros(), b.ones())).orElse(CValue.UNKNOWN);
    }

    static CValue negate(CValue value) {
        return value.combine(CValue.number(0), (a, b) -> -a);
    }

    static Truth compare(ComparisonOperator operator, CValue left, CValue right) {
        Truth result = null;
        for (Atom l : left.atoms()) {
            for (Atom r : right.atoms()) {
                Truth truth = compare(operator, l, r);
                result = result == null ? truth : result.join(truth);
            }
        }
        return result == null ? Truth.EITHER : result;
    }

    private static Truth compare(ComparisonOperator operator, Atom left, Atom right) {
        if (left instanceof Atom.Number l && right instanceof Atom.Number r) {
            int order = Long.compare(l.value(), r.value());
            return switch (operator) {
                case EQUAL -> Truth.of(order == 0);
                case NOT_EQUAL -> Truth.of(order != 0);
                case LESS -> Truth.of(order < 0);
                case LESS_EQUAL -> Truth.of(order <= 0);
                case GREATER -> Truth.of(order > 0);
                case GREATER_EQUAL -> Truth.of(order >= 0);
                default -> Truth.EITHER;
            };
        }
        return switch (operator) {
            case EQUAL -> same(left, right);
            case NOT_EQUAL -> same(left, right).not();
            default -> Truth.EITHER;
        };
    }

    /** What comparing two texts returns: zero if they are equal. */
    static CValue difference(CValue left, CValue right) {
        CValue result = CValue.UNKNOWN;
        for (Atom l : left.atoms()) {
            for (Atom r : right.atoms()) {
                if (!(l instanceof Atom.Text) || !(r instanceof Atom.Text)) {
                    return CValue.UNKNOWN;
                }
                CValue one = CValue.number(l.equals(r) ? 0 : 1);
                result = result.isUnknown() ? one : result.join(one);
            }
        }
        return result;
    }

    /** Pointers: one function or variable is itself and nothing else; equal texts may stand at two addresses. */
    private static Truth same(Atom left, Atom right) {
        boolean open = left instanceof Atom.Origin
                || right instanceof Atom.Origin
                || left instanceof Atom.Program
                || right instanceof Atom.Program;
        if (open || left instanceof Atom.Text && left.equals(right)) {
            return Truth.EITHER;
        }
        return Truth.of(left.equals(right));
    }
}
