package org.btdetect.grow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.associate.python.Concurrency;
import org.btdetect.associate.python.ContextLibrary;
import org.btdetect.associate.python.FunctionTools;
import org.btdetect.associate.python.Imports;
import org.btdetect.program.Module;
import org.btdetect.program.Outline;
import org.btdetect.resolve.python.EveryEntry;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.Ledger;
import org.btdetect.resolve.python.OutsideWrites;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.Gap;
import org.btdetect.tree.Place;

/** The call graph of a folder's Python files: an abstract interpretation from every module, class and function. */
final class PythonCallGraph {

    private static final String UNREACHED = "the call is never reached";

    private final FolderModules source;
    private final Interpreter interpreter;
    private final TreeMap<String, Integer> reasons = new TreeMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int resolved;
    private int library;

    private PythonCallGraph(FolderModules source, OutsideWrites outsideWrites) {
        this.source = source;
        this.interpreter = new Interpreter(
                source,
                List.of(new FunctionTools(), new ContextLibrary(), new Concurrency(), new Imports()),
                outsideWrites);
    }

    /** Interprets twice if anything is assigned to objects from outside: the second time, all of that is known. */
    static CallGraph of(ProgramFiles program) {
        FolderModules source = new FolderModules(program);
        OutsideWrites writes = OutsideWrites.open();
        CallGraph first = new PythonCallGraph(source, writes).build();
        return writes.isEmpty() ? first : new PythonCallGraph(source, writes.next()).build();
    }

    private CallGraph build() {
        List<Behavior> entered = new EveryEntry(interpreter).run(source.modules());
        List<CallTable.Call> calls = CallTable.of(entered);
        source.parsed().forEach(this::count);
        int unparsed = (int) source.parsed().stream()
                .filter(module -> !module.problems().isEmpty())
                .count();
        CallGraph.Counts counts = new CallGraph.Counts(source.parsed().size(), unparsed, resolved, library, reasons);
        return new CallGraph(calls, counts, gaps, source.problems());
    }

    private record Site(int line, String text) {}

    private void count(Module module) {
        Set<Site> seen = new HashSet<>();
        for (Outline.Entry entry : Outline.of(module)) {
            Site site = new Site(entry.at().line(), entry.text().replaceAll("\\s+", " "));
            if (entry.kind() == Outline.Kind.CALL && seen.add(site)) {
                count(new Place(CallGraph.COMPONENT, module.file(), site.line()), site.text());
            }
        }
    }

    private void count(Place place, String text) {
        Ledger.Fate fate = interpreter.ledger().fate(place, text).orElse(Ledger.Fate.UNRESOLVED);
        if (fate == Ledger.Fate.RESOLVED) {
            resolved++;
        } else if (fate == Ledger.Fate.LIBRARY) {
            library++;
        } else {
            String reason = interpreter.ledger().reason(place, text).orElse(UNREACHED);
            reasons.merge(reason, 1, Integer::sum);
            gaps.add(new Gap(place, text, reason));
        }
    }
}
