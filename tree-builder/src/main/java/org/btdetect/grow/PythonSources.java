package org.btdetect.grow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.btdetect.frontend.python.PythonFrontEnd;
import org.btdetect.program.Module;
import org.btdetect.program.Problem;
import org.btdetect.resolve.python.ModuleSource;
import org.btdetect.source.Component;
import org.jspecify.annotations.Nullable;

/** The Python modules of a stack's components, each parsed once, when it is first asked for or ahead of that by the executor. */
final class PythonSources implements ModuleSource {

    private record Source(String component, String file, Path path, boolean isPackage) {}

    private final SortedMap<String, Source> sources = new TreeMap<>();
    private final Map<String, CompletableFuture<Loaded>> loaded = new ConcurrentHashMap<>();
    private final Map<String, List<String>> containing = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private @Nullable SourceIndex names;
    private final PythonFrontEnd frontEnd = new PythonFrontEnd();
    private final Executor executor;

    PythonSources(List<Component> components, Executor executor) {
        this.executor = executor;
        components.forEach(this::index);
    }

    private void index(Component component) {
        for (Path relative : component.files()) {
            String file = relative.toString().replace('\\', '/');
            if (file.endsWith(".py")) {
                String module =
                        file.substring(0, file.length() - ".py".length()).replace('/', '.');
                boolean isPackage = module.endsWith(".__init__");
                String name = isPackage ? module.substring(0, module.length() - ".__init__".length()) : module;
                sources.put(
                        name,
                        new Source(component.kind().id(), file, component.root().resolve(relative), isPackage));
            }
        }
    }

    @Override
    public boolean exists(String dottedName) {
        return sources.containsKey(dottedName);
    }

    @Override
    public Optional<Loaded> load(String dottedName) {
        Source source = sources.get(dottedName);
        return source == null
                ? Optional.empty()
                : Optional.of(future(dottedName, source).join());
    }

    /** Has modules parsed ahead of their being asked for. */
    void prefetch(List<String> dottedNames) {
        for (String name : dottedNames) {
            Source source = sources.get(name);
            if (source != null) {
                CompletableFuture<Loaded> future = new CompletableFuture<>();
                if (loaded.putIfAbsent(name, future) == null) {
                    executor.execute(() -> complete(future, source));
                }
            }
        }
    }

    private CompletableFuture<Loaded> future(String name, Source source) {
        CompletableFuture<Loaded> made = new CompletableFuture<>();
        CompletableFuture<Loaded> known = loaded.putIfAbsent(name, made);
        if (known != null) {
            return known;
        }
        complete(made, source);
        return made;
    }

    private void complete(CompletableFuture<Loaded> future, Source source) {
        try {
            Module module = frontEnd.parse(source.file(), Files.readAllBytes(source.path()));
            future.complete(new Loaded(source.component(), module, source.isPackage()));
        } catch (IOException e) {
            future.completeExceptionally(new UncheckedIOException(e));
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    @Override
    public List<String> modulesContaining(String text) {
        return containing.computeIfAbsent(text, this::search);
    }

    private List<String> search(String text) {
        List<String> found = new ArrayList<>();
        sources.forEach((name, source) -> {
            if (text(name, source).contains(text)) {
                found.add(name);
            }
        });
        return found;
    }

    @Override
    public List<String> modulesDefining(String name) {
        return index().defining().getOrDefault(name, List.of());
    }

    @Override
    public boolean assignsAttribute(String name) {
        return index().assigned().contains(name);
    }

    private SourceIndex index() {
        SourceIndex known = names;
        if (known == null) {
            SortedMap<String, String> all = new TreeMap<>();
            sources.forEach((name, source) -> all.put(name, text(name, source)));
            known = SourceIndex.of(all);
            names = known;
        }
        return known;
    }

    private String text(String name, Source source) {
        return texts.computeIfAbsent(name, key -> {
            try {
                return new String(Files.readAllBytes(source.path()), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** How many files have been parsed. */
    int parsed() {
        return loaded.size();
    }

    /** What could not be read of the files that have been parsed, by file. */
    List<Problem> problems() {
        return loaded.values().stream()
                .filter(future -> future.isDone() && !future.isCompletedExceptionally())
                .flatMap(future -> future.join().module().problems().stream())
                .sorted(java.util.Comparator.comparing(Problem::file).thenComparing(Problem::at))
                .toList();
    }
}
