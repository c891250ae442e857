package org.btdetect.resolve.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.ComparisonOperator;
import org.junit.jupiter.api.Test;

class CValueTest {

    private static final List<BinaryOperator> OPERATORS =
            List.of(BinaryOperator.BIT_AND, BinaryOperator.BIT_OR, BinaryOperator.BIT_XOR);

    /** Whether an abstract value admits an integer. */
    private static boolean admits(CValue value, long number) {
        if (value instanceof CValue.Bits bits) {
            return (bits.ones() & ~number) == 0 && (bits.zeros() & number) == 0;
        }
        return value.isUnknown() || value.atoms().contains(new Atom.Number(number));
    }

    private static CValue anyAbove(Random random, long number) {
        return switch (random.nextInt(4)) {
            case 0 -> CValue.UNKNOWN;
            case 1 -> CValue.number(number);
            case 2 -> CValue.number(number).join(CValue.number(random.nextInt(16)));
            default -> CValue.bits(number & random.nextLong(), ~number & random.nextLong());
        };
    }

    private static long concrete(BinaryOperator operator, long left, long right) {
        return switch (operator) {
            case BIT_AND -> left & right;
            case BIT_OR -> left | right;
            default -> left ^ right;
        };
    }

    @Test
    void operatorsCoverWhatTheyDoToEveryAdmittedInteger() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long left = random.nextInt(32) - 8;
            long right = random.nextInt(32) - 8;
            CValue a = anyAbove(random, left);
            CValue b = anyAbove(random, right);
            String message = "seed " + seed + ": " + a + " " + b;
            BinaryOperator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
            assertTrue(admits(Arithmetic.binary(operator, a, b), concrete(operator, left, right)), message);
            assertTrue(admits(a.join(b), left) && admits(a.join(b), right), message);
            assertTrue(admits(Arithmetic.invert(a), ~left), message);
            Truth equal = Arithmetic.compare(ComparisonOperator.EQUAL, a, b);
            assertTrue(equal == Truth.EITHER || equal == Truth.of(left == right), message);
            assertTrue(a.truth() == Truth.EITHER || a.truth() == Truth.of(left != 0), message);
        }
    }

    @Test
    void joinsAreCommutativeAndNeverShrink() {
        List<CValue> values = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            values.add(CValue.number(i));
        }
        CValue all = values.stream().reduce(CValue::join).orElseThrow();
        assertTrue(admits(all, 11) && admits(all, 0));
        CValue text = CValue.of(new Atom.Text("stop"));
        assertEquals(text.join(values.get(3)), values.get(3).join(text));
        assertEquals(CValue.UNKNOWN, text.join(CValue.UNKNOWN));
    }

    @Test
    void aMaskOfOneBitIsZeroOrThatBit() {
        CValue masked = Arithmetic.binary(BinaryOperator.BIT_AND, CValue.UNKNOWN, CValue.number(4));
        assertEquals(CValue.number(0).join(CValue.number(4)), masked);
        CValue set = Arithmetic.binary(BinaryOperator.BIT_OR, CValue.UNKNOWN, CValue.number(4));
        assertEquals(
                Truth.TRUE,
                Arithmetic.binary(BinaryOperator.BIT_AND, set, CValue.number(4)).truth());
    }
}
