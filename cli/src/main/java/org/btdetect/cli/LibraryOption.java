package org.btdetect.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.source.SourceCatalog;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.LibraryEntry;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.io.TreeLibraryReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which tree library a command reads, and how the library is asked. */
final class LibraryOption {
    private static final Path OUTPUT = Path.of("output");

    @Option(
            names = "--library",
            paramLabel = "LIB",
            description = "The folder of a tree library, or the name of one below output (default: that of"
                    + " the default source set).")
    private @Nullable Path folder;

    TreeLibraryReader open() throws IOException {
        return TreeLibraryReader.open(folder());
    }

    /** The folder of the library that the option, or its default, names. */
    Path folder() {
        if (folder == null) {
            Path usual = OUTPUT.resolve(SourceCatalog.load().defaultSet().name());
            if (!Files.isDirectory(usual)) {
                throw new UsageException("there is no " + usual
                        + " here: name a tree library with --library, or derive one with 'btdetect build'");
            }
            return usual;
        }
        return resolve(folder);
    }

    /** The folder of the library that a path, or the name of a library below output, stands for. */
    static Path resolve(Path folder) {
        boolean named = Files.notExists(folder) && Files.isDirectory(OUTPUT.resolve(folder));
        return named ? OUTPUT.resolve(folder) : folder;
    }

    /** The entries that the user's name of an action stands for: one, or the variants of one. */
    static List<LibraryEntry> entries(LibraryIndex index, String action) {
        List<LibraryEntry> found = index.find(action);
        if (found.isEmpty()) {
            throw new UsageException(
                    "there is no action '" + action + "' in this library" + Nearest.hint(action, names(index)));
        }
        return found;
    }

    /** The tree of an action that has to be named without ambiguity. */
    static BehaviorTree tree(TreeLibraryReader library, String action, boolean full) throws IOException {
        List<LibraryEntry> found = entries(library.index(), action);
        if (found.size() > 1) {
            List<String> variants =
                    found.stream().map(entry -> entry.name().toString()).toList();
            throw new UsageException("'" + action + "' stands for several trees: " + String.join(", ", variants));
        }
        ActionName name = found.get(0).name();
        return full ? fullTree(library, name) : library.tree(name);
    }

    static BehaviorTree fullTree(TreeLibraryReader library, ActionName name) throws IOException {
        Optional<BehaviorTree> tree = library.fullTree(name);
        return tree.orElseThrow(() -> new UsageException(
                "this library has no full view of " + name + ": it is written when the library is built with --full"));
    }

    private static List<String> names(LibraryIndex index) {
        List<String> names = new ArrayList<>();
        for (LibraryEntry entry : index.entries()) {
            names.add(entry.name().toString());
            names.addAll(entry.activity().aliases());
        }
        return names;
    }
}
