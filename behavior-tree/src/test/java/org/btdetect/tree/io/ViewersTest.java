package org.btdetect.tree.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs make of our files; skipped where they are not installed. */
class ViewersTest {
    /** Debian's Python, since its packages are not seen by another one. */
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path folder;

    @Test
    void networkxSeesLabelsLayersAndTypes() throws Exception {
        assumeTrue(runs(PYTHON, "-c", "import networkx"), "skipped: python3-networkx is not installed");
        Path file = Files.writeString(folder.resolve("stop.graphml"), GraphMlWriter.write(SampleLibrary.stop()));
        Path script = Golden.RESOURCES.resolve("networkx_summary.py");
        Golden.check(Golden.RESOURCES.resolve("networkx_summary.txt"), run(PYTHON, script.toString(), file.toString()));
    }

    @Test
    void graphvizDrawsTheDotFile() throws Exception {
        assumeTrue(runs("dot", "-V"), "skipped: graphviz is not installed");
        Path file = Files.writeString(folder.resolve("stop.dot"), DotWriter.write(SampleLibrary.stop()));
        String drawn = run("dot", "-Tplain", file.toString());
        long nodes = drawn.lines().filter(line -> line.startsWith("node ")).count();
        assertEquals(SampleLibrary.stop().size(), nodes);
    }

    @Test
    void dotFileIsTheGoldenOne() throws IOException {
        Golden.check(Golden.RESOURCES.resolve("os-stop.dot"), DotWriter.write(SampleLibrary.stop()));
    }

    private boolean runs(String... command) throws InterruptedException {
        try {
            run(command);
            return true;
        } catch (IOException failure) {
            return false;
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(List.of(command))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " failed");
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
