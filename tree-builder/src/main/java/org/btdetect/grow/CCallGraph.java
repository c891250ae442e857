package org.btdetect.grow;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.btdetect.frontend.c.CFrontEnd;
import org.btdetect.program.Problem;
import org.btdetect.resolve.c.CEngine;
import org.btdetect.resolve.c.COptions;
import org.btdetect.resolve.c.CRecords;
import org.btdetect.resolve.c.CallRecorder;
import org.btdetect.resolve.c.Definition;
import org.btdetect.resolve.c.Facts;
import org.btdetect.resolve.c.Mentions;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Gap;
import org.btdetect.tree.Place;

/** The call graph of a folder's C files: every function is entered, with arguments of which nothing is known. */
final class CCallGraph implements CallRecorder {

    private final Set<CallTable.Call> calls = ConcurrentHashMap.newKeySet();
    private final Set<Site> resolved = ConcurrentHashMap.newKeySet();
    private final Set<Site> external = ConcurrentHashMap.newKeySet();
    private final Set<Gap> gaps = ConcurrentHashMap.newKeySet();
    private final Set<Problem> problems = ConcurrentHashMap.newKeySet();

    /** @param callee the function named; empty for a call through a pointer */
    private record Site(String file, int line, String callee) {}

    private CCallGraph() {}

    static CallGraph of(ProgramFiles program) {
        return new CCallGraph().build(program);
    }

    private CallGraph build(ProgramFiles program) {
        Set<String> files = new HashSet<>(program.c());
        files.removeIf(program::isTooLarge);
        IndexedProgram code =
                IndexedProgram.scan(CallGraph.COMPONENT, program.root(), files::contains, new CFrontEnd(problems::add));
        CEngine engine =
                new CEngine(code, new COptions(List.of(), variable -> true, Facts.none(), this, CRecords.NONE, true));
        for (Mentions.Owner owner : code.mentions().functions()) {
            code.functions(owner.name(), owner.file()).stream()
                    .filter(definition -> definition.file().equals(owner.file()))
                    .forEach(engine::enter);
        }
        engine.complete();
        return result(files.size());
    }

    private CallGraph result(int files) {
        resolved.forEach(external::remove);
        List<Gap> unresolved = gaps.stream()
                .filter(gap -> !resolved.contains(site(gap, "")) && !external.contains(site(gap, gap.text())))
                .sorted()
                .toList();
        TreeMap<String, Integer> reasons = new TreeMap<>();
        unresolved.forEach(gap -> reasons.merge(gap.reason(), 1, Integer::sum));
        int unparsed = (int) problems.stream().map(Problem::file).distinct().count();
        CallGraph.Counts counts = new CallGraph.Counts(files, unparsed, resolved.size(), external.size(), reasons);
        TreeSet<CallTable.Call> sorted = new TreeSet<>(CallTable.ORDER_OF_CALLS);
        sorted.addAll(calls);
        List<Problem> told = problems.stream()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparing(Problem::at)
                        .thenComparing(Problem::message))
                .toList();
        return new CallGraph(List.copyOf(sorted), counts, unresolved, told);
    }

    private static Site site(Gap gap, String callee) {
        return new Site(gap.place().file(), gap.place().line(), callee);
    }

    @Override
    public void resolved(Definition caller, int line, Definition callee, EdgeKind kind) {
        resolved.add(new Site(caller.file(), line, kind == EdgeKind.DIRECT ? callee.name() : ""));
        calls.add(new CallTable.Call(
                caller.file(), caller.name(), line, callee.file(), callee.name(), kind, Collections.emptyList()));
    }

    @Override
    public void external(Definition caller, int line, String callee) {
        external.add(new Site(caller.file(), line, callee));
    }

    @Override
    public void unresolved(Definition caller, Place at, String text, String reason) {
        gaps.add(new Gap(at, text, reason));
    }
}
