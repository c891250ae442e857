package org.btdetect.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Makes small archives, also such as no honest tool would make. */
final class TestArchives {
    private TestArchives() {}

    /** An entry of an archive, written as it stands. */
    record Entry(String name, byte type, String content) {
        static Entry file(String name, String content) {
            return new Entry(name, TarConstants.LF_NORMAL, content);
        }

        static Entry folder(String name) {
            return new Entry(name + "/", TarConstants.LF_DIR, "");
        }

        static Entry symbolicLink(String name, String target) {
            return new Entry(name, TarConstants.LF_SYMLINK, target);
        }

        static Entry hardLink(String name, String target) {
            return new Entry(name, TarConstants.LF_LINK, target);
        }

        static Entry device(String name) {
            return new Entry(name, TarConstants.LF_CHR, "");
        }

        private boolean isLink() {
            return type == TarConstants.LF_SYMLINK || type == TarConstants.LF_LINK;
        }
    }

    static byte[] tarXz(Entry... entries) {
        return bytes(out -> {
            try (XZCompressorOutputStream xz = new XZCompressorOutputStream(out)) {
                xz.write(tar(Arrays.asList(entries)));
            }
        });
    }

    /** A binary package whose data are the entries. */
    static byte[] deb(Entry... entries) {
        byte[] data = tarXz(entries);
        return bytes(out -> {
            try (ArArchiveOutputStream ar = new ArArchiveOutputStream(out)) {
                member(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.UTF_8));
                member(ar, "control.tar.xz", tarXz(Entry.file("./control", "Package: x\n")));
                member(ar, "data.tar.xz", data);
            }
        });
    }

    private static void member(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
        ar.putArchiveEntry(new ArArchiveEntry(name, content.length, 0, 0, 33188, 0));
        ar.write(content);
        ar.closeArchiveEntry();
    }

    private static byte[] tar(List<Entry> entries) {
        return bytes(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                for (Entry entry : entries) {
                    write(tar, entry);
                }
            }
        });
    }

    private static void write(TarArchiveOutputStream tar, Entry entry) throws IOException {
        TarArchiveEntry header = new TarArchiveEntry(entry.name(), entry.type(), true);
        byte[] content = entry.isLink() ? new byte[0] : entry.content().getBytes(StandardCharsets.UTF_8);
        if (entry.isLink()) {
            header.setLinkName(entry.content());
        }
        header.setModTime(0);
        header.setSize(content.length);
        tar.putArchiveEntry(header);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
