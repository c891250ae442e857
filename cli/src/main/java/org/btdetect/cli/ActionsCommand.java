package org.btdetect.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.btdetect.tree.Layer;
import org.btdetect.tree.LibraryEntry;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.RootKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code btdetect actions}: what a tree library has trees of. */
@Command(
        name = "actions",
        description = {
            "Lists the actions of a tree library.",
            "",
            "NODES is the size of the layered view; OPEN counts the calls on the way that the analysis could not follow."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  btdetect actions", "  btdetect actions --library output/victoria"})
final class ActionsCommand implements Callable<Integer> {
    private static final List<String> HEADER = List.of("ACTION", "ROUTE", "LAYERS", "NODES", "OPEN", "ALSO");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Override
    public Integer call() throws IOException {
        LibraryIndex index = library.open().index();
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        index.entries().forEach(entry -> rows.add(row(entry)));
        TextTable.print(rows, spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private static List<String> row(LibraryEntry entry) {
        RootKind kind = entry.activity().kind();
        String route = kind == RootKind.REQUEST ? entry.activity().route().toString() : "(" + kind.id() + ")";
        return List.of(
                entry.name().toString(),
                route,
                entry.layers().stream().map(Layer::id).collect(Collectors.joining(" ")),
                Integer.toString(entry.nodes()),
                Integer.toString(entry.unresolved().size()),
                String.join(", ", entry.activity().aliases()));
    }
}
