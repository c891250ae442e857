package org.btdetect.grow;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.btdetect.program.Problem;
import org.btdetect.tree.Gap;

/**
 * The calls of a program that were resolved, and how many were not.
 *
 * @param calls sorted, each call site and callee once
 * @param unresolved the calls that were met and whose callee is not known, sorted
 */
public record CallGraph(List<CallTable.Call> calls, Counts counts, List<Gap> unresolved, List<Problem> problems) {

    /** The component of places in a folder that was named by the user. */
    static final String COMPONENT = "program";

    public CallGraph {
        calls = List.copyOf(calls);
        unresolved = List.copyOf(unresolved);
        problems = List.copyOf(problems);
    }

    /**
     * How much was analysed.
     *
     * @param files the files read
     * @param unparsed those of them with something that could not be read
     * @param resolved call sites with a callee of the program
     * @param library call sites that leave the program
     * @param unresolved call sites whose callee is not known, by reason
     */
    public record Counts(int files, int unparsed, int resolved, int library, SortedMap<String, Integer> unresolved) {

        static final Counts NONE = new Counts(0, 0, 0, 0, new TreeMap<>());

        public Counts {
            unresolved = new TreeMap<>(unresolved);
        }

        Counts plus(Counts other) {
            SortedMap<String, Integer> sum = new TreeMap<>(unresolved);
            other.unresolved.forEach((reason, count) -> sum.merge(reason, count, Integer::sum));
            return new Counts(
                    files + other.files,
                    unparsed + other.unparsed,
                    resolved + other.resolved,
                    library + other.library,
                    sum);
        }

        /** All call sites. */
        public int callSites() {
            return resolved + library + unresolvedCallSites();
        }

        public int unresolvedCallSites() {
            return unresolved.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
