package org.btdetect.cli;

import java.util.concurrent.Callable;
import org.btdetect.source.SourceCache;
import org.btdetect.source.SourceCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code btdetect sources}: which source sets there are and what of them is here. */
@Command(
        name = "sources",
        subcommands = SourcesFetchCommand.class,
        description = {
            "Lists the known source sets and what of them is on this machine.",
            "",
            "A set holds the sources of one stack: Nova, libvirt's Python binding, libvirt and QEMU, as Debian packages"
                    + " them together. It answers to its series (zed, 2022.2), to Nova's version (26) and to its suite"
                    + " (bookworm)."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  btdetect sources", "  btdetect sources fetch zed"})
final class SourcesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final CacheOption cache = new CacheOption();

    @Override
    public Integer call() {
        SourceCatalog catalog = SourceCatalog.load();
        SourceCache sources = cache.cache();
        new SourceTable(catalog, sources)
                .print(catalog.sets(), spec.commandLine().getOut());
        Messages.progress(spec, false).say("kept in " + sources.folder());
        return ExitCode.DONE;
    }
}
