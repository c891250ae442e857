package org.btdetect.grow;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.btdetect.frontend.c.CFrontEnd;
import org.btdetect.frontend.c.CIndex;
import org.btdetect.frontend.c.CMacros;
import org.btdetect.frontend.c.CSketch;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;
import org.btdetect.program.TranslationUnit.CFunction;
import org.btdetect.program.TranslationUnit.EnumConstant;
import org.btdetect.program.TranslationUnit.Global;
import org.btdetect.program.TranslationUnit.Macro;
import org.btdetect.program.TranslationUnit.Struct;
import org.btdetect.resolve.c.CProgram;
import org.btdetect.resolve.c.Definition;
import org.btdetect.resolve.c.Mentions;
import org.btdetect.trace.NativeSources;
import org.jspecify.annotations.Nullable;

/** A C source tree behind the front end's index; files are read when a name in them is first asked for. Thread-safe. */
public final class IndexedProgram implements CProgram, NativeSources {

    private record Text(String text, int line) {}

    private final String component;
    private final CIndex index;
    private final Map<String, List<CIndex.Defined<CFunction>>> functions = new ConcurrentHashMap<>();
    private final Map<String, List<CIndex.Defined<Global>>> globals = new ConcurrentHashMap<>();
    private final Map<String, List<CIndex.Defined<Macro>>> macros = new ConcurrentHashMap<>();
    private final Map<String, List<Variable>> tables = new ConcurrentHashMap<>();
    private final Map<String, Optional<Struct>> structs = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> typedefs = new ConcurrentHashMap<>();
    private final Map<String, Optional<EnumConstant>> enumConstants = new ConcurrentHashMap<>();
    private final Map<Text, Optional<Block>> blocks = new ConcurrentHashMap<>();
    private final Map<Text, Optional<Expression>> expressions = new ConcurrentHashMap<>();

    private final Path root;
    private final Predicate<String> admitted;
    private @Nullable Mentions mentions;

    private IndexedProgram(String component, Path root, CIndex index, Predicate<String> admitted) {
        this.component = component;
        this.root = root;
        this.index = index;
        this.admitted = admitted;
    }

    /**
     * Scans a source tree.
     *
     * @param component the name that places carry
     * @param wanted which files belong to the program, by path relative to the root
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public static IndexedProgram scan(String component, Path root, Predicate<String> wanted, CFrontEnd frontEnd) {
        return new IndexedProgram(component, root, CIndex.scan(root, wanted, frontEnd), file -> true);
    }

    /** The same program without the files that a predicate rejects. */
    public IndexedProgram restrictedTo(Predicate<String> files) {
        return new IndexedProgram(component, root, index.within(files), admitted.and(files));
    }

    private static Mentions mentions(CSketch sketch) {
        Set<Mentions.Store> stores = new LinkedHashSet<>();
        sketch.stores()
                .forEach(store ->
                        stores.add(new Mentions.Store(store.member(), store.value(), store.file(), store.function())));
        return new Mentions(
                sketch.symbols(),
                sketch.functions().stream().map(IndexedProgram::owner).toList(),
                sketch.macros().stream().map(IndexedProgram::owner).toList(),
                stores);
    }

    private static Mentions.Owner owner(CSketch.Owner owner) {
        return new Mentions.Owner(owner.name(), owner.file(), owner.isStatic(), owner.names(), owner.members());
    }

    @Override
    public String component() {
        return component;
    }

    @Override
    public List<Definition> functions(String name, String file) {
        List<CIndex.Defined<CFunction>> all = functions.computeIfAbsent(name, index::functions);
        if (all.isEmpty()) {
            return List.of();
        }
        List<Definition> own = all.stream()
                .filter(one -> one.unit().file().equals(file))
                .map(IndexedProgram::definition)
                .toList();
        return own.isEmpty()
                ? all.stream()
                        .filter(one ->
                                !one.value().isStatic() || one.unit().file().endsWith(".h"))
                        .map(IndexedProgram::definition)
                        .toList()
                : own;
    }

    private static Definition definition(CIndex.Defined<CFunction> found) {
        return new Definition(found.unit().file(), found.value());
    }

    @Override
    public Optional<Variable> variable(String name, String file) {
        List<CIndex.Defined<Global>> all = globals.computeIfAbsent(name, index::globals);
        return all.stream()
                .filter(one -> one.unit().file().equals(file))
                .findFirst()
                .or(() -> all.stream().filter(one -> !one.value().isStatic()).findFirst())
                .map(one -> new Variable(one.unit().file(), one.value()));
    }

    @Override
    public List<Variable> variablesOfType(String type) {
        return tables.computeIfAbsent(
                type,
                name -> index.globalsOfType(name).stream()
                        .map(one -> new Variable(one.unit().file(), one.value()))
                        .toList());
    }

    @Override
    public Optional<Struct> struct(String name) {
        return structs.computeIfAbsent(
                name,
                one -> index.structs(one).stream().map(CIndex.Defined::value).findFirst());
    }

    @Override
    public Optional<String> typedef(String name) {
        return typedefs.computeIfAbsent(name, index::typedef);
    }

    @Override
    public Optional<EnumConstant> enumConstant(String name) {
        return enumConstants.computeIfAbsent(
                name,
                one -> index.enumConstants(one).stream()
                        .map(CIndex.Defined::value)
                        .findFirst());
    }

    @Override
    public Optional<Macro> macro(String name, String file) {
        List<CIndex.Defined<Macro>> all = macros.computeIfAbsent(name, index::macros);
        return all.stream()
                .filter(one -> one.unit().file().equals(file))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> one.unit().file().endsWith(".h"))
                        .findFirst())
                .map(CIndex.Defined::value);
    }

    @Override
    public Optional<Block> statements(String text, int line) {
        return blocks.computeIfAbsent(new Text(text, line), key -> CMacros.block(macro(key)));
    }

    @Override
    public Optional<Expression> expression(String text, int line) {
        return expressions.computeIfAbsent(new Text(text, line), key -> CMacros.expression(macro(key)));
    }

    @Override
    public List<String> files() {
        return index.files().stream().filter(admitted).toList();
    }

    @Override
    public String text(String file) {
        return index.text(file);
    }

    @Override
    public Set<String> leadingTo(Predicate<String> names) {
        Mentions all = mentions();
        List<String> symbols = all.symbols();
        Set<String> leading = symbols.stream().filter(names).collect(Collectors.toCollection(HashSet::new));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Mentions.Owner macro : all.macros()) {
                boolean leads = Arrays.stream(macro.names()).anyMatch(name -> leading.contains(symbols.get(name)));
                if (leads && leading.add(macro.name())) {
                    prefixes(macro.name()).forEach(leading::add);
                    grown = true;
                }
            }
        }
        return leading;
    }

    /** What a macro's name may be pasted together from: {@code A_B_} and {@code A_} of {@code A_B_1}. */
    private static List<String> prefixes(String name) {
        return IntStream.range(1, name.length())
                .filter(i -> name.charAt(i) == '_')
                .mapToObj(i -> name.substring(0, i + 1))
                .toList();
    }

    private static Macro macro(Text text) {
        return new Macro(new Position(text.line(), 1), "", Optional.empty(), text.text());
    }

    @Override
    public synchronized Mentions mentions() {
        Mentions known = mentions;
        if (known == null) {
            known = mentions(CSketch.of(root, files()));
            mentions = known;
        }
        return known;
    }
}
