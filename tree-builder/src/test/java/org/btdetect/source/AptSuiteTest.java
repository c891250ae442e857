package org.btdetect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.btdetect.source.CommandRunner.Result;
import org.btdetect.source.PackageArchive.NotInArchive;
import org.btdetect.source.PackageArchive.RemoteFile;
import org.junit.jupiter.api.Test;

/** What apt prints, as captured, and what is made of it. */
class AptSuiteTest {
    private static final PackageRequest NOVA =
            new PackageRequest(ComponentKind.NOVA, "python3-nova", PackageRequest.Form.BINARY);
    private static final PackageRequest QEMU =
            new PackageRequest(ComponentKind.QEMU, "qemu", PackageRequest.Form.SOURCE);
    private static final String SHA = "ca3833844d08c22867f1d1a46edc36bda7d6fe1a4f267e7d77100b79fc9ddd89";
    private static final RemoteFile FILE = new RemoteFile("http://mirror.example/x.deb", "x.deb", 1, SHA);

    @Test
    void versionsAreThoseOfTheFormThatIsAskedFor() {
        AptSuite suite = suite(new Result(0, """
                      qemu | 1:5.2+dfsg-11+deb11u3 | http://mirror.example/debian bullseye/main amd64 Packages
                      qemu | 1:5.2+dfsg-11+deb11u4 | http://mirror.example/debian bullseye/main Sources
                 qemu-user |      1:9 | http://mirror.example/debian bullseye/main Sources
                """, ""));
        assertEquals(List.of(new DebianVersion("1:5.2+dfsg-11+deb11u4")), suite.versions(QEMU));
    }

    @Test
    void upstreamArchiveIsPickedAmongASourcePackagesFiles() {
        AptSuite suite = suite(new Result(0, """
                NOTICE: 'libvirt' packaging is maintained in the 'Git' version control system at:
                'http://mirror.example/l/libvirt_7.0.0-3.dsc' libvirt_7.0.0-3.dsc 7649 SHA256:%1$s
                'http://mirror.example/l/libvirt_7.0.0.orig.tar.xz.asc' libvirt_7.0.0.orig.tar.xz.asc 833 SHA256:%1$s
                'http://mirror.example/l/libvirt_7.0.0-3.debian.tar.xz' libvirt_7.0.0-3.debian.tar.xz 9 SHA256:%1$s
                'http://mirror.example/l/libvirt_7.0.0.orig.tar.xz' libvirt_7.0.0.orig.tar.xz 8567648 SHA256:%1$s
                """.formatted(SHA), ""));
        RemoteFile file = suite.locate(QEMU, new DebianVersion("7.0.0-3"));
        assertEquals(
                new RemoteFile(
                        "http://mirror.example/l/libvirt_7.0.0.orig.tar.xz", "libvirt_7.0.0.orig.tar.xz", 8567648, SHA),
                file);
    }

    @Test
    void aFileThatAptNamesNoneForIsAnError() {
        AptSuite suite = suite(new Result(100, "", "E: Version '9' for 'python3-nova' was not found\n"));
        SourceException error = assertThrows(SourceException.class, () -> suite.locate(NOVA, new DebianVersion("9")));
        assertTrue(error.getMessage().contains("was not found"), error.getMessage());
    }

    @Test
    void aFileThatIsGoneIsToldFromAnArchiveThatIsOutOfReach() {
        AptSuite gone = suite(new Result(
                100, "", "E: Failed to fetch http://mirror.example/x.deb  404  Not Found [IP: 203.0.113.80 80]\n"));
        assertThrows(NotInArchive.class, () -> gone.download(FILE, Path.of("x")));
        AptSuite away = suite(new Result(
                100, "", "E: Failed to fetch http://mirror.example/x.deb  Could not resolve 'mirror.example'\n"));
        assertThrows(SourceException.class, () -> away.download(FILE, Path.of("x")));
    }

    @Test
    void aSuiteWhoseIndexCannotBeReadIsAnErrorWithAptsWords() {
        AptSuite suite = suite(new Result(0, "", "E: The repository 'http://mirror.example x' is not signed.\n"));
        SourceException error = assertThrows(SourceException.class, suite::update);
        assertTrue(error.getMessage().contains("is not signed"), error.getMessage());
    }

    private static AptSuite suite(Result result) {
        return new AptSuite("bullseye", Path.of("apt.conf"), (command, environment) -> result);
    }
}
