package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which functions and macros can possibly reach a boundary operation, over names alone: the least set that contains every
 * definition whose text mentions a boundary function, a name in the set, or a member that a function of the set is stored in.
 * What is outside of the set cannot matter to a tree and is never interpreted; a function pointer that is passed along is
 * covered where it is mentioned.
 */
final class Reach {

    private final Mentions mentions;
    private final Predicate<String> boundary;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final BitSet names = new BitSet();
    private final BitSet members = new BitSet();
    private final BitSet selecting = new BitSet();
    private final Map<String, BitSet> staticNames = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    Reach(Mentions mentions, Predicate<String> boundary) {
        this.mentions = mentions;
        this.boundary = boundary;
        for (int i = 0; i < mentions.symbols().size(); i++) {
            numbers.put(mentions.symbols().get(i), i);
            names.set(i, boundary.test(mentions.symbols().get(i)));
        }
        int selects = numbers.getOrDefault(Mentions.SELECTS, -1);
        mentions.macros().stream()
                .filter(macro -> IntStream.of(macro.names()).anyMatch(name -> name == selects))
                .forEach(macro -> mark(selecting, macro.name()));
        solve();
    }

    /** Whether some function that is stored in a member of this name may reach a boundary operation. */
    boolean reachesThrough(String member) {
        Integer number = numbers.get(member);
        return number != null && members.get(number);
    }

    boolean reaches(Definition definition) {
        return keys.contains(
                definition.source().isStatic() ? definition.name() + '@' + definition.file() : definition.name());
    }

    /** Whether a name that a file uses may lead to a boundary operation: a function, a macro or the operation itself. */
    boolean reaches(String name, String file) {
        return boundary.test(name) || keys.contains(name + '@' + file) || keys.contains(name);
    }

    private void solve() {
        List<Mentions.Owner> open = new ArrayList<>(mentions.functions());
        List<Mentions.Owner> openMacros = new ArrayList<>(mentions.macros());
        List<Mentions.Store> openStores = new ArrayList<>(mentions.stores());
        boolean changed = true;
        while (changed) {
            changed = open.removeIf(owner -> reaches(owner) && add(owner));
            changed |= openMacros.removeIf(owner -> reaches(owner) && add(owner));
            changed |=
                    openStores.removeIf(store -> reaches(store.value(), store.file()) && mark(members, store.member()));
        }
    }

    private boolean reaches(Mentions.Owner owner) {
        BitSet own = staticNames.get(owner.file());
        boolean selects = false;
        for (int name : owner.names()) {
            selects |= selecting.get(name);
            if (names.get(name) || own != null && own.get(name)) {
                return true;
            }
        }
        for (int member : owner.members()) {
            if (members.get(member)) {
                return true;
            }
        }
        return selects && IntStream.of(owner.names()).anyMatch(members::get);
    }

    private boolean add(Mentions.Owner owner) {
        keys.add(owner.key());
        if (owner.isStatic() && owner.file().endsWith(".c")) {
            mark(staticNames.computeIfAbsent(owner.file(), file -> new BitSet()), owner.name());
        } else {
            keys.add(owner.name());
            mark(names, owner.name());
        }
        return true;
    }

    private boolean mark(BitSet set, String name) {
        Integer number = numbers.get(name);
        if (number != null) {
            set.set(number);
        }
        return true;
    }

    /** How many functions and macros may reach a boundary operation. */
    int size() {
        return keys.size();
    }
}
