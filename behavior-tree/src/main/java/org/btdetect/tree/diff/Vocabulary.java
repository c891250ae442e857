package org.btdetect.tree.diff;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** The names of the functions of a library that lead to a crossing. */
final class Vocabulary {
    private final Set<String> names = new HashSet<>();
    private final Set<Function> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    static Vocabulary of(Collection<Function> actions) {
        Vocabulary vocabulary = new Vocabulary();
        actions.forEach(vocabulary::add);
        return vocabulary;
    }

    boolean has(Function function) {
        return names.contains(function.name());
    }

    private void add(Function function) {
        if (seen.add(function)) {
            names.add(function.name());
            function.body().forEach(operation -> operation.function().ifPresent(this::add));
        }
    }
}
