package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.btdetect.program.Constant;

/**
 * What an expression may evaluate to: a set of {@link Atom}s, in an order that depends on nothing but the set.
 * The empty set is the value of what never completes. Sets are small: beyond {@link #MOST_ATOMS} they are widened.
 */
public final class Value {

    /** Beyond this many constants a value is plain data. */
    static final int MOST_CONSTANTS = 32;

    /** Beyond this many atoms a value is unknown. */
    static final int MOST_ATOMS = 48;

    /** Beyond this many dictionaries, tuples of one length, objects of one class, a value holds one that stands for them all. */
    static final int MOST_OF_ONE_KIND = 4;

    public static final Value NOTHING = new Value(List.of());
    public static final Value UNKNOWN = new Value(List.of(new Atom.Unknown()));
    public static final Value DATA = new Value(List.of(new Atom.Data()));
    public static final Value NONE = of(new Atom.Const(new Constant.None()));
    public static final Value TRUE = of(new Atom.Const(new Constant.Truth(true)));
    public static final Value FALSE = of(new Atom.Const(new Constant.Truth(false)));
    public static final Value BOTH = TRUE.join(FALSE);

    private final List<Atom> atoms;
    private final int hash;
    private final int depth;
    private final boolean oversized;

    private Value(List<Atom> atoms) {
        this.atoms = atoms;
        int sum = 7;
        int deepest = 0;
        boolean anyOversized = false;
        for (Atom atom : atoms) {
            sum = 31 * sum + atom.hashCode();
            deepest = Math.max(deepest, atom.depth());
            anyOversized |= atom.oversized();
        }
        this.hash = sum;
        this.depth = deepest;
        this.oversized = anyOversized;
    }

    public static Value of(Atom atom) {
        return new Value(List.of(atom));
    }

    public static Value text(String text) {
        return of(new Atom.Const(new Constant.Text(text)));
    }

    public static Value truth(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    public static Value of(Iterable<? extends Atom> atoms) {
        List<Atom> distinct = new ArrayList<>();
        for (Atom atom : atoms) {
            if (!holds(distinct, atom)) {
                distinct.add(atom);
            }
        }
        return distinct.isEmpty() ? NOTHING : distinct.size() == 1 ? of(distinct.get(0)) : canonical(distinct);
    }

    public List<Atom> atoms() {
        return atoms;
    }

    public boolean isNothing() {
        return atoms.isEmpty();
    }

    public boolean isUnknown() {
        return atoms.size() == 1 && atoms.get(0) instanceof Atom.Unknown;
    }

    /** @return the only atom if there is exactly one of the kind and nothing else, else null-free emptiness by {@code fallback} */
    public <A extends Atom> Optional<A> single(Class<A> kind) {
        return atoms.size() == 1 && kind.isInstance(atoms.get(0))
                ? Optional.of(kind.cast(atoms.get(0)))
                : Optional.empty();
    }

    /** @return the text if the value is one constant string */
    public Optional<String> asText() {
        return single(Atom.Const.class)
                .map(Atom.Const::value)
                .filter(Constant.Text.class::isInstance)
                .map(constant -> ((Constant.Text) constant).value());
    }

    public Value join(Value other) {
        if (this == other || other.isNothing() || equals(other)) {
            return this;
        }
        if (isNothing()) {
            return other;
        }
        List<Atom> union = new ArrayList<>(atoms);
        for (Atom atom : other.atoms) {
            if (!holds(atoms, atom)) {
                union.add(atom);
            }
        }
        return union.size() == atoms.size() ? this : canonical(union);
    }

    /** As {@link List#contains}; most atoms differ in their hashes already. */
    private static boolean holds(List<Atom> atoms, Atom wanted) {
        int hash = wanted.hashCode();
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            if (atom == wanted || atom.hashCode() == hash && atom.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    public Value filter(Predicate<Atom> kept) {
        List<Atom> rest = new ArrayList<>(atoms.size());
        for (Atom atom : atoms) {
            if (kept.test(atom)) {
                rest.add(atom);
            }
        }
        return rest.size() == atoms.size() ? this : rest.isEmpty() ? NOTHING : new Value(List.copyOf(rest));
    }

    private static Value canonical(List<Atom> union) {
        Collapse.ofConstants(union);
        if (union.size() > MOST_OF_ONE_KIND) {
            Collapse.ofKinds(union);
        }
        if (union.size() > MOST_ATOMS) {
            return UNKNOWN;
        }
        union.sort(Atom.ORDER);
        return new Value(List.copyOf(union));
    }

    int depth() {
        return depth;
    }

    /** Whether one of the atoms is. */
    boolean oversized() {
        return oversized;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Value that && hash == that.hash && atoms.equals(that.atoms);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return atoms.size() == 1
                ? atoms.get(0).text()
                : "{" + String.join(" | ", atoms.stream().map(Atom::text).toList()) + "}";
    }
}
