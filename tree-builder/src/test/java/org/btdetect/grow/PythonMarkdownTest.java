package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.btdetect.associate.python.Binding;
import org.btdetect.associate.python.Callbacks;
import org.btdetect.associate.python.Concurrency;
import org.btdetect.associate.python.Configuration;
import org.btdetect.associate.python.ContextLibrary;
import org.btdetect.associate.python.Files;
import org.btdetect.associate.python.FunctionTools;
import org.btdetect.associate.python.Imports;
import org.btdetect.associate.python.Messaging;
import org.btdetect.associate.python.Plugins;
import org.btdetect.associate.python.Processes;
import org.btdetect.associate.python.Queues;
import org.btdetect.associate.python.ServiceThreads;
import org.btdetect.associate.python.VersionedObjects;
import org.btdetect.associate.python.WebRequests;
import org.btdetect.frontend.python.PythonFrontEnd;
import org.btdetect.program.Argument;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.PyModule;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Markdown files whose sections hold Python modules ({@code ```python main.py}), metadata ({@code ```metadata setup.cfg}) and what calls of functions of the module {@code
 * main} do ({@code ```behavior enter('x', flag=True)}); {@code -Dgolden.update=true} writes what they do today.
 */
class PythonMarkdownTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/btdetect/grow/python");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(python|metadata|behavior) (.+?)\n(.*?)^```$");

    @TestFactory
    List<DynamicTest> sections() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = java.nio.file.Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String[] sections = java.nio.file.Files.readString(file).split("(?m)^(?=## )");
                for (int i = 1; i < sections.length; i++) {
                    String section = sections[i];
                    String name = file.getFileName() + ": "
                            + section.lines().findFirst().orElse("");
                    tests.add(DynamicTest.dynamicTest(name, () -> check(file, section)));
                }
            }
        }
        assertTrue(tests.size() > 20, "the Markdown files were found");
        return tests;
    }

    private static void check(Path file, String section) throws IOException {
        Map<String, String> modules = new TreeMap<>();
        StringBuilder actual = new StringBuilder();
        Matcher blocks = BLOCK.matcher(section);
        int copied = 0;
        while (blocks.find()) {
            actual.append(section, copied, blocks.start(3));
            copied = blocks.end(3);
            if (!blocks.group(1).equals("behavior")) {
                modules.put(blocks.group(2).strip(), blocks.group(3));
                actual.append(blocks.group(3));
            } else {
                actual.append(behavior(modules, blocks.group(2)));
            }
        }
        actual.append(section.substring(copied));
        if (Boolean.getBoolean("golden.update")) {
            String whole = java.nio.file.Files.readString(file);
            java.nio.file.Files.writeString(file, whole.replace(section, actual.toString()));
        } else {
            assertEquals(section, actual.toString());
        }
    }

    private static String behavior(Map<String, String> modules, String call) {
        Interpreter interpreter = new Interpreter(new PythonTexts(modules), models());
        PyModule main = interpreter.module("main").orElseThrow();
        Expression.Call written = (Expression.Call) expression(call);
        Value function = interpreter.evaluate(main, written.callee());
        Link entry = Link.exact(EdgeKind.ROOT, Place.NONE, call);
        return BehaviorText.of(interpreter
                .call(function, arguments(interpreter, main, written.arguments()), entry)
                .behavior());
    }

    private static List<LibraryModel> models() {
        Map<String, Activation> natives = new TreeMap<>();
        ServiceThreads threads = new ServiceThreads();
        return List.of(
                new Plugins(),
                new FunctionTools(),
                new ContextLibrary(),
                new Concurrency(threads),
                new Queues(threads),
                new Callbacks(),
                new Imports(),
                new Configuration(Map.of("compute_driver", "fake.Driver")),
                new VersionedObjects(),
                new WebRequests(),
                new Messaging(),
                new Binding((name, arguments) -> Optional.of(new Binding.Target(
                        natives.computeIfAbsent(
                                name + arguments, key -> new Activation(key, new Place("libvirt", "libvirt.c", 1), "")),
                        true))),
                new Processes(),
                new Files());
    }

    private static Expression expression(String text) {
        Statement statement = new PythonFrontEnd()
                .parse("call.py", text + "\n")
                .body()
                .statements()
                .get(0);
        return ((Statement.ExpressionStatement) statement).expression();
    }

    private static Arguments arguments(Interpreter interpreter, PyModule main, List<Argument> given) {
        List<Value> positional = new ArrayList<>();
        Map<String, Value> keywords = new TreeMap<>();
        for (Argument argument : given) {
            Value value = interpreter.evaluate(main, argument.value());
            if (argument.kind() == Argument.Kind.KEYWORD) {
                keywords.put(argument.name(), value);
            } else {
                positional.add(value);
            }
        }
        return new Arguments(positional, Bindings.of(keywords), Value.NOTHING, Value.NOTHING);
    }
}
