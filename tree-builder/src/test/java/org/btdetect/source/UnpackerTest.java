package org.btdetect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.btdetect.source.TestArchives.Entry;
import org.btdetect.source.Unpacker.Relocation;
import org.btdetect.source.Unpacker.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackerTest {
    @TempDir
    private Path folder;

    @Test
    void takesWantedFilesOutOfAnUpstreamArchive() throws IOException {
        Report report = unpack(TestArchives.tarXz(
                Entry.folder("x-1.0"),
                Entry.file("x-1.0/src/a.c", "int a;"),
                Entry.file("x-1.0/src/a.txt", "no"),
                Entry.file("top-level", "no")));
        assertEquals(new Report(1, 2), report);
        assertEquals(List.of("src/a.c"), written());
        assertEquals("int a;", Files.readString(target().resolve("src/a.c")));
    }

    @Test
    void takesPythonPackagesOutOfABinaryPackage() throws IOException {
        byte[] deb = TestArchives.deb(
                Entry.file("./usr/lib/python3/dist-packages/nova/__init__.c", ""),
                Entry.file("./usr/share/doc/python3-nova/readme.c", ""));
        Path archive = Files.write(folder.resolve("x.deb"), deb);
        Report report = unpacker(UnpackLimits.DEFAULT)
                .unpack(
                        archive,
                        target(),
                        Relocation::belowPythonPackages,
                        path -> path.toString().endsWith(".c"));
        assertEquals(new Report(1, 1), report);
        assertEquals(List.of("nova/__init__.c"), written());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x/../../evil.c", "../evil.c", "/evil.c", "x/a/../../../evil.c", "x/.."})
    void entryThatLeadsOutCostsTheArchive(String name) {
        SourceException error =
                assertThrows(SourceException.class, () -> unpack(TestArchives.tarXz(Entry.file(name, "int evil;"))));
        assertTrue(error.getMessage().contains("not safe"), error.getMessage());
        assertFalse(Files.exists(folder.resolve("evil.c")));
    }

    @Test
    void linksAndDevicesArePassedOverAndNothingIsWrittenThroughThem() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Report report = unpack(TestArchives.tarXz(
                Entry.symbolicLink("x/src", outside.toString()),
                Entry.file("x/src/through.c", "int a;"),
                Entry.symbolicLink("x/s.c", "/etc/passwd"),
                Entry.hardLink("x/h.c", "/etc/passwd"),
                Entry.device("x/d.c")));
        assertEquals(new Report(1, 4), report);
        assertEquals(List.of("src/through.c"), written());
        try (Stream<Path> files = Files.list(outside)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void entryThatComesTwiceCostsTheArchive() {
        assertThrows(
                SourceException.class,
                () -> unpack(TestArchives.tarXz(Entry.file("x/a.c", "1"), Entry.file("x/a.c", "2"))));
    }

    @Test
    void fileAndFolderOfOneNameCostTheArchive() {
        assertThrows(
                SourceException.class,
                () -> unpack(TestArchives.tarXz(Entry.file("x/a.c", "1"), Entry.file("x/a.c/b.c", "2"))));
    }

    @Test
    void truncatedArchivesAreAnErrorWhereverTheyEnd() {
        byte[] whole = TestArchives.tarXz(Entry.file("x/a.c", "int a;".repeat(5000)), Entry.file("x/b.c", "int b;"));
        for (int length = 0; length < whole.length; length += 7) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(SourceException.class, () -> unpack(part), "cut at " + length + " of " + whole.length);
        }
    }

    @Test
    void truncatedPackageIsAnError() throws IOException {
        byte[] whole = TestArchives.deb(Entry.file("./usr/lib/python3/dist-packages/a.c", "1"));
        for (int length : new int[] {0, 5, 60, 200, whole.length / 2}) {
            Path archive = Files.write(folder.resolve("x.deb"), Arrays.copyOf(whole, length));
            assertThrows(
                    SourceException.class,
                    () -> unpacker(UnpackLimits.DEFAULT)
                            .unpack(archive, target(), Relocation::belowPythonPackages, path -> true));
        }
    }

    @Test
    void limitsHold() {
        byte[] archive = TestArchives.tarXz(Entry.file("x/a.c", "0".repeat(100_000)), Entry.file("x/b.c", "0"));
        assertLimit(new UnpackLimits(1, 1 << 20, 1 << 20), archive, "entries");
        assertLimit(new UnpackLimits(9, 99_999, 1 << 20), archive, "larger than");
        assertLimit(new UnpackLimits(9, 1 << 20, 50_000), archive, "more than 50000 bytes");
    }

    @Test
    void unwantedFilesCountAgainstTheTotalOnly() throws IOException {
        byte[] archive = TestArchives.tarXz(Entry.file("x/big.bin", "0".repeat(100_000)));
        assertEquals(new Report(0, 1), unpack(archive, new UnpackLimits(9, 10, 1 << 20)));
    }

    private void assertLimit(UnpackLimits limits, byte[] archive, String words) {
        SourceException error = assertThrows(SourceException.class, () -> unpack(archive, limits));
        assertTrue(error.getMessage().contains(words), error.getMessage());
    }

    private Report unpack(byte[] tarXz) throws IOException {
        return unpack(tarXz, UnpackLimits.DEFAULT);
    }

    private Report unpack(byte[] tarXz, UnpackLimits limits) throws IOException {
        SourceCache.delete(target());
        Path archive = Files.write(folder.resolve("x.tar.xz"), tarXz);
        return unpacker(limits)
                .unpack(
                        archive,
                        target(),
                        Relocation::withoutFirstFolder,
                        path -> path.toString().endsWith(".c"));
    }

    private static Unpacker unpacker(UnpackLimits limits) {
        return new Unpacker(limits);
    }

    private Path target() {
        return folder.resolve("target");
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(target())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> target().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
