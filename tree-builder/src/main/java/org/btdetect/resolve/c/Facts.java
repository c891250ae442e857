package org.btdetect.resolve.c;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a deployment settles that the sources leave open: the values of struct members and of variables at file scope, the
 * results of library functions, and which table of functions a struct type stands for.
 */
public final class Facts {

    private static final String TABLE = "struct ";
    private static final String CALL = "()";

    private final Map<String, Map<String, CValue>> members = new HashMap<>();
    private final Map<String, CValue> variables = new HashMap<>();
    private final Map<String, CValue> results = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();

    /**
     * Reads facts as C writes them.
     *
     * @param facts {@code type.member}, {@code variable} or {@code function()} to an integer, a {@code "text"} or {@code NULL}, and
     *     {@code struct type} to the name of the only table of that type in use
     * @throws IllegalArgumentException when a value is none of these
     */
    public Facts(Map<String, String> facts) {
        facts.forEach(this::add);
    }

    /** Of a program whose deployment is not known. */
    public static Facts none() {
        return new Facts(Map.of());
    }

    private void add(String key, String value) {
        int dot = key.indexOf('.');
        if (key.startsWith(TABLE)) {
            tables.put(key.substring(TABLE.length()), value);
        } else if (key.endsWith(CALL)) {
            results.put(key.substring(0, key.length() - CALL.length()), value(key, value));
        } else if (dot > 0) {
            members.computeIfAbsent(key.substring(dot + 1), member -> new HashMap<>())
                    .put(key.substring(0, dot), value(key, value));
        } else {
            variables.put(key, value(key, value));
        }
    }

    private static CValue value(String key, String text) {
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            return CValue.of(new Atom.Text(text.substring(1, text.length() - 1)));
        }
        CValue named = LibraryModels.constant(text);
        if (!named.isUnknown()) {
            return named;
        }
        try {
            return CValue.number(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no constant of C for " + key + ": " + text, e);
        }
    }

    /** @param types the names that the struct's type goes by */
    Optional<CValue> member(List<String> types, String member) {
        Map<String, CValue> known = members.getOrDefault(member, Map.of());
        return types.stream()
                .map(type -> Optional.ofNullable(known.get(type)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether there is a fact on a member of this name. */
    boolean concerns(String member) {
        return members.containsKey(member);
    }

    Optional<CValue> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    Optional<CValue> result(String function) {
        return Optional.ofNullable(results.get(function));
    }

    /** Whether a table is in use. */
    boolean serves(CProgram.Variable table) {
        if (tables.isEmpty()) {
            return true;
        }
        String only = tables.get(TypeNames.base(table.global().type()));
        return only == null || only.equals(table.name());
    }
}
