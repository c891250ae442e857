package org.btdetect.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.btdetect.grow.CallGraph;
import org.btdetect.grow.CallGraphBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code btdetect program callgraph}: the resolved calls of any sources. */
@Command(
        name = "callgraph",
        description = {
            "Prints the resolved call graph of Python and C sources, from every module, method and function as an entry"
                    + " point, as CSV: caller_file,caller,line,callee_file,callee,kind.",
            "",
            "Files are relative to PATH; with several, which are one program, to the folder that holds them all. Names are"
                    + " qualified as in the source; <module> is a module's body. A call that cannot be resolved gives no"
                    + " row: such calls are counted on standard error."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect program callgraph nova/virt/libvirt > calls.csv",
            "  btdetect program callgraph src/qemu --format json --unresolved"
        })
final class ProgramCallgraphCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders with *.py, *.c and *.h files.")
    private List<Path> paths = List.of();

    /** How the graph is written. */
    enum Format {
        csv,
        json
    }

    @Option(names = "--format", paramLabel = "F", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.csv;

    @Option(names = "--unresolved", description = "List the calls that were not resolved, on standard error.")
    private boolean listsUnresolved;

    @Override
    public Integer call() {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(spec.commandLine(), "no such file or folder: " + path);
            }
        }
        CallGraph graph = new CallGraphBuilder(paths).build();
        boolean analysed = graph.counts().files() > graph.counts().unparsed()
                || !graph.calls().isEmpty();
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.json) {
            CallGraphText.json(graph, out);
        } else {
            CallGraphText.csv(graph, out);
        }
        report(graph);
        return analysed ? ExitCode.DONE : ExitCode.NOT_ANALYSED;
    }

    private void report(CallGraph graph) {
        PrintWriter err = spec.commandLine().getErr();
        graph.problems().forEach(problem -> err.println("btdetect: " + problem));
        if (listsUnresolved) {
            graph.unresolved()
                    .forEach(gap -> err.printf(
                            "btdetect: unresolved: %s:%d: %s: %s%n",
                            gap.place().file(), gap.place().line(), gap.text(), gap.reason()));
        }
        CallGraph.Counts counts = graph.counts();
        err.printf(
                Locale.ROOT,
                "btdetect: %d edges; of %d call sites %d resolved, %d to libraries, %d unresolved (%.1f %%);"
                        + " %d files, %d files with problems%n",
                graph.calls().size(),
                counts.callSites(),
                counts.resolved(),
                counts.library(),
                counts.unresolvedCallSites(),
                100.0 * counts.unresolvedCallSites() / Math.max(1, counts.callSites()),
                counts.files(),
                counts.unparsed());
        counts.unresolved().forEach((reason, count) -> err.printf("btdetect:   %d unresolved: %s%n", count, reason));
        err.flush();
    }
}
