package org.btdetect.grow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.btdetect.frontend.python.PythonFrontEnd;
import org.btdetect.program.Module;
import org.btdetect.program.Problem;
import org.btdetect.resolve.python.ModuleSource;

/** The Python modules of a folder, all of them parsed. */
final class FolderModules implements ModuleSource {

    private final ModuleNames names;
    private final Map<String, Loaded> loaded = new HashMap<>();
    private final SortedMap<String, String> texts;
    private final SourceIndex index;

    private record Parsed(String file, Module module, String text) {}

    /** @throws UncheckedIOException where a file cannot be read */
    FolderModules(ProgramFiles program) {
        names = ModuleNames.of(program);
        Map<String, Parsed> parsed = program.python().parallelStream()
                .filter(file -> !program.isTooLarge(file))
                .map(file -> parse(program, file))
                .collect(Collectors.toMap(Parsed::file, one -> one));
        parsed.forEach((file, one) ->
                loaded.put(file, new Loaded(CallGraph.COMPONENT, one.module(), file.endsWith("__init__.py"))));
        texts = new TreeMap<>();
        parsed.forEach((file, one) -> texts.put(names.modules().get(file), one.text()));
        index = SourceIndex.of(texts);
    }

    private static Parsed parse(ProgramFiles program, String file) {
        try {
            byte[] bytes = Files.readAllBytes(program.root().resolve(file));
            Module module = new PythonFrontEnd().parse(file, bytes);
            return new Parsed(file, module, new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": " + failure.getMessage(), failure);
        }
    }

    /** The modules' names in the order of their files. */
    List<String> modules() {
        return names.inOrder();
    }

    /** The modules in the order of their files. */
    List<Module> parsed() {
        return loaded.values().stream()
                .map(Loaded::module)
                .sorted(Comparator.comparing(Module::file))
                .toList();
    }

    List<Problem> problems() {
        return parsed().stream().flatMap(module -> module.problems().stream()).toList();
    }

    @Override
    public Optional<Loaded> load(String dottedName) {
        return Optional.ofNullable(names.files().get(dottedName)).map(loaded::get);
    }

    /** A folder without an {@code __init__.py} exists, too, as far as there are modules in it. */
    @Override
    public boolean exists(String dottedName) {
        return names.files().containsKey(dottedName) || names.isFolder(dottedName);
    }

    @Override
    public List<String> modulesDefining(String name) {
        return index.defining().getOrDefault(name, List.of());
    }

    /**
     * Whether the program has a member of the name: then a call of it on an object of which nothing is known is unresolved, as a name
     * alone is no ground for an edge.
     */
    @Override
    public boolean assignsAttribute(String name) {
        return index.assigned().contains(name) || index.defining().containsKey(name);
    }

    @Override
    public List<String> modulesContaining(String text) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }
}
