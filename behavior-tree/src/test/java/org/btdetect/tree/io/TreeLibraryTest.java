package org.btdetect.tree.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.TreeLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeLibraryTest {
    private static final Path SAMPLE = Golden.RESOURCES.resolve("library");
    private static final TreeLibrary LIBRARY = SampleLibrary.library();

    @TempDir
    Path folder;

    @Test
    void writtenLibraryIsTheGoldenOne() throws IOException {
        Path written = written();
        List<String> names = files(written);
        for (String name : names) {
            Golden.check(SAMPLE.resolve(name), Files.readString(written.resolve(name)));
        }
        assertEquals(names, files(SAMPLE));
    }

    @Test
    void libraryComesBackEqual() throws IOException {
        TreeLibraryReader reader = TreeLibraryReader.open(written());
        assertEquals(LIBRARY, reader.readAll());
        BehaviorTree stop = SampleLibrary.stop();
        assertEquals(stop, reader.fullTree(stop.name()).orElseThrow());
        assertTrue(reader.fullTree(ActionName.of("lock")).isEmpty());
    }

    @Test
    void actionIsFoundByNameKeyAndAlias() {
        assertEquals(List.of("reboot.type=HARD"), found("reboot.type=HARD"));
        assertEquals(List.of("reboot.type=HARD", "reboot.type=SOFT"), found("reboot"));
        assertEquals(List.of("os-stop"), found("power off"));
        assertEquals(List.of(), found("explode"));
    }

    @Test
    void newLibraryReplacesTheOldOneWhole() throws IOException {
        Path target = written();
        TreeLibrary smaller = TreeLibrary.of(LIBRARY.index().provenance(), List.of(SampleLibrary.stop()));
        TreeLibraryWriter.write(smaller, target);
        assertEquals(List.of("library.json", "trees/os-stop.graphml"), files(target));
        assertEquals(List.of("sample"), children(folder));
    }

    @Test
    void interruptedWriteLeavesTheOldLibrary() throws IOException {
        Path target = written();
        List<String> before = files(target);
        assertThrows(
                IOException.class,
                () -> TreeLibraryWriter.write(LIBRARY, target, fresh -> {
                    throw new IOException("the disk is full");
                }));
        assertEquals(before, files(target));
        assertEquals(List.of("sample"), children(folder));
    }

    @Test
    void folderOfSomethingElseIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("thesis.tex"), "years of work");
        assertThrows(NoLibraryException.class, () -> TreeLibraryWriter.write(LIBRARY, folder));
        assertTrue(Files.exists(file));
        assertEquals(List.of("thesis.tex"), children(folder));
    }

    @Test
    void folderWithoutIndexIsNoLibrary() {
        NoLibraryException empty = assertThrows(NoLibraryException.class, () -> TreeLibraryReader.open(folder));
        assertEquals(folder + " is no tree library: it has no library.json", empty.getMessage());
        Path nowhere = folder.resolve("nowhere");
        NoLibraryException missing = assertThrows(NoLibraryException.class, () -> TreeLibraryReader.open(nowhere));
        assertEquals(nowhere + " does not exist: there is no library.json", missing.getMessage());
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"nodes\" | nodes | line 34: damaged JSON",
                "\"tool\" | \"tul\" | damaged JSON",
                "btdetect-library-1 | btdetect-library-9 | no library: the format is 'btdetect-library-9'",
                "os-stop | lock | two trees of one action",
                "\"compute\" | \"cellar\" | unknown layer 'cellar'",
                "\"SOFT\" | null | damaged JSON"
            })
    void damagedIndexIsToldWithItsFile(String original, String damage, String message) throws IOException {
        Path target = written();
        Path file = target.resolve("library.json");
        String text = Files.readString(file);
        assertTrue(text.contains(original), original);
        Files.writeString(file, text.replace(original, damage));
        TreeFormatException failure = assertThrows(TreeFormatException.class, () -> TreeLibraryReader.open(target));
        assertTrue(String.valueOf(failure.getMessage()).startsWith(file + ": "), failure.toString());
        assertTrue(String.valueOf(failure.getMessage()).contains(message), failure.toString());
    }

    @Test
    void damagedOrMissingTreeIsToldWithItsFile() throws IOException {
        Path target = written();
        TreeLibraryReader reader = TreeLibraryReader.open(target);
        Path lock = target.resolve("trees/lock.graphml");
        Files.copy(target.resolve("trees/os-stop.graphml"), lock, StandardCopyOption.REPLACE_EXISTING);
        assertFailure(reader, lock + ": the tree of os-stop stands where that of lock should");
        Files.write(lock, new byte[] {'<', (byte) 0xFF});
        assertFailure(reader, lock + ": not UTF-8");
        Files.delete(lock);
        assertFailure(reader, lock + ": the tree of lock is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "os-stop, os-stop",
        "../../etc/passwd, %2E./..%2Fetc%2Fpasswd",
        "a/b\\c:d, a%2Fb%5Cc%3Ad",
        "é, %C3%A9",
        "a b, a%20b"
    })
    void fileNamesAreSafe(String key, String name) {
        String actual = FileNames.of(ActionName.of(key));
        assertEquals(name.replace("/", "%2F"), actual);
    }

    @Test
    void longFileNamesAreCutAndStayDifferent() {
        String one = FileNames.of(ActionName.of("a".repeat(500), Map.of("x", "1")));
        String other = FileNames.of(ActionName.of("a".repeat(500), Map.of("x", "2")));
        assertEquals(120, one.length());
        assertFalse(one.equals(other));
    }

    private static void assertFailure(TreeLibraryReader reader, String message) {
        TreeFormatException failure = assertThrows(TreeFormatException.class, () -> reader.tree(ActionName.of("lock")));
        assertEquals(message, failure.getMessage());
    }

    private static List<String> found(String text) {
        return LIBRARY.index().find(text).stream()
                .map(entry -> entry.name().toString())
                .toList();
    }

    private Path written() throws IOException {
        Path target = folder.resolve("sample");
        TreeLibraryWriter.write(LIBRARY, target);
        TreeLibraryWriter.writeFull(SampleLibrary.stop(), target);
        return target;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
