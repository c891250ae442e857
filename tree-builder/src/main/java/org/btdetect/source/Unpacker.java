package org.btdetect.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Takes the wanted files out of a Debian package or a compressed tar archive, which nobody needs to trust.
 *
 * <p>Only regular files are written, each once, into a folder that this class fills alone: links, devices and the like are
 * passed over, so that no entry can lead out of the folder. An entry whose name would lead out of it, or an archive
 * beyond the limits, costs the whole archive.
 */
final class Unpacker {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NAME = 4096;
    private static final int XZ_MEMORY_KIB = 512 << 10;

    private final UnpackLimits limits;

    Unpacker(UnpackLimits limits) {
        this.limits = limits;
    }

    /**
     * What was taken out and what was not.
     *
     * @param files the files that were written
     * @param passedOver the files that the analysis does not read, and entries that are neither file nor folder
     */
    record Report(long files, long passedOver) {}

    /** How the names in an archive become paths under a component's root; empty for what stands outside it. */
    @FunctionalInterface
    interface Relocation {
        Optional<Path> relocate(Path name);

        /** Upstream archives hold everything in one folder. */
        static Optional<Path> withoutFirstFolder(Path name) {
            return name.getNameCount() < 2 ? Optional.empty() : Optional.of(name.subpath(1, name.getNameCount()));
        }

        /** Installed Python packages stand in a folder of packages. */
        static Optional<Path> belowPythonPackages(Path name) {
            for (int i = 0; i < name.getNameCount() - 1; i++) {
                String folder = name.getName(i).toString();
                if (folder.equals("dist-packages") || folder.equals("site-packages")) {
                    return Optional.of(name.subpath(i + 1, name.getNameCount()));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Unpacks into a folder, which is created.
     *
     * @param archive a {@code .deb} or a {@code .tar.xz}, {@code .tar.gz} or {@code .tar.bz2}
     * @throws SourceException when the archive is broken, too large or malicious; the folder is then to be thrown away
     */
    Report unpack(Path archive, Path target, Relocation relocation, Predicate<Path> wanted) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            Files.createDirectories(target);
            String name = archive.getFileName().toString();
            return name.endsWith(".deb")
                    ? unpackPackage(in, target, relocation, wanted)
                    : unpackTar(decompress(in, name), target, relocation, wanted);
        } catch (IOException e) {
            throw SourceException.unavailable("cannot unpack " + archive.getFileName(), e);
        }
    }

    private Report unpackPackage(InputStream in, Path target, Relocation relocation, Predicate<Path> wanted)
            throws IOException {
        try (ArArchiveInputStream members = new ArArchiveInputStream(in)) {
            for (ArArchiveEntry member = members.getNextEntry(); member != null; member = members.getNextEntry()) {
                if (member.getName().startsWith("data.tar")) {
                    return unpackTar(decompress(members, member.getName()), target, relocation, wanted);
                }
            }
        }
        throw new IOException("the package holds no data");
    }

    private static InputStream decompress(InputStream in, String name) throws IOException {
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        return switch (suffix) {
            case "xz" ->
                XZCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .setMemoryLimitKiB(XZ_MEMORY_KIB)
                        .get();
            case "gz" ->
                GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get();
            case "bz2" -> new BZip2CompressorInputStream(in, true);
            case "tar" -> in;
            default -> throw new IOException("unknown compression ." + suffix);
        };
    }

    private Report unpackTar(InputStream in, Path target, Relocation relocation, Predicate<Path> wanted)
            throws IOException {
        long files = 0;
        long passedOver = 0;
        long entries = 0;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new BoundedStream(in, limits.totalBytes()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (++entries > limits.entries()) {
                    throw new IOException("more than " + limits.entries() + " entries");
                }
                if (entry.isDirectory()) {
                    continue;
                }
                Optional<Path> path =
                        relocation.relocate(safePath(entry.getName())).filter(wanted);
                if (path.isPresent() && isPlainFile(entry)) {
                    write(tar, entry, target.resolve(path.get()));
                    files++;
                } else {
                    passedOver++;
                }
            }
        }
        return new Report(files, passedOver);
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        return entry.isFile()
                && !entry.isLink()
                && !entry.isSymbolicLink()
                && !entry.isFIFO()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice()
                && !entry.isSparse();
    }

    /** The name without {@code ./}, or an error where it leads out of the folder. */
    private static Path safePath(String name) throws IOException {
        try {
            Path path = Path.of(name);
            boolean climbs = false;
            for (Path part : path) {
                climbs |= part.toString().equals("..");
            }
            if (name.isEmpty()
                    || name.length() > MAX_NAME
                    || path.isAbsolute()
                    || climbs
                    || path.getNameCount() > MAX_DEPTH) {
                throw new IOException("the archive's entry '" + shortened(name) + "' is not safe to unpack");
            }
            return path.normalize();
        } catch (InvalidPathException e) {
            throw new IOException("the archive's entry '" + shortened(name) + "' is no file name", e);
        }
    }

    private static String shortened(String name) {
        return name.length() <= 200 ? name : name.substring(0, 200) + "...";
    }

    private void write(InputStream in, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.getSize() > limits.fileBytes()) {
            throw new IOException(
                    "'" + shortened(entry.getName()) + "' is larger than " + limits.fileBytes() + " bytes");
        }
        Files.createDirectories(file.getParent());
        // Creates and never overwrites: an entry that comes twice is no honest archive's.
        try (OutputStream out = Files.newOutputStream(
                file, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            in.transferTo(out);
        }
    }
}
