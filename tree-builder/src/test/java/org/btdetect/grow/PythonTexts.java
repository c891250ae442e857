package org.btdetect.grow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.btdetect.frontend.python.PythonFrontEnd;
import org.btdetect.resolve.python.EntryPoint;
import org.btdetect.resolve.python.ModuleSource;

/** Modules given as texts, by file name. */
final class PythonTexts implements ModuleSource {

    private static final String PACKAGE = "/__init__.py";

    private final SortedMap<String, String> texts = new TreeMap<>();
    private final SortedMap<String, String> files = new TreeMap<>();
    private final List<EntryPoint> entryPoints = new ArrayList<>();

    /** @param byFile modules, and metadata that may declare entry points */
    PythonTexts(Map<String, String> byFile) {
        byFile.forEach((file, text) -> {
            if (!file.endsWith(".py")) {
                entryPoints.addAll(EntryPointFiles.parse(file, text));
                return;
            }
            String path = file.endsWith(PACKAGE)
                    ? file.substring(0, file.length() - PACKAGE.length())
                    : file.substring(0, file.length() - ".py".length());
            String module = path.replace('/', '.');
            texts.put(module, text);
            files.put(module, file);
        });
    }

    @Override
    public Optional<Loaded> load(String dottedName) {
        return Optional.ofNullable(files.get(dottedName))
                .map(file -> new Loaded(
                        "nova",
                        new PythonFrontEnd().parse(file, texts.get(dottedName).getBytes(StandardCharsets.UTF_8)),
                        file.endsWith(PACKAGE)));
    }

    @Override
    public boolean exists(String dottedName) {
        return texts.containsKey(dottedName);
    }

    @Override
    public List<String> modulesContaining(String text) {
        return texts.keySet().stream()
                .filter(module -> texts.get(module).contains(text))
                .toList();
    }

    @Override
    public List<String> modulesBelow(String dottedName) {
        return texts.keySet().stream()
                .filter(module -> module.startsWith(dottedName + "."))
                .toList();
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return entryPoints;
    }

    @Override
    public List<String> modulesDefining(String name) {
        return SourceIndex.of(texts).defining().getOrDefault(name, List.of());
    }

    @Override
    public boolean assignsAttribute(String name) {
        return SourceIndex.of(texts).assigned().contains(name);
    }
}
