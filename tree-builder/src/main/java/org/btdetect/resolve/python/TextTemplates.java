package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.program.BinaryOperator;

/**
 * Texts of which some parts are not known: these parts are written {@link #OPEN}. A template is a constant text, so that what is
 * called with different addresses stays apart.
 */
public final class TextTemplates {

    /** What stands for an unknown part. */
    public static final String OPEN = "{}";

    private static final int MOST_TEXTS = 8;
    private static final int LONGEST = 400;
    private static final Pattern PERCENT = Pattern.compile("%(?:\\((\\w+)\\))?[#0\\- +]*\\d*(?:\\.\\d+)?([sdrifxX%])");
    private static final Pattern BRACES = Pattern.compile("\\{(\\w*)(?:![rsa])?(?::[^{}]*)?\\}");

    private TextTemplates() {}

    /** {@code text % operands} and {@code text + text}; empty where neither operand is a text. */
    static Optional<Value> binary(BinaryOperator operator, Value left, Value right) {
        if (operator == BinaryOperator.MODULO && hasText(left)) {
            Set<String> texts = new LinkedHashSet<>();
            left.atoms()
                    .forEach(format -> Constants.string(format)
                            .ifPresent(text -> right.atoms().forEach(operand -> texts.addAll(percent(text, operand)))));
            return Optional.of(value(texts));
        }
        boolean mixed = hasText(left) && isOpen(right) || hasText(right) && isOpen(left);
        return operator == BinaryOperator.ADD && mixed ? Optional.of(joined(List.of(left, right))) : Optional.empty();
    }

    /** The parts of a text one after the other. */
    static Value joined(List<Value> parts) {
        List<String> texts = List.of("");
        for (Value part : parts) {
            texts = product(texts, alternatives(part));
        }
        return value(texts);
    }

    /** {@code text.format(...)}. */
    static Value formatted(String text, Arguments arguments) {
        int[] next = {0};
        return value(filled(text, BRACES, field -> {
            String name = field.group(1);
            if (name.isEmpty() || name.chars().allMatch(Character::isDigit)) {
                int index = name.isEmpty() || name.length() > 4 ? next[0]++ : Integer.parseInt(name);
                return alternatives(arguments.get(index, "").orElse(Value.DATA));
            }
            return alternatives(arguments.get(-1, name).orElse(Value.DATA));
        }));
    }

    private static List<String> percent(String format, Atom operand) {
        int[] next = {0};
        return filled(format, PERCENT, field -> {
            if (field.group(2).equals("%")) {
                return List.of("%");
            }
            if (field.group(1) != null) {
                boolean known = operand instanceof Atom.Dictionary dictionary
                        && dictionary.known().has(field.group(1));
                return known ? alternatives(((Atom.Dictionary) operand).known().get(field.group(1))) : List.of(OPEN);
            }
            int index = next[0]++;
            if (operand instanceof Atom.Tuple tuple) {
                return index < tuple.elements().size()
                        ? alternatives(tuple.elements().get(index))
                        : List.of(OPEN);
            }
            return alternatives(Value.of(operand));
        });
    }

    private static List<String> filled(String text, Pattern field, Function<Matcher, List<String>> filling) {
        List<String> texts = List.of("");
        Matcher matcher = field.matcher(text);
        int from = 0;
        while (matcher.find()) {
            texts = product(texts, List.of(text.substring(from, matcher.start())));
            texts = product(texts, filling.apply(matcher));
            from = matcher.end();
        }
        return product(texts, List.of(text.substring(from)));
    }

    private static List<String> product(List<String> heads, List<String> tails) {
        List<String> rest = heads.size() * tails.size() > MOST_TEXTS ? List.of(OPEN) : tails;
        List<String> texts = new ArrayList<>();
        for (String head : heads) {
            for (String tail : rest) {
                texts.add(head + tail);
            }
        }
        return texts;
    }

    private static List<String> alternatives(Value value) {
        Set<String> texts = new LinkedHashSet<>();
        for (Atom atom : value.atoms()) {
            Optional<String> whole = atom instanceof Atom.Const constant
                    ? Constants.whole(constant.value()).map(Object::toString)
                    : Optional.empty();
            texts.add(Constants.string(atom).or(() -> whole).orElse(OPEN));
        }
        return texts.isEmpty() ? List.of(OPEN) : List.copyOf(texts);
    }

    private static Value value(Iterable<String> texts) {
        Value value = Value.NOTHING;
        for (String text : texts) {
            value = value.join(text.length() > LONGEST ? Value.DATA : Value.text(text));
        }
        return value.isNothing() ? Value.DATA : value;
    }

    private static boolean hasText(Value value) {
        return value.atoms().stream().anyMatch(atom -> Constants.string(atom).isPresent());
    }

    /** Something that may be a text, and is no constant one. */
    private static boolean isOpen(Value value) {
        return value.atoms().stream()
                .allMatch(atom -> atom instanceof Atom.Data
                        || atom instanceof Atom.Unknown
                        || atom instanceof Atom.External
                        || Constants.string(atom).isPresent());
    }
}
