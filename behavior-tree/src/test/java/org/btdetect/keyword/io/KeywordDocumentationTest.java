package org.btdetect.keyword.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.tree.Layer;
import org.junit.jupiter.api.Test;

class KeywordDocumentationTest {
    private static final Path FOLDER = Path.of("..", "docs");

    @Test
    void theWordsOfTheFileAreDocumented() throws IOException {
        String text = Files.readString(FOLDER.resolve("keywords.md"));
        words().forEach(word -> assertTrue(text.contains("`" + word + "`"), word));
    }

    @Test
    void theSchemaKnowsTheWordsOfTheFile() throws IOException {
        String schema = Files.readString(FOLDER.resolve("keywords.schema.json"));
        Stream<String> layers = Stream.of(Layer.values()).map(Layer::id);
        Stream.concat(words().stream(), layers).forEach(word -> assertTrue(schema.contains('"' + word + '"'), word));
    }

    private static List<String> words() {
        return Stream.of(
                        Stream.of(TracePointKind.values()).map(TracePointKind::id),
                        Stream.of(LogSource.values()).map(LogSource::id),
                        Stream.of(Level.values()).map(Level::id))
                .flatMap(words -> words)
                .toList();
    }
}
