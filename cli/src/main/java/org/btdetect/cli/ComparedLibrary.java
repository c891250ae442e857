package org.btdetect.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.btdetect.grow.GrownLibrary;
import org.btdetect.grow.LibraryAssembly;
import org.btdetect.grow.LibraryBuilder;
import org.btdetect.grow.Profile;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.io.KeywordFile;
import org.btdetect.source.SourceSet;
import org.btdetect.tree.TreeLibrary;

/**
 * One side of a comparison.
 *
 * @param trees the trees
 * @param keywords the trace points, none where the library does not have them
 */
record ComparedLibrary(TreeLibrary trees, KeywordLibrary keywords) {
    private static final String KEYWORDS = "keywords.json";

    /** Derives a library from sources, in memory. */
    static ComparedLibrary of(SourceSet sources, StageLine stages) throws IOException {
        Profile profile = Profile.localFiles();
        GrownLibrary grown = new LibraryBuilder(sources, profile, stage -> stages.show(sources.name() + ": " + stage))
                .grow(Set.of());
        if (grown.actions().isEmpty()) {
            throw new IOException("no route of an operation on a server was found in " + sources.name());
        }
        TreeLibrary trees = LibraryAssembly.assemble(sources, profile, grown, Version.current());
        return new ComparedLibrary(trees, LibraryAssembly.keywords(grown, trees));
    }

    /** Reads the trace points of a library's folder, none where it has not got them. */
    static KeywordLibrary keywords(Path folder) throws IOException {
        return Files.isRegularFile(folder.resolve(KEYWORDS))
                ? KeywordFile.read(folder)
                : new KeywordLibrary(List.of(), Map.of());
    }
}
