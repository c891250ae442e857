package org.btdetect.collect;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.btdetect.collect.format.Vocabulary;
import org.btdetect.event.Event;
import org.btdetect.keyword.io.KeywordFile;

/** Real logs beside the project, which are no part of it; what needs them is skipped where they are not. */
final class RealLogs {
    static final Path FOLDER = Path.of("..", "..", "..", "shared", "data");
    private static final Path BESIDE = Path.of("..", "..", "shared", "data");

    private RealLogs() {}

    /** The folder of real logs, seen from the project or from a work tree of it. */
    static Path folder() {
        return Files.isDirectory(BESIDE) ? BESIDE : FOLDER;
    }

    static Path folder(String name) {
        Path found = folder().resolve(name);
        assumeTrue(Files.isDirectory(found), () -> "skipped: there are no real logs in " + found);
        return found;
    }

    /** The keyword library of Zed, where the committed library has one. */
    static Vocabulary zed() throws IOException {
        Path library = Path.of("..", "output", "zed");
        assumeTrue(Files.isRegularFile(library.resolve("keywords.json")), () -> "skipped: no keywords in " + library);
        return Vocabulary.of(KeywordFile.read(library));
    }

    static List<Event> events(String name, Vocabulary vocabulary) throws IOException {
        List<Event> events = new ArrayList<>();
        try (Collection collection = Collection.open(List.of(folder(name)), CollectOptions.of(vocabulary))) {
            collection.forEachRemaining(events::add);
        }
        return events;
    }

    /** Every so many-eth line of each log that there is, at most some thousands of each; none where there is no log. */
    static List<byte[]> lines() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        if (!Files.isDirectory(folder())) {
            return lines;
        }
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.filter(path -> path.toString().contains(".log"))
                    .sorted()
                    .toList()) {
                sample(file, lines);
            }
        }
        return lines;
    }

    private static void sample(Path file, List<byte[]> lines) throws IOException {
        byte[] all;
        try (InputStream stream = Packed.open(file)) {
            all = stream.readAllBytes();
        }
        int every = Math.max(1, all.length / 400_000);
        int from = 0;
        for (int i = 0, number = 0; i < all.length; i++) {
            if (all[i] == '\n') {
                if (number++ % every == 0) {
                    lines.add(Arrays.copyOfRange(all, from, i));
                }
                from = i + 1;
            }
        }
    }
}
