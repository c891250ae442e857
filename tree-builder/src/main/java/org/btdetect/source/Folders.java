package org.btdetect.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Listing folders in an order that does not depend on the file system. */
final class Folders {
    private Folders() {}

    /** The entries whose names match a glob, sorted; none where the folder cannot be read. */
    static List<Path> entries(Path folder, String glob) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    /** The folders in a folder that are neither hidden nor links, sorted. */
    static List<Path> subfolders(Path folder) {
        return entries(folder, "[!.]*").stream()
                .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }
}
