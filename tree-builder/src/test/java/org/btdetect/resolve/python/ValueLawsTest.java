package org.btdetect.resolve.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.ComparisonOperator;
import org.btdetect.program.Constant;
import org.junit.jupiter.api.Test;

/** The laws of joins, and that folding over sets of constants covers every single pair; the seed of a failure is in its message. */
class ValueLawsTest {

    private static final int ROUNDS = 2000;
    private static final List<BinaryOperator> OPERATORS =
            List.of(BinaryOperator.ADD, BinaryOperator.BIT_AND, BinaryOperator.BIT_OR, BinaryOperator.BIT_XOR);

    private static Atom atom(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> new Atom.Data();
            case 1 -> new Atom.Const(new Constant.None());
            case 2 -> new Atom.Const(new Constant.Text("t" + random.nextInt(4)));
            case 3 -> new Atom.Const(new Constant.Whole(BigInteger.valueOf(random.nextInt(5))));
            case 4 -> new Atom.Const(new Constant.Truth(random.nextBoolean()));
            case 5 -> new Atom.External("library.f" + random.nextInt(3));
            case 6 -> new Atom.Elements(value(random, depth - 1));
            case 7 -> new Atom.Tuple(List.of(value(random, depth - 1), value(random, depth - 1)));
            default -> new Atom.Dictionary(bindings(random, depth - 1), Value.NOTHING);
        };
    }

    private static Bindings bindings(Random random, int depth) {
        Map<String, Value> known = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            known.put("k" + i, value(random, depth));
        }
        return Bindings.of(known);
    }

    private static Value value(Random random, int depth) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            atoms.add(atom(random, depth));
        }
        return Value.of(atoms);
    }

    @Test
    void joinsAreIdempotentAndCommutative() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Value one = value(random, 2);
            Value other = value(random, 2);
            String message = "seed " + seed;
            assertEquals(one, one.join(one), message);
            assertEquals(one.join(other), other.join(one), message);
            assertEquals(one, one.join(Value.NOTHING), message);
            assertEquals(one.join(other).hashCode(), other.join(one).hashCode(), message);
        }
    }

    @Test
    void joinsOfFewAtomsAreAssociative() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Value a = Value.of(atom(random, 1));
            Value b = Value.of(atom(random, 1));
            Value c = Value.of(atom(random, 1));
            assertEquals(a.join(b).join(c), a.join(b.join(c)), "seed " + seed);
        }
    }

    @Test
    void manyAtomsOfOneKindBecomeOneThatCoversThem() {
        Value many = Value.NOTHING;
        for (int i = 0; i < 2 * Value.MOST_OF_ONE_KIND; i++) {
            Bindings known = Bindings.of(Map.of("common", Value.text("v" + i), "own" + i, Value.TRUE));
            many = many.join(Value.of(new Atom.Dictionary(known, Value.NOTHING)));
        }
        assertTrue(many.atoms().size() <= Value.MOST_OF_ONE_KIND, many::toString);
        for (Atom atom : many.atoms()) {
            assertTrue(((Atom.Dictionary) atom).known().has("common"), many::toString);
        }
    }

    @Test
    void foldingCoversEveryPair() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int a = random.nextInt(8);
            int b = random.nextInt(8);
            Value set = whole(a).join(whole(random.nextInt(8)));
            BinaryOperator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
            Value folded = Folding.binary(operator, set, whole(b));
            Value single = Folding.binary(operator, whole(a), whole(b));
            assertEquals(folded, folded.join(single), "seed " + seed + " " + operator);
            Value compared = Folding.compare(ComparisonOperator.EQUAL, set, whole(b));
            assertEquals(compared, compared.join(Value.truth(a == b)), "seed " + seed);
        }
    }

    @Test
    void statesJoinVariableByVariable() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            State one = State.of(bindings(random, 1));
            State other = State.of(bindings(random, 1));
            assertTrue(State.join(one, other).sameAs(State.join(other, one)), "seed " + seed);
            assertTrue(State.join(one, one.copy()).sameAs(one), "seed " + seed);
            State left = other.copy();
            left.leave(State.Exit.RAISE);
            assertTrue(State.join(one, left).sameAs(one), "seed " + seed);
        }
    }

    private static Value whole(int number) {
        return Value.of(new Atom.Const(Constant.Whole.of(number)));
    }
}
