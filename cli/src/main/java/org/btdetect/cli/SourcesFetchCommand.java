package org.btdetect.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.btdetect.source.SetDefinition;
import org.btdetect.source.SourceCatalog;
import org.btdetect.source.SourceFetcher;
import org.btdetect.source.SourceSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code btdetect sources fetch}: obtains source sets. */
@Command(
        name = "fetch",
        description = {
            "Obtains source sets through this machine's apt and keeps them for later, also offline.",
            "",
            "apt works in a private folder: no root is needed and the machine's apt is left as it is. Signatures and"
                    + " checksums are checked by apt. Where the archive no longer has what it lists, the next newest"
                    + " version is taken, and that is said and recorded."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect sources fetch zed",
            "  btdetect sources fetch victoria zed epoxy",
            "  btdetect sources fetch zed --archive URL    where apt is configured for no Debian archive"
        })
final class SourcesFetchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final CacheOption cache = new CacheOption();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Option(names = "--refresh", description = "Fetch again what is here, in case the archive has moved on.")
    private boolean refresh;

    @Option(
            names = "--no-clients",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Without the client programs, from which it is read who starts an action (Maven gets those in Java).")
    private boolean clients;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Parameters(paramLabel = "SET", arity = "1..*", description = "The sets, by any of their names.")
    private List<String> names = List.of();

    @Override
    public Integer call() throws IOException {
        SourceCatalog catalog = SourceCatalog.load();
        List<SetDefinition> sets = names.stream().map(catalog::find).distinct().toList();
        SourceFetcher fetcher =
                SourceFetcher.ofMachine(catalog, cache.cache(), archive.settings(), Messages.progress(spec, quiet));
        for (SetDefinition set : sets) {
            if (refresh) {
                fetcher.refresh(set);
            } else {
                fetcher.obtain(set);
            }
            if (clients) {
                fetcher.obtainClients(set, refresh);
            }
        }
        if (clients) {
            fetcher.obtainJavaClients(refresh);
            keepClients(sets);
        }
        new SourceTable(catalog, cache.cache()).print(sets, spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    /** Reading clients takes longer than a build: it is done once, when they come. */
    private void keepClients(List<SetDefinition> sets) throws IOException {
        Path results = cache.cache().folder().resolveSibling("results");
        for (SetDefinition set : sets) {
            Messages.progress(spec, quiet).say("reading the clients of " + set.name());
            SourceSet read = cache.cache().clients(set.name());
            new ClientReading(read, read, results).keep();
        }
    }
}
