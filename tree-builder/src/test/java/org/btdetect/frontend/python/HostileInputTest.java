package org.btdetect.frontend.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.btdetect.frontend.Snippets;
import org.btdetect.program.Module;
import org.btdetect.program.Outline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the input, the front end returns, with a module or with a problem. */
class HostileInputTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/btdetect/frontend/python");
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final String ALPHABET =
            "()[]{}:;,.'\"\\\n\t #`=!<>*fr0_@~-printasyncmatchcaselambda\u00e4\ud83d\ude00\0\f\r";
    private static final List<Integer> DEPTHS = List.of(190, 480, 640, 960, 1900, 100_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                "f(",
                "a[",
                "-",
                "not ",
                "lambda: ",
                "await ",
                "a if b else ",
                "x = ",
                "f\"{",
                "a.",
                "a**",
                "a+",
                "a or not ",
                "{1:",
                "*",
                "if a: ",
                "class C(",
                "def f(",
                "@",
                "`",
                "with (",
                "async ",
                "\\\n",
                "print ",
                "yield "
            })
    void deepNestingIsAProblemOrAModule(String opening) throws InterruptedException {
        for (int depth : DEPTHS) {
            Module module = inSmallStack(opening.repeat(depth) + "x");
            assertTrue(module.problems().size() <= 1, module.problems().toString());
        }
    }

    /** Reads and lists a source in a thread with as much stack as threads have by default. */
    private static Module inSmallStack(String source) throws InterruptedException {
        AtomicReference<Module> read = new AtomicReference<>();
        Thread thread = new Thread(null, () -> read.set(outlined(source)), "small", 1 << 20);
        thread.start();
        thread.join();
        return Objects.requireNonNull(read.get(), "stack overflow");
    }

    private static Module outlined(String source) {
        Module module = parse(source);
        Outline.of(module);
        return module;
    }

    @Test
    void manyIndentationsAreAProblem() {
        StringBuilder source = new StringBuilder();
        for (int depth = 0; depth < 500; depth++) {
            source.append(" ".repeat(depth)).append("if a:\n");
        }
        source.append(" ".repeat(500)).append("b\n");
        assertEquals(
                "too many levels of indentation",
                parse(source.toString()).problems().get(0).message());
    }

    @Test
    void whatCPythonAllowsIsReadInASmallStack() throws InterruptedException {
        String source = nested(99);
        Module module = inSmallStack(source);
        assertEquals(List.of(), module.problems());
        assertEquals(100, Outline.of(module).size());
    }

    private static String nested(int blocks) {
        StringBuilder source = new StringBuilder();
        for (int depth = 0; depth < blocks; depth++) {
            source.append(" ".repeat(depth)).append("def f(a):\n");
        }
        String brackets = "(".repeat(190) + "f(x)" + ")".repeat(190);
        return source.append(" ".repeat(blocks)).append(brackets).append('\n').toString();
    }

    @Test
    void longListsAndChainsAreNoNesting() {
        String list = "x = [" + "f(1), ".repeat(20_000) + "]\n";
        String and = "y = " + "f(1) and ".repeat(20_000) + "1\n";
        Module module = parse(list + and);
        assertEquals(List.of(), module.problems());
        assertEquals(40_000, Outline.of(module).size());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void mutatedSourcesReturn(String source) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 150; round++) {
            String mutated = mutate(source, random);
            Module module = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> parse(mutated), () -> "seed " + SEED + "\n" + mutated);
            assertTrue(module.problems().isEmpty() || module.body().isEmpty(), () -> "seed " + SEED + "\n" + mutated);
            Outline.of(module);
        }
    }

    static Stream<String> sources() throws IOException {
        System.out.println("mutations with seed " + SEED);
        try (Stream<Path> files = Files.list(FOLDER)) {
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
            throw new java.io.UncheckedIOException(failure);
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

    @Test
    void bytesOfAnyKindReturn() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            Module module = new PythonFrontEnd().parse("bytes.py", bytes);
            assertTrue(module.problems().size() <= 1, () -> "seed " + SEED);
        }
    }

    private static Module parse(String source) {
        return new PythonFrontEnd().parse("hostile.py", source.getBytes(StandardCharsets.UTF_8));
    }
}
