package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.btdetect.frontend.c.CFrontEnd;
import org.btdetect.frontend.python.PythonFrontEnd;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.TracePoint;
import org.btdetect.trace.Catalogue;
import org.btdetect.trace.NativeStatements;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Markdown files whose sections hold sources and the log statements in them; {@code -Dgolden.update=true} writes those of today. */
class StatementsMarkdownTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/btdetect/trace");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(python|c|statements)[ ]?(.*?)\n(.*?)^```$");

    @TempDir
    Path folder = Path.of("");

    @TestFactory
    List<DynamicTest> sections() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : List.of("python.md", "c.md")) {
            Path file = FOLDER.resolve(name);
            for (String section : Files.readString(file).split("(?m)^(?=## )")) {
                if (section.startsWith("## ")) {
                    String title = name + ": " + section.lines().findFirst().orElse("");
                    tests.add(DynamicTest.dynamicTest(title, () -> check(file, section)));
                }
            }
        }
        return tests;
    }

    private void check(Path file, String section) throws IOException {
        Catalogue catalogue = new Catalogue();
        Path root = Files.createTempDirectory(folder, "c");
        StringBuilder actual = new StringBuilder();
        Matcher blocks = BLOCK.matcher(section);
        int copied = 0;
        while (blocks.find()) {
            String name = blocks.group(2);
            actual.append(section, copied, blocks.start(3));
            copied = blocks.end(3);
            if (blocks.group(1).equals("statements")) {
                addNative(root, catalogue);
                actual.append(statements(catalogue));
                continue;
            }
            actual.append(blocks.group(3));
            if (blocks.group(1).equals("python")) {
                byte[] text = blocks.group(3).getBytes(StandardCharsets.UTF_8);
                String module = name.replace(".py", "").replace('/', '.');
                catalogue.add("nova", new PythonFrontEnd().parse(name, text), module);
            } else {
                Path path = root.resolve(name);
                Files.createDirectories(path.getParent());
                Files.writeString(path, blocks.group(3));
            }
        }
        actual.append(section.substring(copied));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, Files.readString(file).replace(section, actual.toString()));
        } else {
            assertEquals(section, actual.toString());
        }
    }

    private static void addNative(Path root, Catalogue catalogue) {
        IndexedProgram program = IndexedProgram.scan("libvirt", root, path -> true, new CFrontEnd(problem -> {
            throw new AssertionError(problem);
        }));
        catalogue.add(NativeStatements.of(program, NativeStatements.names(program)));
    }

    private static String statements(Catalogue catalogue) {
        return catalogue.tracePoints(Map.of()).stream()
                .map(point -> line(point) + "\n")
                .collect(Collectors.joining());
    }

    private static String line(TracePoint point) {
        String source =
                point.source() == LogSource.NOVA_LOG ? "" : point.source().id() + " ";
        return source + point.level().id() + " " + point.logger() + " " + point.function() + ": "
                + point.template().text();
    }
}
