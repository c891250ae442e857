package org.btdetect.frontend.c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.btdetect.program.TranslationUnit;
import org.btdetect.program.TranslationUnit.CFunction;
import org.btdetect.program.TranslationUnit.EnumConstant;
import org.btdetect.program.TranslationUnit.Global;
import org.btdetect.program.TranslationUnit.Macro;
import org.btdetect.program.TranslationUnit.Struct;

/**
 * Which file of a C source tree defines a name; files are read when a name in them is asked for, once.
 *
 * <p>The tree is scanned for names that look defined (see {@link NameScanner}); each answer is then read from the files
 * themselves. Answers come in the order of the files' paths. Thread-safe.
 */
public final class CIndex {

    /** Something that a file defines. */
    public record Defined<T>(TranslationUnit unit, T value) {}

    private static final int KIND_SHIFT = 28;
    private static final int FILE_MASK = (1 << KIND_SHIFT) - 1;

    private static final Pattern QUALIFIER =
            Pattern.compile("\\b(const|volatile|static|struct|union)\\b|\\[[^\\]]*\\]");

    private final Path root;
    private final CFrontEnd frontEnd;
    private final List<String> files;
    private final long[] entries;
    private final Map<String, TranslationUnit> units;

    private CIndex(
            Path root, CFrontEnd frontEnd, List<String> files, long[] entries, Map<String, TranslationUnit> units) {
        this.units = units;
        this.root = root;
        this.frontEnd = frontEnd;
        this.files = files;
        this.entries = entries;
    }

    /**
     * Scans the {@code .c} and {@code .h} files under a folder, in parallel in the current fork-join pool.
     *
     * @param wanted whether to look at a file, by its path relative to {@code root} with {@code /}
     * @throws UncheckedIOException when a file cannot be read
     */
    public static CIndex scan(Path root, Predicate<String> wanted, CFrontEnd frontEnd) {
        List<String> files = files(root, wanted);
        long[] entries = IntStream.range(0, files.size())
                .parallel()
                .mapToObj(file -> entries(root.resolve(files.get(file)), file))
                .flatMapToLong(LongStream::of)
                .toArray();
        Arrays.parallelSort(entries);
        return new CIndex(root, frontEnd, files, entries, new ConcurrentHashMap<>());
    }

    /** The index of those of the files that are wanted; what was read already is shared. */
    public CIndex within(Predicate<String> wanted) {
        boolean[] kept = new boolean[files.size()];
        for (int file = 0; file < kept.length; file++) {
            kept[file] = wanted.test(files.get(file));
        }
        long[] rest = LongStream.of(entries)
                .filter(entry -> kept[(int) entry & FILE_MASK])
                .toArray();
        return new CIndex(root, frontEnd, files, rest, units);
    }

    private static List<String> files(Path root, Predicate<String> wanted) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> isSource(path) && Files.isRegularFile(path))
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSource(Path path) {
        String name = path.toString();
        return name.endsWith(".c") || name.endsWith(".h");
    }

    private static long[] entries(Path path, int file) {
        NameScanner names = NameScanner.scan(bytes(path));
        long[] entries = new long[names.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entry(names.hashAt(i), names.kindAt(i)) | file;
        }
        return LongStream.of(entries).sorted().distinct().toArray();
    }

    private static long entry(int hash, NameScanner.Kind kind) {
        return (long) hash << 32 | (long) kind.ordinal() << KIND_SHIFT;
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path.toString(), unreadable);
        }
    }

    /** The files that were scanned, sorted, relative to the root. */
    public List<String> files() {
        return files;
    }

    /**
     * The file, lowered; the same unit each time.
     *
     * @param file one of {@link #files()}
     */
    public TranslationUnit unit(String file) {
        return units.computeIfAbsent(file, path -> frontEnd.read(path, NameScanner.decode(bytes(root.resolve(path)))));
    }

    /** The text of one of {@link #files()}. */
    public String text(String file) {
        return NameScanner.decode(bytes(root.resolve(file)));
    }

    /** The functions of that name, static ones included. */
    public List<Defined<CFunction>> functions(String name) {
        return defined(
                name,
                NameScanner.Kind.FUNCTION,
                TranslationUnit::functions,
                f -> f.function().name());
    }

    /** The structures and unions of that name, see {@link Struct}. */
    public List<Defined<Struct>> structs(String name) {
        int dot = name.indexOf('.');
        String outer = dot < 0 ? name : name.substring(0, dot);
        return candidates(outer, NameScanner.Kind.TYPE).stream()
                .map(this::unit)
                .flatMap(unit -> unit.structs().stream()
                        .filter(struct -> struct.name().equals(name))
                        .map(struct -> new Defined<>(unit, struct)))
                .toList();
    }

    public List<Defined<EnumConstant>> enumConstants(String name) {
        return defined(name, NameScanner.Kind.CONSTANT, TranslationUnit::enumConstants, EnumConstant::name);
    }

    /** The variables of that name at file scope. */
    public List<Defined<Global>> globals(String name) {
        return defined(name, NameScanner.Kind.GLOBAL, TranslationUnit::globals, Global::name);
    }

    /** The initialised variables of a type, the dispatch tables among them. */
    public List<Defined<Global>> globalsOfType(String type) {
        return defined(
                type, NameScanner.Kind.TABLE_TYPE, TranslationUnit::globals, global -> unqualified(global.type()));
    }

    /** A struct's name is the type's and that of an array of it, with the keyword before it or without. */
    private static String unqualified(String type) {
        return QUALIFIER.matcher(type).replaceAll("").strip();
    }

    public List<Defined<Macro>> macros(String name) {
        List<Defined<Macro>> found = new ArrayList<>();
        for (String file : candidates(name, NameScanner.Kind.MACRO)) {
            Optional.ofNullable(unit(file).macros().get(name))
                    .ifPresent(macro -> found.add(new Defined<>(unit(file), macro)));
        }
        return found;
    }

    /** What a typedef's name stands for, as written in its first definition. */
    public Optional<String> typedef(String name) {
        return candidates(name, NameScanner.Kind.TYPE).stream()
                .flatMap(file -> Optional.ofNullable(unit(file).typedefs().get(name)).stream())
                .findFirst();
    }

    private <T> List<Defined<T>> defined(
            String name, NameScanner.Kind kind, Function<TranslationUnit, List<T>> values, Function<T, String> key) {
        List<Defined<T>> found = new ArrayList<>();
        for (String file : candidates(name, kind)) {
            TranslationUnit unit = unit(file);
            for (T value : values.apply(unit)) {
                if (key.apply(value).equals(name)) {
                    found.add(new Defined<>(unit, value));
                }
            }
        }
        return found;
    }

    private List<String> candidates(String name, NameScanner.Kind kind) {
        long wanted = entry(NameScanner.hash(name), kind);
        int found = Arrays.binarySearch(entries, wanted);
        List<String> candidates = new ArrayList<>();
        for (int i = found >= 0 ? found : -found - 1;
                i < entries.length && (entries[i] & ~(long) FILE_MASK) == wanted;
                i++) {
            candidates.add(files.get((int) entries[i] & FILE_MASK));
        }
        return candidates;
    }
}
