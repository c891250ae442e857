package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.tree.Place;

/**
 * Tells conditions that differ in the names of local variables alone from those that differ.
 *
 * <p>A renaming has to be one to one throughout the function, and the old name has to be gone, as the new one has to be new. A
 * condition that is nothing but a name is too little to go by, unless the names have a word in common.
 */
final class LocalNames {
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|(?:\\.|->)?[A-Za-z_][A-Za-z_0-9]*(?:\\()?|\\S");
    private static final Pattern LOCAL = Pattern.compile("_?[a-z][a-z0-9_]*[A-Za-z0-9_]*");
    private static final Set<String> WORDS = Set.of(
            "and", "or", "not", "in", "is", "if", "else", "for", "lambda", "self", "cls", "except", "as", "with",
            "while", "case", "true", "false", "sizeof", "async", "await");

    private final Map<String, String> renamed;

    private LocalNames(Map<String, String> renamed) {
        this.renamed = renamed;
    }

    static LocalNames of(List<Operation> left, List<Operation> right, List<Alignment.Pair> pairs) {
        Map<String, String> renamed = new HashMap<>();
        Set<String> refused = new HashSet<>();
        Set<String> before = locals(left);
        Set<String> after = locals(right);
        for (Alignment.Pair pair : pairs) {
            Map<String, Place> one = left.get(pair.left()).conditions();
            Map<String, Place> other = right.get(pair.right()).conditions();
            if (one.keySet().equals(other.keySet())) {
                continue;
            }
            for (String was : one.keySet()) {
                for (String is : other.keySet()) {
                    if (!other.containsKey(was) && !one.containsKey(is)) {
                        learn(was, is, renamed, refused);
                    }
                }
            }
        }
        renamed.entrySet()
                .removeIf(names -> refused.contains(names.getKey())
                        || after.contains(names.getKey())
                        || before.contains(names.getValue())
                        || renamedTwice(names.getValue(), renamed));
        return new LocalNames(Map.copyOf(renamed));
    }

    /** Returns the conditions of one side that the other side lacks. */
    Map<String, Place> without(Map<String, Place> conditions, Map<String, Place> others, boolean before) {
        if (conditions.isEmpty() || conditions.keySet().equals(others.keySet())) {
            return new LinkedHashMap<>();
        }
        Set<String> known = new HashSet<>();
        others.keySet().forEach(other -> known.add(canonical(other, !before)));
        Map<String, Place> without = new LinkedHashMap<>();
        conditions.forEach((condition, place) -> {
            if (!known.contains(canonical(condition, before))) {
                without.put(condition, place);
            }
        });
        return without;
    }

    private String canonical(String condition, boolean old) {
        StringBuilder text = new StringBuilder();
        for (String token : tokens(condition)) {
            text.append(old ? renamed.getOrDefault(token, token) : token).append(' ');
        }
        return text.toString();
    }

    private static boolean renamedTwice(String name, Map<String, String> renamed) {
        return renamed.values().stream().filter(name::equals).count() > 1;
    }

    private static void learn(String was, String is, Map<String, String> renamed, Set<String> refused) {
        List<String> left = tokens(was);
        List<String> right = tokens(is);
        if (left.size() != right.size() || !isAlike(left, right)) {
            return;
        }
        for (int i = 0; i < left.size(); i++) {
            String one = left.get(i);
            String other = right.get(i);
            if (!one.equals(other)
                    && !other.equals(renamed.putIfAbsent(one, other))
                    && !other.equals(renamed.get(one))) {
                refused.add(one);
            }
        }
    }

    private static boolean isAlike(List<String> left, List<String> right) {
        boolean structure = false;
        boolean similar = true;
        for (int i = 0; i < left.size(); i++) {
            String one = left.get(i);
            String other = right.get(i);
            boolean names = isLocal(one) && isLocal(other);
            if (!one.equals(other) && !names) {
                return false;
            }
            structure |= one.equals(other) && !one.equals("not") && !one.equals("!");
            similar &= one.equals(other) || haveWordInCommon(one, other);
        }
        return structure || similar;
    }

    private static boolean haveWordInCommon(String one, String other) {
        Set<String> words = new HashSet<>(List.of(one.split("_")));
        words.retainAll(List.of(other.split("_")));
        words.remove("");
        return !words.isEmpty();
    }

    private static Set<String> locals(List<Operation> operations) {
        Set<String> locals = new HashSet<>();
        for (Operation operation : operations) {
            for (String condition : operation.conditions().keySet()) {
                tokens(condition).stream().filter(LocalNames::isLocal).forEach(locals::add);
            }
        }
        return locals;
    }

    private static boolean isLocal(String token) {
        return LOCAL.matcher(token).matches() && !WORDS.contains(token);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }
}
