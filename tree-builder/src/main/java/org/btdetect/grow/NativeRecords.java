package org.btdetect.grow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.btdetect.resolve.c.CRecords;
import org.btdetect.resolve.c.Mentions;
import org.btdetect.trace.NativeStatements;
import org.btdetect.tree.Place;
import org.jspecify.annotations.Nullable;

/**
 * The records that the daemon leaves. Of functions that reach no boundary, and so are not interpreted, only what they write
 * to other logs than the daemon's counts: audit records and the domain's own log.
 */
final class NativeRecords implements CRecords {

    private final IndexedProgram program;
    private final Set<String> names;
    private final Map<String, List<Place>> within = new ConcurrentHashMap<>();
    private @Nullable Written written;

    /** What functions write to other logs, and which functions lead to them. */
    private record Written(
            NativeStatements statements, Map<String, List<Place>> places, Map<String, Set<String>> calls) {}

    NativeRecords(IndexedProgram program) {
        this.program = program;
        this.names = NativeStatements.names(program);
    }

    @Override
    public boolean writes(String name) {
        return names.contains(name);
    }

    @Override
    public List<Place> within(String function) {
        Written known = written();
        return known.calls().containsKey(function) || known.places().containsKey(function)
                ? within.computeIfAbsent(function, name -> below(name, known))
                : List.of();
    }

    /** The daemon's log statements. */
    NativeStatements statements() {
        return written().statements();
    }

    private static List<Place> below(String function, Written written) {
        Set<String> seen = new HashSet<>(Set.of(function));
        Deque<String> open = new ArrayDeque<>(seen);
        Set<Place> places = new TreeSet<>();
        while (!open.isEmpty()) {
            String next = open.pop();
            places.addAll(written.places().getOrDefault(next, List.of()));
            for (String callee : written.calls().getOrDefault(next, Set.of())) {
                if (seen.add(callee)) {
                    open.push(callee);
                }
            }
        }
        return List.copyOf(places);
    }

    private synchronized Written written() {
        Written known = written;
        if (known == null) {
            NativeStatements statements = NativeStatements.of(program, names);
            Map<String, List<Place>> places = statements.besideTheLog();
            known = new Written(statements, places, leadingTo(places.keySet(), program.mentions()));
            written = known;
        }
        return known;
    }

    /** For each function from which one of the targets can be reached, those of the functions it mentions from which it can. */
    private static Map<String, Set<String>> leadingTo(Set<String> targets, Mentions mentions) {
        Map<String, List<Mentions.Owner>> callers = new HashMap<>();
        for (Mentions.Owner function : mentions.functions()) {
            for (int name : function.names()) {
                callers.computeIfAbsent(mentions.symbols().get(name), key -> new ArrayList<>())
                        .add(function);
            }
        }
        Map<String, Set<String>> calls = new HashMap<>();
        Collection<String> seen = new HashSet<>(targets);
        Deque<String> open = new ArrayDeque<>(targets);
        while (!open.isEmpty()) {
            String callee = open.pop();
            for (Mentions.Owner caller : callers.getOrDefault(callee, List.of())) {
                calls.computeIfAbsent(caller.name(), key -> new TreeSet<>()).add(callee);
                if (seen.add(caller.name())) {
                    open.push(caller.name());
                }
            }
        }
        return calls;
    }
}
