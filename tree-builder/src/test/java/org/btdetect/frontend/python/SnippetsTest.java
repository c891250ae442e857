package org.btdetect.frontend.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.btdetect.frontend.Snippets;
import org.btdetect.program.Module;
import org.btdetect.program.Outline;
import org.btdetect.program.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each peculiar construct of the Python versions, as the Markdown files beside the tests' resources show them. */
class SnippetsTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/btdetect/frontend/python");

    @TestFactory
    List<DynamicTest> snippets() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(SnippetsTest::tests)
                    .toList();
        }
    }

    private static Stream<DynamicTest> tests(Path markdown) {
        try {
            if (Snippets.UPDATE) {
                Snippets.update(markdown, SnippetsTest::outline);
            }
            return Snippets.read(markdown).stream()
                    .map(snippet -> DynamicTest.dynamicTest(
                            markdown.getFileName() + ": " + snippet.title(),
                            () -> assertEquals(snippet.expected(), outline(snippet.source()))));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static String outline(String source) {
        Module module = new PythonFrontEnd().parse("snippet.py", source);
        StringBuilder lines = new StringBuilder();
        for (Outline.Entry entry : Outline.of(module)) {
            String line = "%s %s %s %s".formatted(entry.at(), entry.kind(), entry.name(), entry.text());
            lines.append(line.replace("\n", "⏎").strip().replaceAll(" {2}", " . "))
                    .append('\n');
        }
        for (Problem problem : module.problems()) {
            lines.append(problem.at())
                    .append(" problem ")
                    .append(problem.message())
                    .append('\n');
        }
        return lines.toString();
    }
}
