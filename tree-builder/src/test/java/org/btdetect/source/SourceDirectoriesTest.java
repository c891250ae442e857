package org.btdetect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDirectoriesTest {
    private final SourceDirectories directories =
            new SourceDirectories(SourceCatalog.load().series());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg/usr/lib/python3/dist-packages",
                "pkg/usr/lib/python3/dist-packages/nova",
                "pkg/usr/lib/python3/dist-packages/nova/compute",
                "pkg/usr",
                "pkg"
            })
    void rootIsFoundFromTheFolderItselfAFolderAboveAndOneBelow(String given) throws IOException {
        nova("pkg/usr/lib/python3/dist-packages");
        write("pkg/usr/lib/python3/dist-packages/nova-26.2.2.egg-info/PKG-INFO", "Name: nova\nVersion: 26.2.2\n");
        Component nova = open(ComponentKind.NOVA, given);
        assertEquals(folder.resolve("pkg/usr/lib/python3/dist-packages"), nova.root());
        assertEquals("26.2.2", nova.version());
    }

    @Test
    void nameOfTheSetIsTheSeriesOfNova() throws IOException {
        nova("n");
        write("n/PKG-INFO", "Name: nova\nVersion: 2015.1.4\n");
        assertEquals(
                "kilo",
                set(Optional.empty(), Map.of(ComponentKind.NOVA, folder.resolve("n")))
                        .name());
        assertEquals(
                "mine",
                set(Optional.of("mine"), Map.of(ComponentKind.NOVA, folder.resolve("n")))
                        .name());
    }

    @Test
    void wheelStatesItsVersion() throws IOException {
        nova("w");
        write("w/nova-31.0.0.dist-info/METADATA", "Metadata-Version: 2.1\nVersion: 31.0.0\n");
        assertEquals("31.0.0", open(ComponentKind.NOVA, "w").version());
    }

    @Test
    void oldCheckoutStatesItsVersionInItsBuildFile() throws IOException {
        nova("k");
        write("k/setup.cfg", "[metadata]\nname = nova\nversion = 2015.1.4\n");
        assertEquals("2015.1.4", open(ComponentKind.NOVA, "k").version());
    }

    @Test
    void checkoutBelongsToTheNewestSeriesThatItKnows() throws IOException {
        nova("t");
        write("t/setup.cfg", "[metadata]\nname = nova\n");
        write(
                "t/nova/compute/rpcapi.py",
                "class A:\n    VERSION_ALIASES = {\n        'stein': '5.1',\n        'train': '5.3',\n    }\n");
        write("t/releasenotes/source/stein.rst", "");
        write("t/releasenotes/source/unreleased.rst", "");
        assertEquals("train", open(ComponentKind.NOVA, "t").version());
        assertEquals(
                "train",
                set(Optional.empty(), Map.of(ComponentKind.NOVA, folder.resolve("t")))
                        .name());

        write("t/releasenotes/source/2026.1.rst", "");
        assertEquals("hibiscus", open(ComponentKind.NOVA, "t").version());
    }

    @Test
    void treeThatStatesNothingIsOfUnknownVersion() throws IOException {
        nova("u");
        assertEquals("unknown", open(ComponentKind.NOVA, "u").version());
    }

    @Test
    void bindingMayBeGivenAsItsFile() throws IOException {
        write("b/libvirt.py", "class virDomain(object): pass\n");
        write("b/libvirt_python-9.0.0.egg-info", "Version: 9.0.0\n");
        Component binding = open(ComponentKind.LIBVIRT_PYTHON, "b/libvirt.py");
        assertEquals(folder.resolve("b"), binding.root());
        assertEquals("9.0.0", binding.version());
    }

    @Test
    void libvirtOfBothBuildSystemsStatesItsVersion() throws IOException {
        libvirt("new");
        write(
                "new/meson.build",
                "project(\n  'libvirt', 'c',\n  version: '9.0.0',\n  meson_version: '>= 0.56.0',\n)\n");
        libvirt("old");
        write("old/configure.ac", "AC_INIT([libvirt], [1.2.15], [libvir-list@redhat.com])\n");
        assertEquals("9.0.0", open(ComponentKind.LIBVIRT, "new/src").version());
        assertEquals("1.2.15", open(ComponentKind.LIBVIRT, "old").version());
    }

    @Test
    void qemuStatesItsVersion() throws IOException {
        write("q/VERSION", "7.2.0\n");
        write("q/qapi/qapi-schema.json", "");
        assertEquals("7.2.0", open(ComponentKind.QEMU, "q/qapi").version());
    }

    @Test
    void folderOfSomethingElseIsAUsageErrorThatSaysWhatItShouldHold() throws IOException {
        Files.createDirectories(folder.resolve("empty/a/b"));
        for (ComponentKind kind : ComponentKind.values()) {
            SourceException error = assertThrows(SourceException.class, () -> open(kind, "empty/a/b"));
            assertEquals(SourceException.Reason.USAGE, error.reason());
            assertTrue(error.getMessage().contains("--" + kind.id()), error.getMessage());
            assertTrue(error.getMessage().contains("it should hold"), error.getMessage());
        }
    }

    @Test
    void missingFolderIsAUsageError() {
        SourceException error = assertThrows(SourceException.class, () -> open(ComponentKind.NOVA, "nowhere"));
        assertEquals(SourceException.Reason.USAGE, error.reason());
    }

    @Test
    void archiveIsToBeUnpackedFirst() throws IOException {
        write("nova-26.2.2.tar.gz", "");
        SourceException error =
                assertThrows(SourceException.class, () -> open(ComponentKind.NOVA, "nova-26.2.2.tar.gz"));
        assertTrue(error.getMessage().contains("unpack it"), error.getMessage());
    }

    @Test
    void setThatDoesNotTellItsReleaseNeedsAName() throws IOException {
        nova("u");
        SourceException error = assertThrows(
                SourceException.class, () -> set(Optional.empty(), Map.of(ComponentKind.NOVA, folder.resolve("u"))));
        assertTrue(error.getMessage().contains("--name"), error.getMessage());
    }

    @Test
    void folderThatHoldsSeveralIsNotGuessedFrom() throws IOException {
        nova("two/a");
        nova("two/b");
        SourceException error = assertThrows(SourceException.class, () -> open(ComponentKind.NOVA, "two"));
        assertTrue(error.getMessage().contains("more than once"), error.getMessage());
    }

    @Test
    void onlyFilesOfTheProgramAreRead() throws IOException {
        nova("n");
        write("n/nova/tests/unit/test_x.py", "");
        write("n/doc/source/conf.py", "");
        write("n/setup.cfg", "");
        write("n/tools/x.py", "");
        assertEquals(
                List.of(Path.of("nova/__init__.py"), Path.of("nova/compute/manager.py"), Path.of("setup.cfg")),
                open(ComponentKind.NOVA, "n").files());
    }

    @Test
    void contentHashDependsOnContentsAlone() throws IOException {
        nova("a");
        nova("elsewhere/b");
        assertEquals(
                open(ComponentKind.NOVA, "a").contentHash(),
                open(ComponentKind.NOVA, "elsewhere/b").contentHash());
        String before = open(ComponentKind.NOVA, "a").contentHash();
        write("a/nova/compute/manager.py", "changed = True\n");
        assertTrue(!before.equals(open(ComponentKind.NOVA, "a").contentHash()), before);
    }

    private Component open(ComponentKind kind, String given) {
        return set(Optional.of("x"), Map.of(kind, folder.resolve(given)))
                .components()
                .get(0);
    }

    private SourceSet set(Optional<String> name, Map<ComponentKind, Path> folders) {
        return directories.open(name, folders);
    }

    private void nova(String root) throws IOException {
        write(root + "/nova/__init__.py", "");
        write(root + "/nova/compute/manager.py", "class ComputeManager(object): pass\n");
    }

    private void libvirt(String root) throws IOException {
        write(root + "/src/libvirt.c", "");
        write(root + "/src/qemu/qemu_driver.c", "");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
