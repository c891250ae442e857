package org.btdetect.tree.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.btdetect.tree.ActionName;

/** Where the files of a library stand in its folder, and how a file of it is read. */
final class LibraryLayout {
    static final String INDEX = "library.json";

    /** In bytes; the largest full view of a real release is a tenth of it. */
    private static final long MAX_SIZE = 512L << 20;

    private LibraryLayout() {}

    static Path index(Path folder) {
        return folder.resolve(INDEX);
    }

    static Path clients(Path folder) {
        return folder.resolve("clients.json");
    }

    static Path tree(Path folder, ActionName action) {
        return folder.resolve("trees").resolve(FileNames.of(action) + ".graphml");
    }

    static Path fullTree(Path folder, ActionName action) {
        return folder.resolve("full").resolve(FileNames.of(action) + ".json");
    }

    static String read(Path file) throws IOException {
        if (Files.size(file) > MAX_SIZE) {
            throw new TreeFormatException("larger than " + MAX_SIZE + " bytes");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException failure) {
            throw new TreeFormatException("not UTF-8", failure);
        }
    }
}
