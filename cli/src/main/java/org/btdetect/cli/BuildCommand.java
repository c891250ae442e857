package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.btdetect.grow.GrownAction;
import org.btdetect.grow.GrownLibrary;
import org.btdetect.grow.LibraryAssembly;
import org.btdetect.grow.LibraryBuilder;
import org.btdetect.grow.Profile;
import org.btdetect.grow.TreeWriter;
import org.btdetect.keyword.io.KeywordFile;
import org.btdetect.source.DemoStack;
import org.btdetect.source.SetDefinition;
import org.btdetect.source.SourceException;
import org.btdetect.source.SourceSet;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Counts;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.client.Aliases;
import org.btdetect.tree.client.ClientCatalog;
import org.btdetect.tree.io.TreeLibraryWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code btdetect build}: the main job, from sources to a tree library. */
@Command(
        name = "build",
        description = {
            "Derives the behaviour trees of every operation on a virtual machine from the sources.",
            "",
            "Without options: the default source set, fetched if it is not here, into output/NAME. The library is written"
                    + " whole or not at all."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect build",
            "  btdetect build --release epoxy",
            "  btdetect build --all --min-resolved 98",
            "  btdetect build --demo",
            "  btdetect build --action os-stop --out /tmp/stop",
            "  btdetect build --nova nova --libvirt-python libvirt.py --libvirt libvirt --qemu qemu --name mine"
        })
final class BuildCommand implements Callable<Integer> {
    private static final Path OUTPUT = Path.of("output");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Option(
            names = "--action",
            paramLabel = "A",
            description = "Only this action, by its name without variant; may be repeated.")
    private List<String> actions = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "The library's folder (default: output/NAME).")
    private @Nullable Path out;

    @Option(
            names = "--all",
            description =
                    "Every source set that 'btdetect sources' lists, one after the other; with --out into DIR/NAME.")
    private boolean all;

    @Option(
            names = "--min-resolved",
            paramLabel = "PERCENT",
            description = "Write nothing and exit with 3 if a smaller share of the calls on the way was followed.")
    private double minResolved;

    @Option(names = "--full", description = "Also write the full view, every call, of each action (large).")
    private boolean full;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads write trees (default: one for each processor); two more read sources.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "No progress and no summary.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw new UsageException("--threads takes a number from 1 on");
        }
        if (!(minResolved >= 0 && minResolved <= 100)) {
            throw new UsageException("--min-resolved takes a percentage from 0 to 100");
        }
        if (all) {
            return buildAll();
        }
        if (sources.demo()) {
            try (DemoStack demo = DemoStack.open()) {
                return build(demo.sources());
            }
        }
        return build(sources.sources(Messages.progress(spec, quiet)));
    }

    /** One set that cannot be had or analysed does not keep the others from being built. */
    private int buildAll() throws IOException {
        int worst = ExitCode.DONE;
        for (SetDefinition definition : sources.all()) {
            try {
                worst = Math.max(worst, build(sources.obtain(definition, Messages.progress(spec, quiet))));
            } catch (SourceException e) {
                spec.commandLine().getErr().println("btdetect: " + definition.name() + ": " + e.getMessage());
                worst = ExitCode.NOT_ANALYSED;
            }
        }
        return worst;
    }

    private Path folder(SourceSet set) {
        return out == null ? OUTPUT.resolve(set.name()) : all ? out.resolve(set.name()) : out;
    }

    private int build(SourceSet set) throws IOException {
        ClientReading clients = new ClientReading(set, sources.clients(set), sources.resultsFolder()).begin();
        StageLine stages = new StageLine(spec, quiet);
        Profile profile = Profile.localFiles();
        GrownLibrary grown = new LibraryBuilder(set, profile, stages::show).grow(wanted());
        checkNames(grown);
        if (grown.actions().isEmpty()) {
            stages.clear();
            spec.commandLine()
                    .getErr()
                    .println("btdetect: no route of an operation on a server was found in " + set.name()
                            + "; no library is written");
            return ExitCode.NOT_ANALYSED;
        }
        Counts counts = LibraryAssembly.counts(grown);
        if (counts.resolvedPercent() < minResolved) {
            stages.clear();
            tooPoor(set.name(), counts);
            return ExitCode.NOT_ANALYSED;
        }
        stages.show("writing trees");
        Path folder = folder(set);
        TreeLibrary library = InThreads.run(threads, () -> {
            TreeLibrary bare = LibraryAssembly.assemble(set, profile, grown, Version.current());
            ClientCatalog catalog = clients.of(bare, grown);
            TreeLibrary made = Aliases.added(bare, catalog);
            TreeLibraryWriter.write(made, folder, fresh -> {
                TreeLibraryWriter.writeClients(catalog, fresh);
                fill(grown, made, fresh);
            });
            return made;
        });
        stages.clear();
        if (!quiet && !sources.demo()) {
            clients.note(set.name()).ifPresent(Messages.progress(spec, quiet)::say);
        }
        new BuildSummary(spec, quiet).print(library, grown, folder);
        return ExitCode.DONE;
    }

    private void tooPoor(String name, Counts counts) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(String.format(
                Locale.ROOT,
                "btdetect: %s: only %.2f %% of %d calls were followed, --min-resolved asks for %s %%; no library is written",
                name,
                counts.resolvedPercent(),
                counts.calls(),
                BigDecimal.valueOf(minResolved).stripTrailingZeros().toPlainString()));
        counts.unresolved().forEach((reason, sites) -> err.println("btdetect: " + sites + " not followed: " + reason));
        err.flush();
    }

    private void fill(GrownLibrary grown, TreeLibrary library, Path folder) throws IOException {
        KeywordFile.write(LibraryAssembly.keywords(grown, library), folder);
        CallsFile.write(LibraryAssembly.calls(grown), CallsFile.in(folder));
        if (full) {
            for (GrownAction action : grown.actions()) {
                for (BehaviorTree tree : TreeWriter.full(action)) {
                    TreeLibraryWriter.writeFull(tree, folder);
                }
            }
        }
    }

    private void checkNames(GrownLibrary grown) {
        for (String action : wanted()) {
            if (grown.actions().stream().noneMatch(one -> one.name().equals(action))) {
                throw new UsageException(
                        "these sources offer no action '" + action + "'" + Nearest.hint(action, grown.names()));
            }
        }
    }

    private Set<String> wanted() {
        return new TreeSet<>(actions);
    }
}
