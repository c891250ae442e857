package org.btdetect.frontend.c;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.btdetect.program.Outline;
import org.btdetect.program.TranslationUnit;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.SourceCache;
import org.junit.jupiter.api.Test;

/**
 * All of libvirt is read without a problem, and no function that Universal Ctags finds is lost.
 *
 * <p>Names in capitals are left out: there ctags takes a macro without a semicolon for the function behind it.
 */
class CtagsOracleTest {

    @Test
    void libvirtIsReadWhole() throws Exception {
        Path sources = libvirt().resolve("src");
        List<Object> problems = Collections.synchronizedList(new ArrayList<>());
        CIndex index = CIndex.scan(sources, file -> true, new CFrontEnd(problems::add));
        index.files().parallelStream().map(index::unit).forEach(unit -> {
            Outline.of(unit);
            problems.addAll(unit.problems());
        });
        assertEquals(List.of(), problems);
    }

    @Test
    void noFunctionIsLost() throws Exception {
        Path sources = libvirt().resolve("src");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ctags")), "there is no ctags to compare with");
        CIndex index = CIndex.scan(sources, file -> true, new CFrontEnd(problem -> {}));
        Set<String> missed = new TreeSet<>(ctags(sources, index.files()));
        assumeTrue(!missed.isEmpty(), "ctags is not Universal Ctags");
        assertTrue(missed.size() > 10_000, "only " + missed.size() + " functions");
        index.files().stream()
                .map(index::unit)
                .flatMap(CtagsOracleTest::functions)
                .forEach(missed::remove);
        assertEquals(Set.of(), missed);
    }

    private static Stream<String> functions(TranslationUnit unit) {
        return unit.functions().stream().map(function -> function.function().name() + " " + unit.file());
    }

    private static Path libvirt() {
        Optional<Path> root = Optional.ofNullable(System.getenv("BTDETECT_LIBVIRT"))
                .map(Path::of)
                .or(() -> SourceCache.ofEnvironment(System.getenv())
                        .find("zed")
                        .flatMap(set -> set.component(ComponentKind.LIBVIRT))
                        .map(Component::root));
        assumeTrue(
                root.isPresent(), "there is no libvirt: set BTDETECT_LIBVIRT to a folder, or fetch the sources of zed");
        return root.orElseThrow();
    }

    /** Each function's name and file. */
    private static List<String> ctags(Path folder, List<String> files) throws IOException, InterruptedException {
        Path list = Files.createTempFile("files", ".txt");
        Files.write(list, files);
        Process process = new ProcessBuilder(
                        "ctags", "--languages=C", "--langmap=C:.c.h", "--kinds-C=f", "-L", list.toString(), "-f", "-")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> functions = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split("\t", 3);
                if (!line.startsWith("!") && !fields[0].matches("[A-Z0-9_]+")) {
                    functions.add(fields[0] + " " + fields[1]);
                }
            }
        }
        process.waitFor();
        Files.delete(list);
        return functions;
    }
}
