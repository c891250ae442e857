package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.btdetect.collect.CollectOptions;
import org.btdetect.collect.Collection;
import org.btdetect.collect.LogReport;
import org.btdetect.collect.format.OsloFormat;
import org.btdetect.collect.format.Vocabulary;
import org.btdetect.collect.record.Shapes.Shape;
import org.btdetect.event.Event;
import org.btdetect.event.io.EventWriter;
import org.btdetect.keyword.io.KeywordFile;
import org.btdetect.tree.io.NoLibraryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code btdetect collect}: logs to normalised events. */
@Command(
        name = "collect",
        description = {
            "Reads logs of all layers and prints their events as JSON lines, in the order of their times.",
            "",
            "Formats are recognised by content: oslo.log as text or JSON, notifications, instance actions, journald, uWSGI,",
            "Apache, libvirtd, QEMU per-domain logs, kernel audit.",
            "Rotated and gzipped files are read as one log. The schema is docs/events.md."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect collect /var/log/nova /var/log/libvirt > events.jsonl",
            "  btdetect collect --timezone Asia/Shanghai nova-compute.log",
            "  btdetect collect --unknown logs/"
        })
final class CollectCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "LOG", arity = "1..*", description = "Log files, and folders to be searched for logs.")
    private List<Path> logs = List.of();

    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Option(
            names = "--timezone",
            paramLabel = "[LOG=]ZONE",
            description = "Time zone of stamps that name none; for the logs of one service or name only, with LOG=.")
    private List<String> zones = List.of();

    @Option(
            names = "--host",
            paramLabel = "HOST=FOLDER",
            description = "The host whose logs a folder or file holds; may be repeated.")
    private Map<String, String> hosts = Map.of();

    @Option(
            names = "--oslo-format",
            paramLabel = "FORMAT",
            description = "The services' logging_context_format_string, where it is not the default.")
    private Optional<String> osloFormat = Optional.empty();

    @Option(
            names = "--unknown",
            description = "Prints, instead of events, the shapes of lines that were not understood, with their counts.")
    private boolean unknown;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Collection collection = Collection.open(logs, options())) {
            EventWriter writer = new EventWriter(out);
            while (collection.hasNext()) {
                Event event = collection.next();
                if (!unknown) {
                    writer.write(event);
                }
            }
            writer.flush();
            if (unknown) {
                collection.reports().forEach(report -> shapes(report, out));
            }
            summary(collection);
        }
        return ExitCode.DONE;
    }

    private CollectOptions options() throws IOException {
        Optional<ZoneId> zone = Optional.empty();
        Map<String, ZoneId> byLog = new HashMap<>();
        for (String text : zones) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                zone = Optional.of(zone(text));
            } else {
                byLog.put(text.substring(0, equals), zone(text.substring(equals + 1)));
            }
        }
        Map<String, String> hostOfPath = new HashMap<>();
        hosts.forEach((host, path) -> hostOfPath.put(path, host));
        OsloFormat oslo = osloFormat.map(OsloFormat::new).orElseGet(OsloFormat::new);
        return new CollectOptions(vocabulary(), zone, byLog, hostOfPath, oslo);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknownZone) {
            throw new UsageException("no time zone: " + text);
        }
    }

    private Vocabulary vocabulary() throws IOException {
        try {
            return Vocabulary.of(KeywordFile.read(library.folder()));
        } catch (NoLibraryException none) {
            spec.commandLine().getErr().println(none.getMessage() + ": messages are not recognised");
            return Vocabulary.none();
        }
    }

    private static void shapes(LogReport report, PrintWriter out) {
        for (Shape shape : report.shapes()) {
            out.printf(Locale.ROOT, "%8d %s:%d %s%n", shape.count(), report.log(), shape.line(), shape.text());
        }
    }

    private void summary(Collection collection) {
        PrintWriter err = spec.commandLine().getErr();
        collection.findings().forEach(err::println);
        for (LogReport report : collection.reports()) {
            err.printf(
                    Locale.ROOT,
                    "%s: %s, %d lines, %d events, %.1f %% recognised (%d used, %d known, %d repeated, %d unknown, %d malformed)%n",
                    report.log(),
                    report.format(),
                    report.lines(),
                    report.events(),
                    100 * report.recognised(),
                    report.used(),
                    report.known(),
                    report.repeated(),
                    report.unknown(),
                    report.malformed());
            report.problems().forEach(err::println);
        }
        collection.strangers().forEach(file -> err.println(file + ": of no known format, not read"));
    }
}
