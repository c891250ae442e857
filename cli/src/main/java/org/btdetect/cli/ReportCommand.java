package org.btdetect.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.io.KeywordFile;
import org.btdetect.report.LanePicture;
import org.btdetect.report.ReportInput;
import org.btdetect.report.ReportPage;
import org.btdetect.report.SourceLinks;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.client.ClientCatalog;
import org.btdetect.tree.diff.LibraryComparison;
import org.btdetect.tree.io.LibraryPair;
import org.btdetect.tree.io.TreeLibraryReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code btdetect report}: a library as one HTML page. */
@Command(
        name = "report",
        description = {
            "Writes a library as one HTML page that works without a network: its actions, each tree with its layers as lanes,"
                    + " the overlaps between actions, and what changed from another library."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect report --out zed.html",
            "  btdetect report --picture os-stop --out os-stop.svg",
            "  btdetect report --library epoxy --against zed --out upgrade.html",
            "  btdetect report --out zed.html --source-url"
                    + " 'nova=https://opendev.org/openstack/nova/src/tag/{version}/{file}#L{line}'"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Option(names = "--against", paramLabel = "OTHER", description = "The older library to compare with.")
    private @Nullable Path against;

    @Option(
            names = "--picture",
            paramLabel = "ACTION",
            description =
                    "Instead of a page an SVG picture of one action: entries and operations, each once, in lanes.")
    private String picture = "";

    @Option(names = "--depth", paramLabel = "N", description = "With --picture: only so many levels below the action.")
    private int depth = Integer.MAX_VALUE;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The page's file.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(
            names = "--source-url",
            paramLabel = "TEMPLATE",
            description =
                    "Where a line of the sources is shown, with {file}, {line}, {version} and {component} to be filled"
                            + " in; COMPONENT=TEMPLATE for one component only. May be repeated.")
    private List<String> sourceUrls = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        TreeLibraryReader reader = library.open();
        if (!picture.isEmpty()) {
            Files.writeString(out, LanePicture.of(LibraryOption.tree(reader, picture, false), depth));
            return ExitCode.DONE;
        }
        Optional<KeywordLibrary> keywords = Files.isRegularFile(library.folder().resolve("keywords.json"))
                ? Optional.of(KeywordFile.read(library.folder()))
                : Optional.empty();
        ClientCatalog clients = reader.clients().orElse(ClientCatalog.NONE);
        SourceLinks links = links();
        ReportInput input;
        if (against == null) {
            input = new ReportInput(reader.readAll(), keywords, clients, Optional.empty(), links);
        } else {
            LibraryPair pair = LibraryPair.read(TreeLibraryReader.open(LibraryOption.resolve(against)), reader);
            TreeLibrary before = pair.before();
            ReportInput.Against other =
                    new ReportInput.Against(before, LibraryComparison.compare(before, pair.after()));
            input = new ReportInput(pair.after(), keywords, clients, Optional.of(other), links);
        }
        Files.writeString(out, ReportPage.of(input));
        Messages.progress(spec, false).say(out + ": " + Files.size(out) / 1024 + " KiB");
        return ExitCode.DONE;
    }

    private SourceLinks links() {
        Map<String, String> templates = new TreeMap<>();
        for (String url : sourceUrls) {
            int equals = url.indexOf('=');
            boolean named = equals > 0 && url.substring(0, equals).matches("[a-z0-9-]+");
            templates.put(named ? url.substring(0, equals) : "", named ? url.substring(equals + 1) : url);
        }
        try {
            return new SourceLinks(templates);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--source-url: " + wrong.getMessage());
        }
    }
}
