package org.btdetect.frontend.c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which names each function and macro of a source tree mentions, read off the tokens without parsing: the material of a
 * conservative call graph. Names are numbered by {@link #symbols()}.
 */
public final class CSketch {

    /**
     * A function or macro.
     *
     * @param names identifiers in it that are not members, each once
     * @param members identifiers after {@code .} or {@code ->}, each once
     */
    public record Owner(String name, String file, int line, boolean isStatic, int[] names, int[] members) {}

    /**
     * A plain name that is assigned to a member somewhere in a file: {@code x->cb = f}, {@code .cb = f}.
     *
     * @param function the function that does so; empty for an initialiser at file scope
     */
    public record Store(String member, String value, String file, String function) {}

    /** Mentioned by a macro that uses an argument as the name of a member. */
    public static final String SELECTS = "->";

    /** What the names of functions that make pools of threads contain. */
    private static final String CONSTRUCTS = "PoolNew";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private final List<Owner> functions = new ArrayList<>();
    private final List<Owner> macros = new ArrayList<>();
    private final Set<Store> stores = new LinkedHashSet<>();

    private CSketch() {}

    /**
     * Reads the files.
     *
     * @throws UncheckedIOException when a file cannot be read
     */
    public static CSketch of(Path root, List<String> files) {
        CSketch sketch = new CSketch();
        for (String file : files) {
            try {
                sketch.add(file, NameScanner.decode(Files.readAllBytes(root.resolve(file))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file, unreadable);
            }
        }
        return sketch;
    }

    public List<String> symbols() {
        return symbols;
    }

    public List<Owner> functions() {
        return functions;
    }

    public List<Owner> macros() {
        return macros;
    }

    public Set<Store> stores() {
        return stores;
    }

    private void add(String file, String text) {
        SourceText source = new SourceText(text);
        RawTokens all = RawScanner.scan(source.text());
        BitSet kept = new BitSet(all.size());
        kept.set(0, all.size());
        kept.andNot(ConditionalFilter.dropped(all));
        RawTokens tokens = all.select(kept.stream().toArray());
        for (Pieces.Piece piece : Pieces.of(tokens)) {
            if (piece.kind() == Pieces.Kind.FUNCTION) {
                boolean isStatic = false;
                for (int i = piece.first(); i < piece.name(); i++) {
                    isStatic |= tokens.is(i, "static");
                }
                int line = source.line(tokens.start(piece.name()));
                String name = tokens.text(piece.name());
                functions.add(owner(name, file, line, isStatic, tokens, piece.body(), piece.last()));
            } else if (piece.kind() == Pieces.Kind.DECLARATION) {
                stores(tokens, piece.first(), piece.last(), file, "");
            }
        }
        Directives.of(source, all).macros().values().forEach(macro -> {
            RawTokens body = RawScanner.scan(macro.body());
            Owner owner = owner(macro.name(), file, macro.at().line(), false, body, 0, body.size() - 1);
            macros.add(without(owner, macro.parameters().orElse(List.of())));
        });
    }

    private Owner owner(String name, String file, int line, boolean isStatic, RawTokens tokens, int first, int last) {
        int[] names = new int[16];
        int[] members = new int[16];
        int nameCount = 0;
        int memberCount = 0;
        for (int i = first; i <= last; i++) {
            if (!tokens.isWord(i)) {
                continue;
            }
            int symbol = symbol(tokens.text(i));
            if (isMember(tokens, i)) {
                members = memberCount == members.length ? Arrays.copyOf(members, memberCount * 2) : members;
                members[memberCount++] = symbol;
            } else {
                names = nameCount == names.length ? Arrays.copyOf(names, nameCount * 2) : names;
                names[nameCount++] = symbol;
            }
        }
        stores(tokens, first, last, file, name);
        return new Owner(name, file, line, isStatic, distinct(names, nameCount), distinct(members, memberCount));
    }

    /** What stands for a macro's parameter is mentioned where the macro is used. */
    private Owner without(Owner macro, List<String> parameters) {
        int[] names = Arrays.stream(macro.names())
                .filter(name -> !parameters.contains(symbols.get(name)))
                .toArray();
        boolean selects = Arrays.stream(macro.members()).anyMatch(member -> parameters.contains(symbols.get(member)));
        int[] all = selects ? Arrays.copyOf(names, names.length + 1) : names;
        if (selects) {
            all[names.length] = symbol(SELECTS);
        }
        return new Owner(macro.name(), macro.file(), macro.line(), false, all, macro.members());
    }

    private static int[] distinct(int[] symbols, int count) {
        int[] sorted = Arrays.copyOf(symbols, count);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || sorted[i] != sorted[kept - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    private int symbol(String name) {
        Integer known = numbers.get(name);
        if (known == null) {
            known = symbols.size();
            numbers.put(name, known);
            symbols.add(name);
        }
        return known;
    }

    private static boolean isMember(RawTokens tokens, int i) {
        char before = tokens.sign(i - 1);
        return before == '.' && tokens.sign(i - 2) != '.' || before == '>' && tokens.sign(i - 2) == '-';
    }

    /** A pool that a member holds runs the function that it is made with: {@code x->pool = virThreadPoolNewFull(f, 1)}. */
    private void handedOver(RawTokens tokens, int open, int last, int member, String file, String function) {
        int depth = 1;
        for (int i = open + 1; i < last && depth > 0; i++) {
            char sign = tokens.sign(i);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            char before = tokens.sign(i - 1);
            char after = tokens.sign(i + 1);
            if (depth == 1 && tokens.isWord(i) && (before == '(' || before == ',') && (after == ',' || after == ')')) {
                stores.add(new Store(tokens.text(member), tokens.text(i), file, function));
            }
        }
    }

    /** Finds {@code member = name} with nothing behind the name but the end of the assignment. */
    private void stores(RawTokens tokens, int first, int last, String file, String function) {
        for (int i = first + 1; i + 3 <= last; i++) {
            if (tokens.isWord(i) && tokens.sign(i + 1) == '=' && isMember(tokens, i)) {
                int value = tokens.sign(i + 2) == '&' ? i + 3 : i + 2;
                char end = tokens.sign(value + 1);
                if (tokens.isWord(value) && (end == ';' || end == ',' || end == '}')) {
                    stores.add(new Store(tokens.text(i), tokens.text(value), file, function));
                } else if (end == '('
                        && tokens.isWord(value)
                        && tokens.text(value).contains(CONSTRUCTS)) {
                    handedOver(tokens, value + 1, last, i, file, function);
                }
            }
        }
    }
}
