package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Markdown files whose sections hold files ({@code ```python name.py}, {@code ```c name.c}) and the call graph of these
 * ({@code ```edges}); {@code -Dgolden.update=true} writes what it is today.
 */
class CallGraphMarkdownTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/btdetect/grow/callgraph");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(c|python|edges) ?(.*?)\n(.*?)^```$");

    @TempDir
    Path scratch;

    @TestFactory
    List<DynamicTest> sections() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String[] sections = Files.readString(file).split("(?m)^(?=## )");
                for (int i = 1; i < sections.length; i++) {
                    String section = sections[i];
                    String name = file.getFileName() + ": "
                            + section.lines().findFirst().orElse("");
                    tests.add(DynamicTest.dynamicTest(name, () -> check(file, section)));
                }
            }
        }
        assertTrue(tests.size() > 10, "the Markdown files were found");
        return tests;
    }

    private void check(Path file, String section) throws IOException {
        Path root = Files.createTempDirectory(scratch, "program");
        StringBuilder actual = new StringBuilder();
        Matcher blocks = BLOCK.matcher(section);
        int copied = 0;
        while (blocks.find()) {
            actual.append(section, copied, blocks.start(3));
            copied = blocks.end(3);
            if (blocks.group(1).equals("edges")) {
                actual.append(edges(root));
            } else {
                Path target = root.resolve(blocks.group(2).strip());
                Files.createDirectories(target.getParent());
                Files.writeString(target, blocks.group(3));
                actual.append(blocks.group(3));
            }
        }
        actual.append(section.substring(copied));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, Files.readString(file).replace(section, actual.toString()));
        } else {
            assertEquals(section, actual.toString());
        }
    }

    private static String edges(Path root) {
        CallGraph graph = new CallGraphBuilder(List.of(root)).build();
        assertEquals(List.of(), graph.problems());
        StringBuilder text = new StringBuilder();
        for (CallTable.Call call : graph.calls()) {
            String callee = call.calleeFile().equals(call.callerFile())
                    ? call.callee()
                    : call.callee() + " of " + call.calleeFile();
            text.append(call.callerFile() + ":" + call.line() + " " + call.caller() + " -> " + callee + " <"
                    + call.kind().id() + ">\n");
        }
        graph.unresolved()
                .forEach(gap -> text.append(
                        gap.place().file() + ":" + gap.place().line() + " " + gap.text() + "? " + gap.reason() + "\n"));
        return text.toString();
    }
}
