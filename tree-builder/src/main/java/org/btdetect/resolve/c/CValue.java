package org.btdetect.resolve.c;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.btdetect.program.Constant;

/**
 * The abstract domain: what may be known of a C value. A value is a small set of atoms, or an integer of which some bits
 * are known, or unknown; joins go up in that order, and every chain of joins is finite.
 */
public sealed interface CValue {

    /** The largest set that is kept; a greater one becomes {@link Unknown}. */
    int LIMIT = 8;

    CValue UNKNOWN = new Unknown();
    CValue BOOLEAN = new Known(List.of(new Atom.Number(0), new Atom.Number(1)));

    /** Anything. */
    record Unknown() implements CValue {
        @Override
        public String toString() {
            return "?";
        }
    }

    /** One of the atoms, which are sorted and at least one. */
    record Known(List<Atom> atoms) implements CValue {
        public Known {
            atoms = List.copyOf(atoms);
        }

        @Override
        public String toString() {
            return String.join("|", atoms.stream().map(Atom::text).toList());
        }
    }

    /** An integer that has the bits {@code ones} and lacks the bits {@code zeros}. */
    record Bits(long ones, long zeros) implements CValue {
        @Override
        public String toString() {
            return "+" + Long.toHexString(ones) + "-" + Long.toHexString(zeros);
        }
    }

    /** The value of a literal of any language. */
    static CValue of(Constant constant) {
        return Constants.literal(constant);
    }

    static CValue number(long value) {
        return of(new Atom.Number(value));
    }

    static CValue of(Atom atom) {
        return new Known(List.of(atom));
    }

    /** The set of the atoms, or unknown if there are none or too many. */
    static CValue of(SortedSet<Atom> atoms) {
        return atoms.isEmpty() || atoms.size() > LIMIT ? UNKNOWN : new Known(List.copyOf(atoms));
    }

    static CValue bits(long ones, long zeros) {
        long open = ~(ones | zeros);
        if (open == 0) {
            return number(ones);
        }
        if (ones == 0 && zeros == 0) {
            return UNKNOWN;
        }
        return Long.bitCount(open) == 1 ? number(ones).join(number(ones | open)) : new Bits(ones, zeros);
    }

    /** The atoms; none where the value is not a set. */
    default List<Atom> atoms() {
        return this instanceof Known known ? known.atoms() : List.of();
    }

    default boolean isUnknown() {
        return this instanceof Unknown;
    }

    /** The integer, where it is the only possibility. */
    default Optional<Long> asNumber() {
        List<Atom> atoms = atoms();
        return atoms.size() == 1 && atoms.get(0) instanceof Atom.Number number
                ? Optional.of(number.value())
                : Optional.empty();
    }

    default Truth truth() {
        if (this instanceof Bits bits) {
            return bits.ones() != 0 ? Truth.TRUE : Truth.EITHER;
        }
        return atoms().stream().map(Atom::truth).reduce(Truth::join).orElse(Truth.EITHER);
    }

    /** The least value that covers both. */
    default CValue join(CValue other) {
        if (equals(other)) {
            return this;
        }
        if (this instanceof Known && other instanceof Known) {
            SortedSet<Atom> all = new TreeSet<>(atoms());
            all.addAll(other.atoms());
            return of(all);
        }
        Optional<Bits> mine = knownBits();
        Optional<Bits> theirs = other.knownBits();
        if (mine.isEmpty() || theirs.isEmpty()) {
            return UNKNOWN;
        }
        return bits(
                mine.get().ones() & theirs.get().ones(),
                mine.get().zeros() & theirs.get().zeros());
    }

    /** What is known of an integer's bits; absent where the value may be something else than an integer. */
    default Optional<Bits> knownBits() {
        if (this instanceof Bits bits) {
            return Optional.of(bits);
        }
        if (atoms().isEmpty() || !atoms().stream().allMatch(Atom.Number.class::isInstance)) {
            return Optional.empty();
        }
        long ones = -1;
        long zeros = -1;
        for (Atom atom : atoms()) {
            ones &= ((Atom.Number) atom).value();
            zeros &= ~((Atom.Number) atom).value();
        }
        return Optional.of(new Bits(ones, zeros));
    }

    /** Applies an operator to every pair of integers; unknown where an operand is anything else. */
    default CValue combine(CValue other, BinaryOperator<Long> operator) {
        SortedSet<Atom> results = new TreeSet<>();
        for (Atom left : atoms()) {
            for (Atom right : other.atoms()) {
                if (!(left instanceof Atom.Number l) || !(right instanceof Atom.Number r)) {
                    return UNKNOWN;
                }
                results.add(new Atom.Number(operator.apply(l.value(), r.value())));
            }
        }
        return of(results);
    }
}
