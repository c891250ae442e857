package org.btdetect.frontend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.btdetect.frontend.c.Clang.Row;
import org.btdetect.program.Outline;
import org.btdetect.program.TranslationUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The front end and clang find the same functions and calls in what clang compiles.
 *
 * <p>Compared are calls spelled in the file; what a macro's body calls is not, and an invocation of a macro that clang does
 * not see as a call is neither right nor wrong. Functions that a macro defines are left out.
 */
class ClangOracleTest {

    private static final Pattern LIBVIRT = Pattern.compile(".*/src/(qemu/[^/]*|libvirt[^/]*|remote/remote_d[^/]*)\\.c");

    /** How many of the two sides' calls agree. */
    private record Agreement(Set<String> missed, Set<String> surplus, int agreed) {
        double recall() {
            return agreed / (double) (agreed + missed.size());
        }

        double precision() {
            return agreed / (double) (agreed + surplus.size());
        }
    }

    @BeforeAll
    static void clang() throws InterruptedException {
        assumeTrue(
                Clang.python().isPresent(), "there are no Python bindings of libclang (python3-clang) to compare with");
    }

    @Test
    void plainFileReadsAlike() throws Exception {
        Path file = SnippetsTest.FOLDER.resolve("oracle/plain.c");
        Agreement calls = calls(Clang.rows("-", List.of(file)));
        assertEquals(Set.of(), calls.missed());
        assertEquals(Set.of(), calls.surplus());
        assertEquals(20, calls.agreed());
    }

    @Test
    void libvirtReadsAlike() throws Exception {
        Optional<Path> commands =
                Optional.ofNullable(System.getenv("BTDETECT_LIBVIRT_COMMANDS")).map(Path::of);
        assumeTrue(
                commands.isPresent(),
                "set BTDETECT_LIBVIRT_COMMANDS to the compile_commands.json of a configured libvirt to compare with clang");
        List<Row> rows = Clang.rows(commands.orElseThrow().toString(), files(commands.orElseThrow()));
        Agreement calls = calls(rows);
        System.out.printf(
                "%d calls agree, %d missed, %d surplus%n",
                calls.agreed(), calls.missed().size(), calls.surplus().size());
        assertTrue(calls.agreed() > 10_000);
        assertTrue(calls.recall() >= 0.995, calls.missed()::toString);
        assertTrue(calls.precision() >= 0.995, calls.surplus()::toString);
        assertEquals(Set.of(), missedFunctions(rows));
    }

    private static List<Path> files(Path commands) throws IOException {
        Path build = commands.toAbsolutePath().getParent();
        return Pattern.compile("\"file\": \"([^\"]*)\"")
                .matcher(Files.readString(commands))
                .results()
                .map(match -> build.resolve(match.group(1)).normalize())
                .filter(file -> LIBVIRT.matcher(file.toString()).matches())
                .sorted()
                .distinct()
                .toList();
    }

    private static Agreement calls(List<Row> rows) {
        Set<String> clang = places(rows, "call");
        Set<String> macros = places(rows, "macro");
        Set<String> ours = ours(rows, Outline.Kind.CALL);
        Set<String> missed = minus(clang, ours);
        Set<String> surplus = minus(minus(ours, clang), macros);
        return new Agreement(missed, surplus, clang.size() - missed.size());
    }

    /** Functions of clang's that are not defined by a macro, and not found. */
    private static Set<String> missedFunctions(List<Row> rows) {
        Set<String> macros = rows.stream()
                .filter(row -> row.kind().equals("macro"))
                .map(row -> row.file() + ":" + row.line() + ":" + row.column())
                .collect(Collectors.toSet());
        Set<String> missed = minus(places(rows, "function"), ours(rows, Outline.Kind.FUNCTION));
        missed.removeIf(function -> macros.contains(function.substring(0, function.indexOf(' '))));
        return missed;
    }

    private static Set<String> places(List<Row> rows, String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(row -> row.file() + ":" + row.line() + ":" + row.column() + " " + row.text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ours(List<Row> rows, Outline.Kind kind) {
        return rows.stream()
                .map(Row::file)
                .distinct()
                .flatMap(file -> ours(file, rows, kind))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> ours(String file, List<Row> rows, Outline.Kind kind) {
        List<Row> skipped = rows.stream()
                .filter(row -> row.kind().equals("skip") && row.file().equals(file))
                .toList();
        return Outline.of(read(file)).stream()
                .filter(entry -> entry.kind() == kind)
                .filter(entry -> skipped.stream()
                        .noneMatch(row ->
                                row.line() <= entry.at().line() && entry.at().line() <= row.column()))
                .map(entry ->
                        file + ":" + entry.at() + " " + (kind == Outline.Kind.CALL ? entry.text() : entry.name()));
    }

    private static TranslationUnit read(String file) {
        try {
            return new CFrontEnd(problem -> {}).read(file, NameScanner.decode(Files.readAllBytes(Path.of(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
