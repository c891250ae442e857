package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of a real deployment, where they are at hand, against the committed library. */
class RealRunTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Path LIBRARY = Path.of("..", "output", "zed");

    @ParameterizedTest
    @ValueSource(strings = {"zed-dev", "zed-dev2"})
    void allThatLeavesARecordIsFoundAtItsLevelAndNothingElseIsRaised(String run) {
        Path logs = DATA.resolve(run);
        assumeTrue(Files.isDirectory(logs), "the run is not on this machine: " + logs);
        assumeTrue(Files.isRegularFile(LIBRARY.resolve("keywords.json")), "the library has no keywords");
        List<String> report = run(
                "evaluate",
                "--logs",
                logs.toString(),
                "--truth",
                logs.resolve("ground_truth.csv").toString());
        assertEquals(
                List.of(),
                report.stream().filter(line -> line.startsWith("false ")).toList());
        assertEquals(
                List.of(),
                report.stream().filter(line -> line.startsWith("level ")).toList());
        assertTrue(
                report.stream()
                        .filter(line -> line.startsWith("missed"))
                        .allMatch(line -> line.contains("at db level") || line.endsWith("without effect")),
                report.toString());
    }

    @Test
    void aCloudWithoutIntrudersRaisesNothing() {
        Path logs = DATA.resolve("loghub");
        assumeTrue(Files.isDirectory(logs), "the logs are not on this machine: " + logs);
        assumeTrue(Files.isRegularFile(LIBRARY.resolve("keywords.json")), "the library has no keywords");
        List<String> verdicts = run("detect", "--all", "--logs", logs.toString());
        assertEquals(
                0,
                verdicts.stream()
                        .filter(line -> line.startsWith("UNAUTHORISED"))
                        .count());
        assertEquals(
                43,
                verdicts.stream().filter(line -> line.startsWith("AUTHORISED")).count());
    }

    private static List<String> run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, "--library", LIBRARY.toString()));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        BtDetect.commandLine().setOut(new PrintWriter(out)).execute(all.toArray(String[]::new));
        return out.toString().lines().toList();
    }
}
