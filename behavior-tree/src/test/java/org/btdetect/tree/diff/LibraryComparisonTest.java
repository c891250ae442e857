package org.btdetect.tree.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.diff.io.DiffFormat;
import org.btdetect.tree.diff.io.DiffReport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Markdown files with two libraries and what is told of them; {@code -Dgolden.update=true} writes the last. */
class LibraryComparisonTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "diff");
    private static final Pattern CASE = Pattern.compile(
            "## ([^\n]+)\n(?:(?!```).)*```before\n(.*?)```\n\n```after\n(.*?)```\n\n```text\n(.*?)```\n",
            Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> changesAreTold() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                Matcher matcher = CASE.matcher(text);
                StringBuilder updated = new StringBuilder();
                int copied = 0;
                while (matcher.find()) {
                    String told = told(matcher.group(2), matcher.group(3));
                    updated.append(text, copied, matcher.start(4)).append(told);
                    copied = matcher.end(4);
                    String expected = Boolean.getBoolean("golden.update") ? told : matcher.group(4);
                    tests.add(DynamicTest.dynamicTest(matcher.group(1), () -> assertEquals(expected, told)));
                }
                if (Boolean.getBoolean("golden.update")) {
                    Files.writeString(file, updated.append(text, copied, text.length()));
                }
            }
        }
        return tests.stream();
    }

    private static String told(String before, String after) {
        TreeLibrary older = TreeText.library("old", before);
        TreeLibrary newer = TreeText.library("new", after);
        return DiffFormat.TEXT.text(new DiffReport(LibraryComparison.compare(older, newer), Map.of()));
    }
}
