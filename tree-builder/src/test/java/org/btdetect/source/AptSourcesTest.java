package org.btdetect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptSourcesTest {
    private final AptSources sources = new AptSources(Set.of("bookworm", "trixie"));

    @TempDir
    private Path folder;

    private Path parts;

    @BeforeEach
    void makeFolder() throws IOException {
        parts = Files.createDirectory(folder.resolve("sources.list.d"));
    }

    @Test
    void readsStanzas() throws IOException {
        Files.writeString(parts.resolve("debian.sources"), """
                # a comment
                Types: deb
                URIs: http://mirror.example/debian
                Suites: bookworm bookworm-updates
                Components: main contrib
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

                Types: deb
                URIs: http://mirror.example/debian-security
                Suites: bookworm-security
                Components: main
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
                """);
        List<AptEntry> entries = read();
        assertEquals(
                List.of("http://mirror.example/debian", "http://mirror.example/debian-security"),
                entries.stream().map(AptEntry::uri).toList());
        assertEquals(
                List.of(false, true), entries.stream().map(AptEntry::isSecurity).toList());
        assertEquals("""
                Types: deb deb-src
                URIs: http://mirror.example/debian
                Suites: trixie
                Components: main
                Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
                """, entries.get(0).stanza("trixie"));
    }

    @Test
    void readsLines() throws IOException {
        Files.writeString(folder.resolve("sources.list"), """
                # deb http://commented.example/debian bookworm main
                deb [arch=amd64 signed-by=/k/debian-archive-x.gpg] http://odd.example/d/ bookworm main non-free # why
                deb-src http://mirror.example/debian stable main
                """);
        List<AptEntry> entries = read();
        assertEquals(
                List.of("http://odd.example/d/", "http://mirror.example/debian"),
                entries.stream().map(AptEntry::uri).toList());
        assertEquals(
                Map.of("Signed-By", "/k/debian-archive-x.gpg"), entries.get(0).options());
    }

    @Test
    void keepsAnInlineKeyWithItsLines() throws IOException {
        Files.writeString(parts.resolve("a.sources"), """
                Types: deb
                URIs: http://mirror.example/debian
                Suites: bookworm
                Components: main
                Signed-By:
                 -----BEGIN PGP PUBLIC KEY BLOCK-----
                 .
                 mDMEZ
                """);
        String stanza = read().get(0).stanza("sid");
        assertEquals(
                "Signed-By: \n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mDMEZ\n",
                stanza.substring(stanza.indexOf("Signed-By")));
    }

    @Test
    void leavesOutWhatIsNotDebian() throws IOException {
        Files.writeString(parts.resolve("others.list"), """
                deb [signed-by=/k/vendor.gpg] http://vendor.example/debian bookworm main
                deb http://tool.example/apt tool-bookworm main
                deb http://apt.vendor.example bookworm main
                deb http://mirror.example/debian bookworm contrib
                deb http://mirror.example/ubuntu noble main
                """);
        Files.writeString(parts.resolve("off.sources"), """
                Enabled: no
                Types: deb
                URIs: http://mirror.example/debian
                Suites: bookworm
                Components: main
                """);
        assertEquals(List.of(), read());
    }

    @Test
    void missingFilesAreNoEntries() {
        assertEquals(List.of(), sources.read(folder.resolve("none"), folder.resolve("no-folder")));
    }

    private List<AptEntry> read() {
        return sources.read(folder.resolve("sources.list"), parts);
    }
}
