package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queries of the paper's figure 12 on its transcribed logs, where these are at hand. */
class PaperModeTest {
    private static final Path PAPER = Path.of("..", "..", "shared", "data", "paper");

    @Test
    void answersAreThosePrinted() throws IOException {
        assumeTrue(Files.isDirectory(PAPER), "the paper's logs are not on this machine: " + PAPER);
        List<String> printed = new ArrayList<>();
        for (String line : Files.readAllLines(PAPER.resolve("expected.txt"))) {
            if (line.startsWith("./detector")) {
                String[] words = line.split("'", -1);
                printed.add(line);
                printed.addAll(run("--at", words[1], "--action", words[3]));
            }
        }
        assertEquals(Files.readAllLines(PAPER.resolve("expected.txt")), printed);
    }

    @Test
    void strictModeFindsTheSixStopsAndTheRequestThatIsUsedAgain() {
        assumeTrue(Files.isDirectory(PAPER), "the paper's logs are not on this machine: " + PAPER);
        List<String> findings = run("--action", "shutdown", "--strict");
        assertEquals(
                6,
                findings.stream()
                        .filter(line -> line.contains("at libvirt level"))
                        .count());
        assertEquals(
                1,
                findings.stream().filter(line -> line.contains("req-8979aed4")).count());
    }

    private static List<String> run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("detect", "--compat", "paper", "--logs", PAPER.toString()));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        BtDetect.commandLine().setOut(new PrintWriter(out)).execute(all.toArray(String[]::new));
        return out.toString().lines().toList();
    }
}
