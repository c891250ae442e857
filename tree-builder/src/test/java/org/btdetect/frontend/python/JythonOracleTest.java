package org.btdetect.frontend.python;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.btdetect.program.Module;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.python.antlr.base.mod;
import org.python.core.CompileMode;
import org.python.core.CompilerFlags;
import org.python.core.ParserFacade;
import org.python.core.PyException;
import org.python.core.PySystemState;

/**
 * Python 2 as Jython reads it: over the library that comes with Jython, and over Nova where it is present, the front end reads every file that Jython's parser reads, and finds
 * the same definitions and calls in it.
 *
 * <p>Calls of {@code print} and {@code exec} are left out: with parentheses they are statements to Jython and calls to the front end.
 */
class JythonOracleTest {
    /** Names the environment variable that holds a folder of Nova 2015.1, tests included. */
    private static final String KILO = "BTDETECT_KILO";

    private static final Predicate<String> IS_STATEMENT = row -> row.matches("call .* (print|exec)");

    @Test
    void jythonsLibraryReadsAlike() throws Exception {
        PySystemState.initialize();
        List<Executable> checks = new ArrayList<>();
        Path jar = Path.of(PySystemState.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entry.getName().startsWith("Lib/") && entry.getName().endsWith(".py")) {
                    check(entry.getName(), zip.getInputStream(entry).readAllBytes(), checks);
                }
            }
        }
        assertTrue(checks.size() > 600, "only " + checks.size() + " files were compared");
        assertAll(checks);
    }

    @Test
    void novaOfPython2ReadsAlike() throws Exception {
        Optional<Path> kilo = Optional.ofNullable(System.getenv(KILO)).map(Path::of);
        assumeTrue(kilo.isPresent(), "there is no Nova of Python 2: set " + KILO + " to a folder of it");
        PySystemState.initialize();
        List<Executable> checks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(kilo.orElseThrow().resolve("nova"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".py"))
                    .sorted()
                    .toList()) {
                check(kilo.orElseThrow().relativize(file).toString(), Files.readAllBytes(file), checks);
            }
        }
        assertTrue(checks.size() > 500, "only " + checks.size() + " files were compared");
        assertAll(checks);
    }

    private static void check(String file, byte[] bytes, List<Executable> checks) throws Exception {
        List<String> expected;
        try {
            expected = JythonOutline.of(jython(file, bytes));
        } catch (PyException notPython2) {
            return;
        }
        Module module = new PythonFrontEnd().parse(file, bytes);
        checks.add(() -> {
            assertEquals(List.of(), module.problems());
            assertEquals(text(expected), text(ShapeOutline.of(module)), file);
        });
    }

    private static mod jython(String file, byte[] bytes) throws IOException {
        return ParserFacade.parse(new ByteArrayInputStream(bytes), CompileMode.exec, file, new CompilerFlags());
    }

    private static String text(List<String> rows) {
        List<String> sorted =
                rows.stream().filter(IS_STATEMENT.negate()).sorted().toList();
        return String.join("\n", sorted);
    }
}
