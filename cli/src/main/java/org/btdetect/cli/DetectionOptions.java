package org.btdetect.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.btdetect.collect.CollectOptions;
import org.btdetect.collect.Collection;
import org.btdetect.collect.format.OsloFormat;
import org.btdetect.collect.format.Vocabulary;
import org.btdetect.event.Event;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.io.KeywordFile;
import org.btdetect.match.Catalogue;
import org.btdetect.match.MatchEngine;
import org.btdetect.match.MatchOptions;
import org.btdetect.tree.io.TreeLibraryReader;
import org.btdetect.verdict.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which logs are judged by which library, and how that is done. */
final class DetectionOptions {
    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Option(names = "--logs", paramLabel = "DIR", required = true, description = "The folder of the logs.")
    private Path logs = Path.of("");

    @Option(
            names = {"--timezone", "--zone"},
            paramLabel = "ZONE",
            description = "Time zone of stamps that name none, such as +08:00 (default: estimated).")
    private @Nullable String zone;

    @Option(names = "--maintenance", paramLabel = "FILE", description = "Declared maintenance, a ticket a line.")
    private @Nullable Path maintenance;

    Path logs() {
        if (!Files.isDirectory(logs)) {
            throw new UsageException(logs + " is no folder of logs");
        }
        return logs;
    }

    Optional<ZoneId> zone() {
        try {
            return Optional.ofNullable(zone).map(ZoneId::of);
        } catch (DateTimeException malformed) {
            throw new UsageException("'" + zone + "' is no time zone such as +08:00");
        }
    }

    /** What the library knows, ready for matching, and the words by which it recognises records. */
    record Knowledge(Catalogue catalogue, Vocabulary vocabulary) {}

    Knowledge knowledge() throws IOException {
        TreeLibraryReader reader = library.open();
        Path folder = library.folder();
        boolean hasKeywords = Files.isRegularFile(folder.resolve("keywords.json"));
        KeywordLibrary keywords = hasKeywords ? KeywordFile.read(folder) : new KeywordLibrary(List.of(), Map.of());
        return new Knowledge(
                Catalogue.of(reader.readAll(), keywords), hasKeywords ? Vocabulary.of(keywords) : Vocabulary.none());
    }

    /** Reads the logs once. */
    List<Event> events(Knowledge knowledge) throws IOException {
        List<Event> events = new ArrayList<>();
        read(knowledge, events::add);
        return events;
    }

    /** Judges the logs in one pass. */
    MatchEngine judge(Knowledge knowledge, Consumer<Verdict> verdicts) throws IOException {
        MatchOptions options = maintenance == null
                ? MatchOptions.DEFAULT
                : MatchOptions.DEFAULT.with(MaintenanceFile.read(maintenance));
        MatchEngine engine = new MatchEngine(knowledge.catalogue(), options, verdicts);
        read(knowledge, engine::accept);
        engine.finish();
        return engine;
    }

    private void read(Knowledge knowledge, Consumer<Event> events) throws IOException {
        CollectOptions options =
                new CollectOptions(knowledge.vocabulary(), zone(), Map.of(), Map.of(), new OsloFormat());
        try (Collection collection = Collection.open(List.of(logs()), options)) {
            collection.forEachRemaining(events);
        }
    }
}
