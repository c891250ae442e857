package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.btdetect.program.Problem;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.DemoStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are broken or made to break the program cost what is in them and nothing else. */
class DamagedStackTest {
    private DemoStack stack;

    @BeforeEach
    void open() {
        stack = DemoStack.open();
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void brokenPythonFileCostsItself() throws IOException {
        Path file = file(ComponentKind.NOVA, "nova/conductor/manager.py");
        append(file, "def broken(:\n    pass\n");
        int line = Files.readAllLines(file).size() - 1;
        Trees trees = Trees.of(stack.sources());
        Problem problem = only(trees.problems());
        assertEquals("nova/conductor/manager.py", problem.file());
        assertEquals(line, problem.at().line());
        assertTrue(problem.at().column() > 0);
        assertFalse(trees.reaches("create", "ComputeTaskManager.build_instances"));
        assertTrue(trees.reaches("os-stop", "qmp_system_powerdown"));
    }

    @Test
    void brokenFunctionInCCostsItself() throws IOException {
        Path file = file(ComponentKind.LIBVIRT, "src/qemu/qemu_driver.c");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("return qemuProcessStopCPUs(vm);", "return qemuProcessStopCPUs(vm;"));
        Trees trees = Trees.of(stack.sources());
        Problem problem = only(trees.problems());
        assertEquals("src/qemu/qemu_driver.c", problem.file());
        assertTrue(problem.at().line() > 1 && problem.at().column() > 0, problem::toString);
        assertFalse(trees.reaches("pause", "stop"));
        assertTrue(trees.reaches("os-stop", "qmp_system_powerdown"));
    }

    @Test
    void deepNestingIsAProblemOfItsFile() throws IOException {
        String deep = "(".repeat(100_000) + ")".repeat(100_000);
        append(file(ComponentKind.NOVA, "nova/conductor/manager.py"), "x = " + deep + "\n");
        append(file(ComponentKind.LIBVIRT, "src/libvirt.c"), "int f(void)\n{\n    return " + deep + ";\n}\n");
        Trees trees = Trees.of(stack.sources());
        assertTrue(trees.problems().stream().anyMatch(problem -> problem.file().equals("nova/conductor/manager.py")));
        assertTrue(trees.reaches("os-stop", "qmp_system_powerdown"));
    }

    @Test
    void hugeLineIsReadOrReported() throws IOException {
        append(file(ComponentKind.NOVA, "nova/compute/manager.py"), "# " + "x".repeat(4_000_000) + "\n");
        append(file(ComponentKind.LIBVIRT, "src/libvirt.c"), "/* " + "x".repeat(4_000_000) + " */\n");
        append(file(ComponentKind.QEMU, "blockdev.c"), "/* " + "qmp_".repeat(1_000_000) + " */\n");
        assertTrue(Trees.of(stack.sources()).reaches("pause", "stop"));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path nova = file(ComponentKind.NOVA, "nova");
        Files.createSymbolicLink(nova.resolve("loop"), nova);
        Files.createSymbolicLink(nova.resolve("passwd.py"), Path.of("/etc/passwd"));
        Path libvirt = file(ComponentKind.LIBVIRT, "src");
        Files.createSymbolicLink(libvirt.resolve("loop"), libvirt);
        Files.createSymbolicLink(libvirt.resolve("gone.c"), Path.of("nowhere.c"));
        Files.createSymbolicLink(file(ComponentKind.QEMU, "monitor").resolve("gone.c"), Path.of("nowhere.c"));
        Trees trees = Trees.of(stack.sources());
        assertEquals(List.of(), trees.problems());
        assertTrue(trees.reaches("os-stop", "qmp_system_powerdown"));
    }

    @Test
    void recursionOfTheSourcesEnds() throws IOException {
        append(
                file(ComponentKind.NOVA, "nova/compute/manager.py"),
                "\n    def pause_instance(self, context, instance):\n"
                        + "        self.driver.pause(instance)\n"
                        + "        return self.pause_instance(context, [instance])\n");
        assertTrue(Trees.of(stack.sources()).reaches("pause", "stop"));
    }

    private Path file(ComponentKind kind, String path) {
        return stack.sources().component(kind).orElseThrow().root().resolve(path);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static Problem only(List<Problem> problems) {
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0);
    }
}
