package org.btdetect.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Archives of sources through the machine's own Maven, which knows the user's repositories and checks what it downloads. */
final class MavenArchives {
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy";
    private static final String SUITE = "the Maven repository";
    private static final long MINUTES = 10;

    private final Path folder;
    private final Progress progress;
    private final UnpackLimits limits = UnpackLimits.DEFAULT;

    /** @param folder for downloads, which need not exist */
    MavenArchives(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Gets an archive and takes the sources out of it into the folder of their component.
     *
     * @throws SourceException when Maven is not here or does not get it, or when it holds no sources of the component
     */
    Component unpacked(MavenRequest request, Path made) throws IOException {
        Files.createDirectories(folder);
        progress.say("downloading " + request.coordinates());
        List<String> command = List.of(
                "mvn",
                "--batch-mode",
                "--quiet",
                PLUGIN,
                "-Dartifact=" + request.coordinates(),
                "-DoutputDirectory=" + folder,
                "-Dmdep.useBaseVersion=true");
        CommandRunner.processes(folder, MINUTES).run(command, Map.of());
        Path archive = folder.resolve(request.file());
        if (!Files.isRegularFile(archive)) {
            throw SourceException.unavailable("Maven did not get " + request.coordinates());
        }
        ComponentKind kind = request.component();
        Path root = made.resolve(kind.id());
        int files = unzip(archive, root, FileSelection.of(kind));
        if (files == 0) {
            throw SourceException.unavailable(request.file() + " holds no sources of " + kind.id());
        }
        progress.say("%s %s: %d files".formatted(kind.id(), request.version(), files));
        Provenance provenance = new Provenance(
                request.group() + ":" + request.artifact(),
                request.version(),
                SUITE,
                request.file(),
                ContentHash.of(archive),
                Optional.empty());
        return new Component(kind, root, request.version(), Optional.of(provenance));
    }

    private int unzip(Path archive, Path root, FileSelection selection) throws IOException {
        int files = 0;
        long bytes = 0;
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path relative = Path.of(entry.getName()).normalize();
                boolean inside = !relative.isAbsolute() && !relative.startsWith("..");
                if (entry.isDirectory() || !inside || !selection.includes(relative)) {
                    continue;
                }
                Path target = root.resolve(relative);
                Files.createDirectories(target.getParent());
                try (InputStream in = new BoundedStream(zip.getInputStream(entry), limits.fileBytes())) {
                    bytes += Files.copy(in, target);
                }
                files++;
                if (files > limits.entries() || bytes > limits.totalBytes()) {
                    throw SourceException.unavailable(archive.getFileName() + " is larger than any archive of sources");
                }
            }
        }
        return files;
    }
}
