package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class BtDetectTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void versionGoesToStandardOutput() {
        assertEquals(0, run("--version"));
        assertTrue(out.toString().startsWith("btdetect "), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void unknownOptionIsAUsageError() {
        assertEquals(2, run("--no-such-option"));
        assertTrue(err.toString().contains("--no-such-option"), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void failureOfASubcommandIsNeitherFindingsNorUsage() {
        assertEquals(3, run("broken"));
        assertTrue(err.toString().startsWith("btdetect: on purpose"), err.toString());
    }

    @Test
    void completionScriptNamesTheCommand() {
        assertEquals(0, run("generate-completion"));
        assertTrue(out.toString().contains("complete -F _complete_btdetect"), "no completion function");
    }

    private int run(String... args) {
        CommandLine commandLine = BtDetect.commandLine().addSubcommand(new Broken());
        commandLine.setExecutionExceptionHandler(new Failures());
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Command(name = "broken")
    static final class Broken implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("on purpose");
        }
    }
}
