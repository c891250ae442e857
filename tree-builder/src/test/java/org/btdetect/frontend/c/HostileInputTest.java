package org.btdetect.frontend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.btdetect.frontend.Snippets;
import org.btdetect.program.Outline;
import org.btdetect.program.Position;
import org.btdetect.program.Problem;
import org.btdetect.program.TranslationUnit;
import org.btdetect.program.TranslationUnit.CFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the input, the front end returns, and a broken function costs that function alone. */
class HostileInputTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final String ALPHABET =
            "(){}[];,.:?*&#\"'\\/\n\t <>=!+-f0_ifelsecasestructstatic\u00e4\ud83d\ude00\0";
    private static final List<Integer> DEPTHS = List.of(150, 400, 1500, 100_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                "f(",
                "a[",
                "- ",
                "!",
                "*",
                "&a+&",
                "(int)",
                "a ? ",
                "a = ",
                "sizeof ",
                "({",
                "if (a) ",
                "do ",
                "for (;;) ",
                "while (a) ",
                "if (a) b; else ",
                "struct {",
                "int (*",
                "F(G, ",
                "a ? b : ",
                "case ",
                "#if A\n",
                "__extension__ "
            })
    void deepNestingIsAProblemOrABlock(String opening) throws InterruptedException {
        for (int depth : DEPTHS) {
            String nested = opening.repeat(depth);
            inSmallStack("void f(void) { x = " + nested + "1; }");
            inSmallStack("void f(void) { " + nested + " }");
            inSmallStack("int x = " + nested + ";");
        }
    }

    /** Reads a source in a thread with as much stack as threads have by default. */
    private static void inSmallStack(String source) throws InterruptedException {
        AtomicReference<TranslationUnit> read = new AtomicReference<>();
        Thread thread = new Thread(null, () -> read.set(outlined(source)), "small", 1 << 20);
        thread.start();
        thread.join();
        Objects.requireNonNull(read.get(), "stack overflow");
    }

    private static TranslationUnit outlined(String source) {
        TranslationUnit unit = new CFrontEnd(problem -> {}).read("hostile.c", source);
        Outline.of(unit);
        return unit;
    }

    @Test
    void aBrokenFunctionCostsItselfAlone() {
        List<Problem> problems = new ArrayList<>();
        String source = "int a(void) { return f(; }\nint b(void) { return g(1); }\n";
        TranslationUnit unit = new CFrontEnd(problems::add).read("two.c", source);
        assertEquals(3, Outline.of(unit).size());
        assertEquals(
                List.of(new Position(1, 26)), problems.stream().map(Problem::at).toList());
    }

    @Test
    void aFileWithoutEndStillHasItsFunctions() {
        String source = "int a(void)\n{\n    if (f()) {\n}\n\nint b(void)\n{\n    g();\n}\n";
        List<String> names = outlined(source).functions().stream()
                .map(function -> function.function().name())
                .toList();
        assertEquals(List.of("a", "b"), names);
    }

    @Test
    void longListsAndChainsAreNoNesting() {
        String source = "int f(void) { int x[] = { " + "g(1), ".repeat(20_000) + "}; return " + "h() && ".repeat(20_000)
                + "1; }";
        List<Problem> problems = new ArrayList<>();
        TranslationUnit unit = new CFrontEnd(problems::add).read("long.c", source);
        assertEquals(40_001, Outline.of(unit).size());
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void mutatedSourcesReturn(String source) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 200; round++) {
            String mutated = mutate(source, random);
            try {
                TranslationUnit unit = outlined(mutated);
                for (CFunction function : unit.functions()) {
                    assertTrue(function.function().at().line() >= 1);
                }
            } catch (RuntimeException failure) {
                throw new AssertionError("seed " + SEED + "\n" + mutated, failure);
            }
        }
    }

    static Stream<String> sources() throws IOException {
        System.out.println("mutations with seed " + SEED);
        try (Stream<Path> files = Files.list(SnippetsTest.FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(HostileInputTest::snippets)
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> snippets(Path markdown) {
        try {
            return Snippets.read(markdown).stream().map(Snippets.Snippet::source);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String mutate(String source, SplittableRandom random) {
        StringBuilder mutated = new StringBuilder(source);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), at + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 2 -> mutated.insert(at, mutated.substring(at, end));
                default -> mutated.setLength(at);
            }
        }
        return mutated.toString();
    }
}
