package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script for pull requests, on a repository with the Nova of the demonstration. */
class CiRecipeTest {
    private static final Path DEMO = Path.of("..", "openstack-src-fixtures", "src", "main", "resources", "demo")
            .toAbsolutePath()
            .normalize();
    private static final Path SCRIPT =
            Path.of("..", "scripts", "diff-pull-request").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private Path repository = Path.of("");

    @BeforeEach
    void makeRepository() throws IOException, InterruptedException {
        assumeTrue(
                isThere("git") && isThere("bash"), "git and bash are not both here: the script for CI is not tested");
        repository = folder.resolve("repository");
        copy(DEMO.resolve("nova"), repository);
        Path launcher = folder.resolve("btdetect");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '" + java() + "' -Xss16m -cp '" + System.getProperty("java.class.path")
                        + "' org.btdetect.cli.BtDetect \"$@\"\n");
        assertTrue(launcher.toFile().setExecutable(true));
        git("init", "--quiet", "--initial-branch=main");
        commit();
    }

    @Test
    void newSurfaceFailsWithAnnotationsUntilItIsAccepted() throws IOException, InterruptedException {
        Path guest = repository.resolve("nova/virt/libvirt/guest.py");
        String text = Files.readString(guest);
        assertTrue(text.contains("self._domain.suspend()"), text);
        Files.writeString(
                guest,
                text.replace("self._domain.suspend()", "self._domain.suspend()\n        self._domain.destroy()"));
        commit();
        Path out = folder.resolve("out");
        Result failed = diff("--out", out.toString(), "HEAD~1", "HEAD");
        assertEquals(ExitCode.FINDINGS, failed.code, failed.text);
        assertTrue(failed.text.contains("::error file=nova/virt/libvirt/guest.py,line="), failed.text);
        assertTrue(Files.readString(out.resolve("diff.md")).contains("crossing-added"), failed.text);
        assertTrue(Files.readString(out.resolve("diff.sarif")).contains("\"2.1.0\""), failed.text);
        assertTrue(Files.readString(out.resolve("diff.json")).contains("btdetect-diff-1"), failed.text);

        List<String> entries =
                failed.text.lines().filter(line -> line.startsWith("{\"kind\"")).toList();
        Path accepted = folder.resolve("accepted.json");
        String list = "[" + String.join(",", entries) + "]";
        Files.writeString(
                accepted,
                list.replace("\"reason\":\"\",\"expires\":\"\"", "\"reason\":\"r\",\"expires\":\"2999-01-01\""));
        Result passed = diff("HEAD~1", "HEAD", "--accept", accepted.toString());
        assertEquals(ExitCode.DONE, passed.code, passed.text);
        assertEquals(
                "",
                git("worktree", "list", "--porcelain")
                        .lines()
                        .filter(line -> line.contains("detached"))
                        .findAny()
                        .orElse(""));
    }

    @Test
    void commentIsNoChangeAndAMissingCommitIsAnError() throws IOException, InterruptedException {
        Path guest = repository.resolve("nova/virt/libvirt/guest.py");
        Files.writeString(guest, "# a comment\n" + Files.readString(guest));
        commit();
        Result same = diff("HEAD~1", "HEAD");
        assertEquals(ExitCode.DONE, same.code, same.text);
        assertTrue(same.text.contains("no change in "), same.text);
        assertEquals(ExitCode.USAGE, diff("0123456789", "HEAD").code);
    }

    private record Result(int code, String text) {}

    private Result diff(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", SCRIPT.toString(), "--repository", repository.toString()));
        command.addAll(List.of(arguments));
        for (String part : List.of("libvirt-python", "libvirt", "qemu")) {
            command.add("--" + part);
            command.add(DEMO.resolve(part).toString());
        }
        return run(command);
    }

    private void commit() throws IOException, InterruptedException {
        git("add", "--all");
        git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", "A commit.");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        Result result = run(command);
        assertEquals(0, result.code, result.text);
        return result.text;
    }

    private Result run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("BTDETECT", folder.resolve("btdetect").toString());
        builder.environment().remove("GITHUB_STEP_SUMMARY");
        Process process = builder.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it hangs: " + command);
        return new Result(process.exitValue(), Files.readString(output));
    }

    private boolean isThere(String program) throws InterruptedException {
        try {
            return run(List.of(program, "--version")).code == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
