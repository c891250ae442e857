package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.io.KeywordFile;
import org.btdetect.keyword.io.KeywordJson;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Layer;
import org.btdetect.tree.LibraryEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code btdetect keywords}: the trace points of a tree library. */
@Command(
        name = "keywords",
        description = {
            "Lists the trace points of a tree library: the statements and operations that leave a record when an action runs.",
            "",
            "Of each it tells the layers that run it, the log, the level, the speaker (what the log names in front of the"
                    + " message: the logger, in the virtualization daemon's log the function) and the template of the message."
                    + " ACTIONS counts the actions that may leave it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect keywords --action os-stop",
            "  btdetect keywords --layer libvirt",
            "  btdetect keywords --all --format json"
        })
final class KeywordsCommand implements Callable<Integer> {
    private static final List<String> HEADER = List.of("LAYERS", "LOG", "LEVEL", "SPEAKER", "ACTIONS", "TEMPLATE");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Option(names = "--layer", paramLabel = "L", description = "Only what this layer runs: ${COMPLETION-CANDIDATES}.")
    private @Nullable Layer layer;

    @Option(names = "--action", paramLabel = "A", description = "Only what this action, or a variant of it, may leave.")
    private @Nullable String action;

    @Option(names = "--all", description = "Also statements that no action reaches.")
    private boolean all;

    @Option(names = "--format", paramLabel = "F", description = "${COMPLETION-CANDIDATES} (default: text).")
    private ReportFormat format = ReportFormat.TEXT;

    @Override
    public Integer call() throws IOException {
        KeywordLibrary found = selected(KeywordFile.read(library.folder()));
        PrintWriter out = spec.commandLine().getOut();
        if (format == ReportFormat.JSON) {
            KeywordJson.write(found, out);
        } else {
            List<List<String>> rows = new ArrayList<>();
            rows.add(HEADER);
            found.tracePoints().forEach(point -> rows.add(row(point, found)));
            TextTable.print(rows, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private KeywordLibrary selected(KeywordLibrary whole) throws IOException {
        Set<ActionName> actions = new HashSet<>(whole.actions());
        if (action != null) {
            actions = LibraryOption.entries(library.open().index(), action).stream()
                    .map(LibraryEntry::name)
                    .collect(Collectors.toSet());
        }
        Map<ActionName, Collection<Emission>> emissions = new HashMap<>();
        Set<String> emitted = new HashSet<>();
        Set<String> wanted = whole.tracePoints().stream()
                .filter(point -> layer == null || point.layers().contains(layer))
                .map(TracePoint::id)
                .collect(Collectors.toSet());
        for (ActionName name : actions) {
            List<Emission> own = whole.emissions(name).stream()
                    .filter(emission -> wanted.contains(emission.tracePoint()))
                    .toList();
            emissions.put(name, own);
            own.forEach(emission -> emitted.add(emission.tracePoint()));
        }
        boolean unreached = all && action == null && layer == null;
        List<TracePoint> points = whole.tracePoints().stream()
                .filter(point -> emitted.contains(point.id()) || unreached)
                .toList();
        return new KeywordLibrary(points, emissions);
    }

    private static List<String> row(TracePoint point, KeywordLibrary library) {
        return List.of(
                point.layers().stream().map(Layer::id).collect(Collectors.joining(" ")),
                point.source().id(),
                point.level().id(),
                point.speaker(),
                Integer.toString(library.actionsOf(point.id()).size()),
                point.template().text().replace("\n", "\\n"));
    }
}
