package org.btdetect.tree.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.btdetect.tree.diff.io.DiffFormat;
import org.btdetect.tree.diff.io.DiffReport;
import org.junit.jupiter.api.Test;

class DiffFormatTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String ODD = """
            os-stop POST /a
              entry api Servers.stop @a%20b:c:d.py:10 <routes.py:5 =route
                optional api @servers.py:14 if a < b && "c" == `d`
                  boundary image qemu-img (convert_-f_raw) <servers.py:21 =process-execution
            """;

    @Test
    void sarifIsValidByItsSchema() throws IOException {
        String schema = resource("/schema/sarif-schema-2.1.0.json");
        JsonSchema sarif =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
        assertEquals(Set.of(), violations(sarif, DiffFormat.SARIF.text(report())));
    }

    @Test
    void jsonIsValidByThePublishedSchema() throws IOException {
        String schema = Files.readString(DOCS.resolve("diff.schema.json"));
        JsonSchema published =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        assertEquals(Set.of(), violations(published, DiffFormat.JSON.text(report())));
        assertTrue(!violations(published, "{}").isEmpty());
    }

    @Test
    void annotationsStayOnALine() {
        String text = DiffFormat.GITHUB.text(report());
        assertTrue(text.lines().anyMatch(line -> line.startsWith("::error file=a%2520b%3Ac%3Ad.py,line=10,")), text);
        int open = report().open().size();
        assertEquals(open + 1, text.lines().count());
    }

    @Test
    void markdownKeepsWhatIsNoMarkup() {
        String text = DiffFormat.MARKDOWN.text(report());
        assertTrue(text.contains("\\`d\\`"), text);
        assertTrue(text.contains("```mermaid\n"), text);
    }

    @Test
    void documentationHasEveryKind() throws IOException {
        StringBuilder table = new StringBuilder("| kind | severity | what changed |\n| --- | --- | --- |\n");
        for (ChangeKind kind : ChangeKind.values()) {
            table.append("| `")
                    .append(kind.id())
                    .append("` | ")
                    .append(kind.severity().id())
                    .append(" | ")
                    .append(kind.doc())
                    .append(" |\n");
        }
        table.append("\nSeverities, the gravest first: ");
        table.append(String.join(
                "; ",
                Arrays.stream(Severity.values())
                        .map(severity -> "*" + severity.id() + "*, " + severity.doc())
                        .toList()));
        table.append(".\n");
        Path file = DOCS.resolve("diff.md");
        String text = Files.readString(file);
        String open = "<!-- kinds -->\n";
        int start = text.indexOf(open) + open.length();
        int end = text.indexOf("<!-- end -->", start);
        String expected = text.substring(0, start) + table + text.substring(end);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, expected);
        }
        assertEquals(expected, Files.readString(file), () -> file + " (-Dgolden.update=true regenerates it)");
    }

    private static DiffReport report() {
        String other = """
            lock
              entry api Servers.lock @servers.py:10 <routes.py:5 =route
            os-stop POST /b
              entry api Servers.stop @a%20b:c:d.py:10 <routes.py:5 =route
                optional api @servers.py:14 if a < b && "c" == 'e'
                  boundary image qemu-img (convert_-f_qcow2) <servers.py:21 =process-execution
                entry compute Manager.stop @manager.py:9 <rpcapi.py:3 =rpc-cast
            """;
        LibraryDiff diff = LibraryComparison.compare(TreeText.library("old", ODD), TreeText.library("new", other));
        assertTrue(diff.changes().size() > 3, diff.toString());
        return new DiffReport(diff, Map.of(diff.changes().get(diff.changes().size() - 1), "a \"reason\""));
    }

    private static Set<ValidationMessage> violations(JsonSchema schema, String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(DiffFormatTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
