package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.btdetect.associate.c.AgentCommand;
import org.btdetect.associate.c.DomainEvents;
import org.btdetect.associate.c.DriverTables;
import org.btdetect.associate.c.FileOperations;
import org.btdetect.associate.c.HandlerIndex;
import org.btdetect.associate.c.MonitorCommand;
import org.btdetect.associate.c.ProcessExecution;
import org.btdetect.associate.c.Qapi;
import org.btdetect.associate.c.Signals;
import org.btdetect.frontend.c.CFrontEnd;
import org.btdetect.program.Constant;
import org.btdetect.resolve.c.CEngine;
import org.btdetect.resolve.c.COptions;
import org.btdetect.resolve.c.CRecords;
import org.btdetect.resolve.c.CValue;
import org.btdetect.resolve.c.CallRecorder;
import org.btdetect.resolve.c.Facts;
import org.btdetect.summary.Activation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Markdown files whose sections hold C files ({@code ```c name.c}) and what calls in them do ({@code ```behavior f(2, "x")});
 * {@code -Dgolden.update=true} writes what they do today.
 */
class CMarkdownTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/btdetect/grow/c");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(c|behavior) (.+?)\n(.*?)^```$");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|-?\\d+|\\?");

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
        Path root = Files.createTempDirectory(scratch, "c");
        StringBuilder actual = new StringBuilder();
        Matcher blocks = BLOCK.matcher(section);
        int copied = 0;
        while (blocks.find()) {
            actual.append(section, copied, blocks.start(3));
            copied = blocks.end(3);
            if (blocks.group(1).equals("c")) {
                Path target = root.resolve(blocks.group(2).strip());
                Files.createDirectories(target.getParent());
                Files.writeString(target, blocks.group(3));
                actual.append(blocks.group(3));
            } else {
                actual.append(behavior(root, blocks.group(2)));
            }
        }
        actual.append(section.substring(copied));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, Files.readString(file).replace(section, actual.toString()));
        } else {
            assertEquals(section, actual.toString());
        }
    }

    private static String behavior(Path root, String call) {
        IndexedProgram all = IndexedProgram.scan("c", root, path -> true, new CFrontEnd(problem -> {
            throw new AssertionError(problem);
        }));
        DriverTables drivers = new DriverTables(all, "qemu");
        IndexedProgram program = all.restrictedTo(drivers::admits);
        COptions options = new COptions(
                List.of(
                        new MonitorCommand(Qapi.none(), HandlerIndex.none()),
                        new AgentCommand(Qapi.none(), HandlerIndex.none()),
                        new ProcessExecution(),
                        new Signals(),
                        new FileOperations(true),
                        new DomainEvents()),
                drivers::serves,
                new Facts(Profile.localFiles().facts()),
                CallRecorder.NONE,
                CRecords.NONE,
                false);
        CEngine engine = new CEngine(program, options);
        String name = call.substring(0, call.indexOf('('));
        Optional<Activation> activation = engine.enter(name, arguments(call.substring(name.length())));
        engine.complete();
        return BehaviorText.of(activation.orElseThrow(), false);
    }

    private static List<CValue> arguments(String text) {
        List<CValue> values = new ArrayList<>();
        Matcher arguments = ARGUMENT.matcher(text);
        while (arguments.find()) {
            String written = arguments.group();
            values.add(
                    arguments.group(1) != null
                            ? CValue.of(new Constant.Text(arguments.group(1)))
                            : written.equals("?") ? CValue.UNKNOWN : CValue.number(Long.parseLong(written)));
        }
        return values;
    }
}
