package org.btdetect.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the machine's package client; tests put something else in its place. */
@FunctionalInterface
interface CommandRunner {
    /**
     * Runs a command to its end.
     *
     * @throws SourceException when the command is missing or does not end
     */
    Result run(List<String> command, Map<String, String> environment);

    /** What a command ended with. */
    record Result(int exitCode, String out, String err) {}

    /** The runner that starts real processes; each may take the given number of minutes. */
    static CommandRunner processes(Path folderForOutput, long minutes) {
        return (command, environment) -> {
            try {
                return run(command, environment, folderForOutput, minutes);
            } catch (IOException e) {
                throw SourceException.unavailable(
                        "sources are fetched with " + command.get(0)
                                + ", and this machine has none that runs; folders can be"
                                + " given with options such as --nova and --libvirt",
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw SourceException.unavailable("interrupted while " + command.get(0) + " was running", e);
            }
        };
    }

    // Output goes through files: a full pipe would stop the process.
    private static Result run(List<String> command, Map<String, String> environment, Path folder, long minutes)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                throw SourceException.unavailable(command.get(0) + " did not end within " + minutes + " minutes");
            }
        } finally {
            process.destroy();
        }
        Result result = new Result(
                process.exitValue(),
                new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
                new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return result;
    }
}
