package org.btdetect.tree.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Has a drawing laid out by Graphviz's {@code dot}, which has to be installed. */
final class Graphviz {
    /** Larger trees take minutes, and no screen shows them. */
    private static final int MAX_SECONDS = 120;

    private Graphviz() {}

    static String svg(String dot) throws IOException {
        Path folder = Files.createTempDirectory("btdetect-svg");
        Path input = folder.resolve("tree.dot");
        Path output = folder.resolve("tree.svg");
        try {
            Files.writeString(input, dot);
            run(input, output);
            return Files.readString(output);
        } finally {
            Files.deleteIfExists(input);
            Files.deleteIfExists(output);
            Files.deleteIfExists(folder);
        }
    }

    private static void run(Path input, Path output) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder("dot", "-Tsvg", "-o", output.toString(), input.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            throw new IOException(
                    "svg needs Graphviz, and there is no program 'dot': install it, or take --format dot", missing);
        }
        try {
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Graphviz did not finish within " + MAX_SECONDS + " s: draw a smaller tree");
            }
            if (process.exitValue() != 0) {
                throw new IOException("Graphviz failed with " + process.exitValue());
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Graphviz was drawing", interruption);
        } finally {
            process.destroyForcibly();
        }
    }
}
