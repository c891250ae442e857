package org.btdetect.tree.io;

import java.io.IOException;
import java.nio.file.Path;
import org.btdetect.tree.EdgeKind;
import org.junit.jupiter.api.Test;

class FormatDocumentationTest {
    private static final Path DOCUMENTATION = Path.of("..", "docs", "graphml.md");

    @Test
    void keysAreThoseOfTheFormat() throws IOException {
        StringBuilder table = new StringBuilder("| key | of | type | meaning |\n| --- | --- | --- | --- |\n");
        table.append(
                "| `label` | node, edge | string | what viewers show: a node's name and arguments, an edge's kind |\n");
        for (GraphMlKey key : GraphMlKey.values()) {
            table.append("| `%s` | %s | %s | %s |\n".formatted(key.id(), key.element(), key.type(), key.meaning()));
        }
        Golden.checkSection(DOCUMENTATION, "keys", table.toString());
    }

    @Test
    void kindsAreThoseOfTheFormat() throws IOException {
        StringBuilder table = new StringBuilder("| kind | rests on |\n| --- | --- |\n");
        for (EdgeKind kind : EdgeKind.values()) {
            table.append("| `%s` | %s |\n".formatted(kind.id(), kind.doc()));
        }
        Golden.checkSection(DOCUMENTATION, "kinds", table.toString());
    }
}
