package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.btdetect.associate.python.Plugins;
import org.btdetect.associate.python.RestActions;
import org.btdetect.associate.python.RouteMapper;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyFunction;
import org.btdetect.resolve.python.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Markdown files whose sections hold Python modules ({@code ```python api.py}) and metadata ({@code ```metadata setup.cfg}), and the
 * operations that they offer ({@code ```operations}); {@code -Dgolden.update=true} writes those that are found today.
 */
class RestMarkdownTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/btdetect/grow/rest");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(python|metadata|operations) ?(.*?)\n(.*?)^```$");

    @TestFactory
    List<DynamicTest> sections() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String[] sections = Files.readString(file).split("(?m)^(?=## )");
                for (int i = 1; i < sections.length; i++) {
                    String section = sections[i];
                    tests.add(DynamicTest.dynamicTest(
                            file.getFileName() + ": "
                                    + section.lines().findFirst().orElse(""),
                            () -> check(file, section)));
                }
            }
        }
        assertFalse(tests.isEmpty(), "the Markdown files were found");
        return tests;
    }

    private static void check(Path file, String section) throws IOException {
        Map<String, String> files = new TreeMap<>();
        StringBuilder actual = new StringBuilder();
        Matcher blocks = BLOCK.matcher(section);
        int copied = 0;
        while (blocks.find()) {
            actual.append(section, copied, blocks.start(3));
            copied = blocks.end(3);
            if (blocks.group(1).equals("operations")) {
                actual.append(operations(files));
            } else {
                files.put(blocks.group(2).strip(), blocks.group(3));
                actual.append(blocks.group(3));
            }
        }
        actual.append(section.substring(copied));
        if (Boolean.getBoolean("golden.update")) {
            String whole = Files.readString(file);
            Files.writeString(file, whole.replace(section, actual.toString()));
        } else {
            assertEquals(section, actual.toString());
        }
    }

    private static String operations(Map<String, String> files) {
        RouteMapper mapper = new RouteMapper();
        Interpreter interpreter = new Interpreter(new PythonTexts(files), List.of(mapper, new Plugins()));
        StringBuilder text = new StringBuilder();
        for (RestActions.Operation operation : new RestActions(interpreter, mapper).all()) {
            text.append(operation.route()).append(' ').append(operation.key()).append('\n');
            for (RestActions.Implementation implementation : operation.implementations()) {
                text.append("  ").append(names(interpreter, implementation.handlers()));
                for (Value extension : implementation.extensions()) {
                    text.append(", then ").append(names(interpreter, extension));
                }
                text.append('\n');
            }
        }
        return text.toString().replace(" \n", "\n");
    }

    private static String names(Interpreter interpreter, Value functions) {
        return String.join(
                " or ",
                functions.atoms().stream()
                        .flatMap(atom -> interpreter.function(atom).stream())
                        .map(PyFunction::fullName)
                        .toList());
    }
}
