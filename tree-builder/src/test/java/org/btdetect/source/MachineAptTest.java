package org.btdetect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.btdetect.source.PackageArchive.NotInArchive;
import org.btdetect.source.PackageArchive.RemoteFile;
import org.btdetect.source.PackageArchive.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real apt of this machine, on one small package; passed over, and that is said, where it or the network is missing. */
class MachineAptTest {
    private final SourceCatalog catalog = SourceCatalog.load();

    @TempDir
    private Path folder;

    @Test
    void listsLocatesAndDownloadsWithItsChecksum() throws IOException, NotInArchive {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/apt-get")), "this machine has no apt");
        Suite suite = open(catalog.defaultSet().suites().get(0));
        PackageRequest binding = catalog.packages().get(1);
        List<DebianVersion> versions = suite.versions(binding);
        assertTrue(!versions.isEmpty(), "no version of " + binding);
        RemoteFile file = suite.locate(binding, versions.get(0));
        Path target = folder.resolve("download");
        suite.download(file, target);
        assertEquals(file.sha256(), ContentHash.of(target));
        assertEquals(file.size(), Files.size(target));
    }

    private Suite open(String suite) throws IOException {
        try {
            Path work = Files.createDirectory(folder.resolve("apt"));
            return AptSettings.ofMachine().archive(catalog, work).open(suite);
        } catch (SourceException e) {
            return abort("the archive is out of reach: " + e.getMessage());
        }
    }
}
