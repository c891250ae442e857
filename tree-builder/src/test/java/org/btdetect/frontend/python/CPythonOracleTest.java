package org.btdetect.frontend.python;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.btdetect.frontend.python.CPython.Row;
import org.btdetect.program.Module;
import org.btdetect.program.Outline;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.SourceCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The front end and CPython's {@code ast} find the same definitions and calls, with the same places and texts.
 *
 * <p>One thing is compared loosely: before 3.12 CPython has no places in f-strings, so there a call is compared by the definition that it
 * stands in and by its callee without white space and kind of quote. Files that CPython itself cannot read are left out.
 */
class CPythonOracleTest {

    @Test
    void standardLibraryReadsAlike() throws Exception {
        Optional<Path> library = CPython.standardLibrary();
        assumeTrue(library.isPresent(), "there is no python3 of 3.8 or newer to compare with");
        compare(library.orElseThrow(), file -> !file.startsWith("site-packages") && !file.startsWith("dist-packages"));
    }

    @Test
    void novaReadsAlike() throws Exception {
        Optional<Path> nova = nova();
        assumeTrue(nova.isPresent(), "there is no Nova: set BTDETECT_NOVA to a folder, or fetch the sources of zed");
        assumeTrue(CPython.standardLibrary().isPresent(), "there is no python3 of 3.8 or newer to compare with");
        compare(nova.orElseThrow(), file -> !file.startsWith("tests") && !file.startsWith("nova/tests"));
    }

    private static Optional<Path> nova() {
        Optional<Path> given =
                Optional.ofNullable(System.getenv("BTDETECT_NOVA")).map(Path::of);
        return given.or(() -> SourceCache.ofEnvironment(System.getenv())
                .find("zed")
                .flatMap(set -> set.component(ComponentKind.NOVA))
                .map(Component::root));
    }

    private static void compare(Path root, Predicate<Path> wanted) throws IOException, InterruptedException {
        Map<Path, List<Row>> oracle = CPython.outlines(files(root, wanted));
        assertTrue(oracle.size() > 100, "only " + oracle.size() + " files under " + root);
        assertAll(oracle.entrySet().parallelStream()
                .map(file -> check(file.getKey(), file.getValue()))
                .toList());
    }

    private static List<Path> files(Path root, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(".py") && Files.isRegularFile(file))
                    .filter(file -> wanted.test(root.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static Executable check(Path file, List<Row> expected) {
        Module module = read(file);
        List<Row> surplus = new ArrayList<>();
        List<Row> missing = new ArrayList<>(expected);
        for (Outline.Entry entry : Outline.of(module)) {
            Row row = row(entry);
            if (!missing.remove(row)) {
                surplus.add(row);
            }
        }
        missing.removeIf(row -> !row.hasPlace() && surplus.remove(alike(row, surplus)));
        return () -> {
            assertEquals(List.of(), module.problems());
            assertEquals(missing, surplus, file.toString());
        };
    }

    private static Row row(Outline.Entry entry) {
        return new Row(entry.kind().toString(), entry.at().line(), entry.at().column(), entry.name(), entry.text());
    }

    private static Row alike(Row wanted, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.name().equals(wanted.name()) && spelling(row).equals(spelling(wanted)))
                .findFirst()
                .orElse(wanted);
    }

    private static String spelling(Row row) {
        return row.text().replaceAll("\\s", "").replace('"', '\'');
    }

    private static Module read(Path file) {
        try {
            return new PythonFrontEnd().parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
