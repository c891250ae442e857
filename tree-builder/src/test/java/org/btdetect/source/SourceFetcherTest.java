package org.btdetect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.btdetect.source.FakeArchive.State;
import org.btdetect.source.TestArchives.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFetcherTest {
    private final SourceCatalog catalog = SourceCatalog.load();
    private final SetDefinition set = new SetDefinition("zed", List.of("own", "own-security"), List.of("near", "far"));
    private final FakeArchive archive = new FakeArchive();
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    private SourceCache cache;
    private SourceFetcher fetcher;

    @BeforeEach
    void makeFetcher() {
        cache = new SourceCache(folder.resolve("cache"));
        fetcher = new SourceFetcher(catalog, cache, work -> archive, said::add);
        listNova("own", "2:26.1.0-1", State.THERE);
        listBinding("own", State.THERE);
        listLibvirt("own", "9.0.0-4", State.THERE);
        listQemu("own", "1:7.2+dfsg-7", State.THERE);
    }

    @Test
    void setIsFetchedWholeAndRecorded() {
        SourceSet fetched = fetcher.obtain(set);
        assertEquals("zed", fetched.name());
        assertEquals(
                List.of("nova 26.1.0", "libvirt-python 9.0.0", "libvirt 9.0.0", "qemu 7.2.0"),
                fetched.components().stream()
                        .map(c -> c.kind().id() + " " + c.version())
                        .toList());
        Component nova = fetched.component(ComponentKind.NOVA).orElseThrow();
        Provenance provenance = nova.provenance().orElseThrow();
        assertEquals(
                "python3-nova 2:26.1.0-1 own",
                provenance.packageName() + " " + provenance.packageVersion() + " " + provenance.suite());
        assertEquals(Optional.empty(), provenance.note());
        assertTrue(
                nova.files().contains(Path.of("nova/compute/manager.py")),
                nova.files().toString());
        assertEquals(fetched, cache.find("zed").orElseThrow());
    }

    @Test
    void setOnceFetchedNeedsNoArchive() {
        SourceSet fetched = fetcher.obtain(set);
        archive.goOffline();
        assertEquals(fetched, fetcher.obtain(set));
    }

    @Test
    void newestOfAllOwnSuitesIsTaken() {
        listNova("own-security", "2:26.2.0-1~deb12u1", State.THERE);
        assertEquals("26.2.0", version(fetcher.obtain(set), ComponentKind.NOVA));
    }

    @Test
    void listedButMissingVersionGivesWayToTheNextAndThatIsSaidAndRecorded() {
        listNova("own-security", "2:26.2.0-1~deb12u1", State.GONE);
        SourceSet fetched = fetcher.obtain(set);
        assertEquals("26.1.0", version(fetched, ComponentKind.NOVA));
        String note = note(fetched, ComponentKind.NOVA);
        assertEquals(
                "python3-nova is 2:26.1.0-1 of own: the archive lists and does not have"
                        + " 2:26.2.0-1~deb12u1 (own-security)",
                note);
        assertTrue(said.contains("note: " + note), said.toString());
    }

    @Test
    void upstreamArchiveCountsForTheNewestVersionThatSharesItWhereverItIsFound() {
        archive.clear();
        listNova("own", "2:26.1.0-1", State.THERE);
        listBinding("own", State.THERE);
        listLibvirt("own", "9.0.0-4", State.THERE);
        listLibvirt("own-security", "9.0.0-5", State.GONE);
        listQemu("own", "1:7.2+dfsg-7", State.THERE);
        Provenance provenance = fetcher.obtain(set)
                .component(ComponentKind.LIBVIRT)
                .flatMap(Component::provenance)
                .orElseThrow();
        assertEquals("9.0.0-5 own-security", provenance.packageVersion() + " " + provenance.suite());
        assertEquals(Optional.empty(), provenance.note());
    }

    @Test
    void neighbouringSuitesNewestStandsInForWhatIsMissing() {
        archive.clear();
        listNova("own", "2:26.1.0-1", State.THERE);
        listBinding("own", State.THERE);
        listLibvirt("own", "12.8.0-1", State.GONE);
        listLibvirt("near", "12.7.0-1", State.GONE);
        listLibvirt("near", "11.3.0-1", State.THERE);
        listLibvirt("far", "11.5.0-1", State.THERE);
        listQemu("own", "1:7.2-1", State.THERE);
        SourceSet fetched = fetcher.obtain(set);
        assertEquals(
                "libvirt is 11.5.0-1 of far: it stands in for one of own, own-security;"
                        + " the archive lists and does not have 12.8.0-1 (own), 12.7.0-1 (near)",
                note(fetched, ComponentKind.LIBVIRT));
    }

    @Test
    void novaOfTheSetsSeriesIsPreferredToANewerOne() {
        listNova("own-security", "2:27.0.0-1", State.THERE);
        assertEquals("26.1.0", version(fetcher.obtain(set), ComponentKind.NOVA));
    }

    @Test
    void suiteThatHasMovedOnIsSaid() {
        SourceSet fetched = fetcher.obtain(new SetDefinition("yoga", List.of("own"), List.of()));
        assertEquals(
                "python3-nova is 2:26.1.0-1 of own: the suite has moved on from the series yoga",
                note(fetched, ComponentKind.NOVA));
    }

    @Test
    void nothingOfAPackageIsAnErrorThatSaysWhatIsMissing() {
        archive.clear();
        listNova("own", "2:26.1.0-1", State.GONE);
        SourceException error = assertThrows(SourceException.class, () -> fetcher.obtain(set));
        assertTrue(error.getMessage().contains("2:26.1.0-1 (own)"), error.getMessage());
        assertEquals(SourceException.Reason.UNAVAILABLE, error.reason());
        assertFalse(Files.exists(cache.folder().resolve("zed")));
    }

    @Test
    void wrongChecksumLeavesNothingOfTheFile() throws IOException {
        listQemu("own-security", "1:7.2+dfsg-8", State.CORRUPT);
        SourceException error = assertThrows(SourceException.class, () -> fetcher.obtain(set));
        assertTrue(error.getMessage().contains("checksum"), error.getMessage());
        assertEquals(Optional.empty(), cache.find("zed"));
        assertEquals(List.of(), kept("qemu_"));
    }

    @Test
    void interruptedFetchLeavesNothingHalfAndTheNextGoesOnWhereItStopped() throws IOException {
        listQemu("own-security", "1:7.2+dfsg-8", State.BREAKS_OFF);
        assertThrows(SourceException.class, () -> fetcher.obtain(set));
        assertEquals(Optional.empty(), cache.find("zed"));
        assertEquals(List.of(), kept("qemu_"));

        archive.clear();
        makeFetcher();
        fetcher.obtain(set);
        assertEquals(List.of("qemu_1%3a7.2+dfsg-7.orig.tar.xz"), archive.downloads());
        assertFalse(Files.exists(cache.workFolder()));
    }

    @Test
    void brokenDownloadInTheCacheIsFetchedAgain() throws IOException {
        fetcher.obtain(set);
        Path libvirt = kept("libvirt_").get(0);
        Files.writeString(libvirt, "broken");
        archive.downloads().clear();
        fetcher.refresh(set);
        assertEquals(List.of("libvirt_9.0.0-4.orig.tar.xz"), archive.downloads());
    }

    @Test
    void refreshTakesWhatTheArchiveHasNow() {
        fetcher.obtain(set);
        listNova("own-security", "2:26.3.0-1", State.THERE);
        assertEquals("26.1.0", version(fetcher.obtain(set), ComponentKind.NOVA));
        assertEquals("26.3.0", version(fetcher.refresh(set), ComponentKind.NOVA));
    }

    @Test
    void failedRefreshKeepsTheOldSet() {
        SourceSet fetched = fetcher.obtain(set);
        archive.goOffline();
        assertThrows(SourceException.class, () -> fetcher.refresh(set));
        assertEquals(Optional.of(fetched), cache.find("zed"));
    }

    @Test
    void setWhoseFolderWasDamagedIsNotThere() throws IOException {
        fetcher.obtain(set);
        SourceCache.delete(cache.folder().resolve("zed/qemu"));
        assertEquals(Optional.empty(), cache.find("zed"));
    }

    @Test
    void setWhoseRecordWasDamagedIsNotThere() throws IOException {
        fetcher.obtain(set);
        Files.writeString(cache.folder().resolve("zed/source-set.json"), "{\"layout\": ");
        assertEquals(Optional.empty(), cache.find("zed"));
    }

    private static String version(SourceSet fetched, ComponentKind kind) {
        return fetched.component(kind).orElseThrow().version();
    }

    private static String note(SourceSet fetched, ComponentKind kind) {
        return fetched.component(kind)
                .flatMap(Component::provenance)
                .flatMap(Provenance::note)
                .orElse("");
    }

    private List<Path> kept(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(cache.folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private void listNova(String suite, String version, State state) {
        String upstream = new DebianVersion(version).upstream();
        String packages = "./usr/lib/python3/dist-packages/";
        archive.list(
                suite,
                request(ComponentKind.NOVA),
                version,
                state,
                Entry.file(packages + "nova/__init__.py", ""),
                Entry.file(packages + "nova/compute/manager.py", "class ComputeManager: pass\n"),
                Entry.file(packages + "nova/tests/test_x.py", ""),
                Entry.file(packages + "nova-" + upstream + ".egg-info/PKG-INFO", "Version: " + upstream + "\n"));
    }

    private void listBinding(String suite, State state) {
        String packages = "./usr/lib/python3/dist-packages/";
        archive.list(
                suite,
                request(ComponentKind.LIBVIRT_PYTHON),
                "9.0.0-1",
                state,
                Entry.file(packages + "libvirt.py", "class virDomain: pass\n"),
                Entry.file(packages + "libvirt_python-9.0.0.egg-info/PKG-INFO", "Version: 9.0.0\n"));
    }

    private void listLibvirt(String suite, String version, State state) {
        String upstream = new DebianVersion(version).upstream();
        archive.list(
                suite,
                request(ComponentKind.LIBVIRT),
                version,
                state,
                Entry.file("libvirt/src/libvirt.c", ""),
                Entry.file("libvirt/meson.build", "project(\n  'libvirt', 'c',\n  version: '" + upstream + "',\n)\n"));
    }

    private void listQemu(String suite, String version, State state) {
        archive.list(
                suite,
                request(ComponentKind.QEMU),
                version,
                state,
                Entry.file("q/VERSION", "7.2.0\n"),
                Entry.file("q/a.c", ""));
    }

    private PackageRequest request(ComponentKind kind) {
        return catalog.packages().stream()
                .filter(request -> request.component() == kind)
                .findFirst()
                .orElseThrow();
    }
}
