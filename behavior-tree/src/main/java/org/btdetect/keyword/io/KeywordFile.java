package org.btdetect.keyword.io;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.tree.io.NoLibraryException;
import org.btdetect.tree.io.TreeFormatException;

/** The file {@code keywords.json} in the folder of a tree library. */
public final class KeywordFile {
    private static final String NAME = "keywords.json";

    private KeywordFile() {}

    /** Writes the keyword library of the tree library in a folder. */
    public static void write(KeywordLibrary library, Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve(NAME))) {
            KeywordJson.write(library, out);
        }
    }

    /** Reads the keyword library of the tree library in a folder. */
    public static KeywordLibrary read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new NoLibraryException(folder + " has no " + NAME + "; build the library anew");
        }
        try (Reader in = Files.newBufferedReader(file)) {
            return KeywordJson.read(in);
        } catch (TreeFormatException failure) {
            throw new TreeFormatException(file + ": " + failure.getMessage(), failure);
        }
    }
}
