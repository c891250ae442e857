package org.btdetect.tree;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The name of an action: its key in the request, else its route, and the arguments that choose one of its paths.
 *
 * @param key the key, such as {@code os-stop} or {@code reboot}
 * @param variant the deciding arguments with their values, such as {@code type} and {@code HARD}, sorted; often empty
 */
public record ActionName(String key, SortedMap<String, String> variant) implements Comparable<ActionName> {
    private static final Comparator<ActionName> ORDER =
            Comparator.comparing(ActionName::key).thenComparing(ActionName::toString);

    /** Copies the variant and rejects an empty key. */
    public ActionName {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("an action needs a key");
        }
        variant = Collections.unmodifiableSortedMap(new TreeMap<>(variant));
    }

    /** Returns the name of an action that has no variants. */
    public static ActionName of(String key) {
        return new ActionName(key, new TreeMap<>());
    }

    /** Returns the name of a variant. */
    public static ActionName of(String key, Map<String, String> variant) {
        return new ActionName(key, new TreeMap<>(variant));
    }

    @Override
    public int compareTo(ActionName other) {
        return ORDER.compare(this, other);
    }

    /** Returns {@code reboot.type=HARD}: the key, and each argument with its value behind a full stop. */
    @Override
    public String toString() {
        return variant.entrySet().stream()
                .map(argument -> "." + argument.getKey() + "=" + argument.getValue())
                .collect(Collectors.joining("", key, ""));
    }
}
