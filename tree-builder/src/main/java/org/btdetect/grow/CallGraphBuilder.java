package org.btdetect.grow;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Builds the call graph of any folder of Python and C sources, from every function and module in it. */
public final class CallGraphBuilder {

    private final List<Path> paths;

    /** @param paths files and folders that are one program; they exist */
    public CallGraphBuilder(List<Path> paths) {
        this.paths = List.copyOf(paths);
    }

    /**
     * Reads and interprets the sources. Files are named from the folder that holds all the paths.
     *
     * @throws java.io.UncheckedIOException where a file or folder cannot be read
     */
    public CallGraph build() {
        ProgramFiles program = ProgramFiles.below(paths);
        CallGraph python = DeepStack.call("call graph of Python", () -> PythonCallGraph.of(program));
        CallGraph c = DeepStack.call("call graph of C", () -> CCallGraph.of(program));
        return new CallGraph(
                Stream.concat(python.calls().stream(), c.calls().stream())
                        .sorted(CallTable.ORDER_OF_CALLS)
                        .toList(),
                python.counts().plus(c.counts()),
                Stream.concat(python.unresolved().stream(), c.unresolved().stream())
                        .sorted()
                        .toList(),
                Stream.concat(python.problems().stream(), c.problems().stream()).toList());
    }
}
