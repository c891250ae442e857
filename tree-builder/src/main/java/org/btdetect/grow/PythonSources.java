package org.btdetect.grow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.btdetect.frontend.python.PythonFrontEnd;
import org.btdetect.program.Module;
import org.btdetect.program.Problem;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.EntryPoint;
import org.btdetect.resolve.python.ModuleSource;
import org.btdetect.source.Component;

/**
 * The Python modules of a stack's components, each parsed once: when it is first asked for, or ahead of that, as what a parsed module
 * imports is likely to be asked for next. What is parsed ahead in vain counts for nothing.
 */
final class PythonSources implements ModuleSource {

    /** Where projects kept copies of OpenStack's common libraries before these were packages: read as the libraries they are. */
    private static final String CARRIED_LIBRARIES = "/openstack/common/";

    private record Source(String component, String file, Path path, boolean isPackage) {}

    private final SortedMap<String, Source> sources = new TreeMap<>();
    private final Map<String, CompletableFuture<Loaded>> loaded = new ConcurrentHashMap<>();
    private final Map<String, List<String>> containing = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final FutureTask<SourceIndex> names = new FutureTask<>(this::readNames);
    private final List<EntryPoint> entryPoints = new ArrayList<>();
    private final PythonFrontEnd frontEnd = new PythonFrontEnd();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Executor ahead;

    /** @param ahead runs what parses modules ahead of their being asked for; it may drop tasks */
    PythonSources(List<Component> components, Executor ahead) {
        this.ahead = ahead;
        components.forEach(this::index);
        ahead.execute(names);
    }

    private void index(Component component) {
        for (Path relative : component.files()) {
            String file = relative.toString().replace('\\', '/');
            if (file.contains(CARRIED_LIBRARIES)) {
                continue;
            }
            if (file.endsWith(".py")) {
                String module =
                        file.substring(0, file.length() - ".py".length()).replace('/', '.');
                boolean isPackage = module.endsWith(".__init__");
                String name = isPackage ? module.substring(0, module.length() - ".__init__".length()) : module;
                sources.put(
                        name,
                        new Source(component.kind().id(), file, component.root().resolve(relative), isPackage));
            } else if (EntryPointFiles.mayDeclare(relative)) {
                entryPoints.addAll(EntryPointFiles.read(component.root().resolve(relative)));
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
        if (source == null) {
            return Optional.empty();
        }
        asked.add(dottedName);
        return Optional.of(DeepStack.join(future(dottedName, source)));
    }

    private void parseAhead(String dottedName) {
        Source source = sources.get(dottedName);
        if (source != null) {
            future(dottedName, source);
        }
    }

    private CompletableFuture<Loaded> future(String name, Source source) {
        CompletableFuture<Loaded> made = new CompletableFuture<>();
        CompletableFuture<Loaded> known = loaded.putIfAbsent(name, made);
        if (known != null) {
            return known;
        }
        try {
            Module module = frontEnd.parse(source.file(), Files.readAllBytes(source.path()));
            made.complete(new Loaded(source.component(), module, source.isPackage()));
            imported(module).forEach(next -> ahead.execute(() -> parseAhead(next)));
        } catch (IOException e) {
            made.completeExceptionally(new UncheckedIOException(e));
        } catch (RuntimeException | Error e) {
            made.completeExceptionally(e);
        }
        return made;
    }

    /** What the module's body may import; whether such modules exist is not asked. */
    private static List<String> imported(Module module) {
        List<String> names = new ArrayList<>();
        for (Statement statement : module.body().statements()) {
            if (statement instanceof Statement.Import plain) {
                plain.aliases().forEach(alias -> names.add(alias.name()));
            } else if (statement instanceof Statement.ImportFrom from && from.level() == 0) {
                names.add(from.module());
                from.aliases().forEach(alias -> names.add(from.module() + "." + alias.name()));
            }
        }
        return names;
    }

    @Override
    public List<String> modulesContaining(String text) {
        return containing.computeIfAbsent(text, this::search);
    }

    private List<String> search(String text) {
        return sources.entrySet().parallelStream()
                .filter(entry -> text(entry.getKey(), entry.getValue()).contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<String> modulesBelow(String dottedName) {
        return List.copyOf(
                sources.subMap(dottedName + ".", dottedName + (char) ('.' + 1)).keySet());
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return entryPoints;
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
        return DeepStack.join(names);
    }

    private SourceIndex readNames() {
        SortedMap<String, String> all = new TreeMap<>();
        sources.forEach((name, source) -> all.put(name, text(name, source)));
        return SourceIndex.of(all);
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

    /** What a function makes, in several threads, of each wanted module whose text contains a word; none of them counts as asked for. */
    <T> List<T> containing(String word, Predicate<String> wanted, BiFunction<String, Loaded, T> function) {
        return modulesContaining(word).parallelStream()
                .filter(wanted)
                .flatMap(name -> Stream.ofNullable(sources.get(name))
                        .map(source -> function.apply(name, DeepStack.join(future(name, source)))))
                .toList();
    }

    /** Has the modules parsed that {@link #containing} will hand over. */
    void parseAheadContaining(String word) {
        modulesContaining(word).forEach(name -> ahead.execute(() -> parseAhead(name)));
    }

    boolean isAskedFor(String dottedName) {
        return asked.contains(dottedName);
    }

    /** How many files have been asked for. */
    int parsed() {
        return asked.size();
    }

    /** What could not be read of the files that have been asked for, by file. */
    List<Problem> problems() {
        return asked.stream()
                .map(loaded::get)
                .filter(future -> future != null && future.isDone() && !future.isCompletedExceptionally())
                .flatMap(future -> future.join().module().problems().stream())
                .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::at))
                .toList();
    }
}
