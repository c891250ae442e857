package org.btdetect.frontend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.btdetect.frontend.Snippets;
import org.btdetect.program.Outline;
import org.btdetect.program.Problem;
import org.btdetect.program.TranslationUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each peculiar construct of unpreprocessed C, as the Markdown files beside the tests' resources show them. */
class SnippetsTest {

    static final Path FOLDER = Path.of("src/test/resources/org/btdetect/frontend/c");

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
            throw new UncheckedIOException(failure);
        }
    }

    private static String outline(String source) {
        List<Problem> problems = new ArrayList<>();
        TranslationUnit unit = new CFrontEnd(problems::add).read("snippet.c", source);
        List<String> lines = new ArrayList<>();
        unit.prototypes().forEach(prototype -> lines.add(prototype(prototype)));
        unit.structs().forEach(struct -> lines.add("struct " + struct.name() + " " + fields(struct)));
        unit.enumConstants().forEach(constant -> lines.add("constant " + constant.name()));
        unit.typedefs().forEach((name, type) -> lines.add("typedef " + name + " = " + type));
        unit.globals().forEach(global -> lines.add("global " + global.name() + " : " + global.type()));
        unit.macros().values().forEach(macro -> lines.add("macro " + macro.name() + " " + macro.body()));
        for (Outline.Entry entry : Outline.of(unit)) {
            String line = "%s %s %s %s".formatted(entry.at(), entry.kind(), entry.name(), entry.text());
            lines.add(line.strip().replaceAll(" {2}", " . "));
        }
        Stream.concat(unit.problems().stream(), problems.stream())
                .forEach(problem -> lines.add(problem.at() + " problem " + problem.message()));
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static String prototype(TranslationUnit.Prototype prototype) {
        return "prototype %s %s(%d) %s"
                .formatted(
                        prototype.returnType(),
                        prototype.name(),
                        prototype.parameters().size(),
                        prototype.attributes());
    }

    private static List<String> fields(TranslationUnit.Struct struct) {
        return struct.fields().stream()
                .map(field -> field.name() + " : " + field.type())
                .toList();
    }
}
