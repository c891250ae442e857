package org.btdetect.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.btdetect.event.io.EventWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each excerpt's events, and how its lines were counted, are those of the file beside it. */
class GoldenEventsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "collect");

    static Stream<Path> excerpts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".log")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("excerpts")
    void excerpt(Path log) throws IOException {
        StringWriter out = new StringWriter();
        try (Collection collection = Collection.open(List.of(log), CollectOptions.of(SmallVocabulary.create()))) {
            EventWriter writer = new EventWriter(out);
            collection.forEachRemaining(writer::write);
            writer.flush();
            LogReport report = collection.reports().get(0);
            out.write("used %d, known %d, repeated %d, unknown %d, malformed %d\n"
                    .formatted(report.used(), report.known(), report.repeated(), report.unknown(), report.malformed()));
            report.shapes().forEach(shape -> out.write(shape.count() + " " + shape.text() + "\n"));
            assertEquals(lines(log), report.lines());
        }
        String name = log.getFileName().toString().replace(".log", ".jsonl");
        check(log.resolveSibling(name), out.toString().replace(FOLDER + "/", ""));
    }

    private static long lines(Path log) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        long lines = bytes[bytes.length - 1] == '\n' ? 0 : 1;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static void check(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, () -> file + " (-Dgolden.update=true regenerates it)");
    }
}
