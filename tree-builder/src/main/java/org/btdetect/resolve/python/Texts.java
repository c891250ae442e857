package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Operations on constant texts; empty or data where an operand is not constant. */
final class Texts {

    private Texts() {}

    /** {@code format % operand} for {@code %s} and {@code %d} alone. */
    static Value percent(Atom format, Atom operand) {
        Optional<String> text = Constants.string(format);
        if (text.isEmpty()) {
            return Value.DATA;
        }
        List<Value> operands = operand instanceof Atom.Tuple tuple ? tuple.elements() : List.of(Value.of(operand));
        StringBuilder result = new StringBuilder();
        String rest = text.get();
        for (Value value : operands) {
            int at = rest.indexOf("%s");
            Optional<String> filling = value.asText();
            if (at < 0 || filling.isEmpty()) {
                return Value.DATA;
            }
            result.append(rest, 0, at).append(filling.get());
            rest = rest.substring(at + 2);
        }
        return rest.contains("%") ? Value.DATA : Value.text(result.append(rest).toString());
    }

    /** {@code text.format(a, b)} for {@code {}}, {@code {0}} alone. */
    static Optional<Value> format(String text, List<Value> operands) {
        String result = text;
        for (int i = 0; i < operands.size(); i++) {
            Optional<String> filling = operands.get(i).asText();
            if (filling.isEmpty()) {
                return Optional.empty();
            }
            result = result.contains("{" + i + "}")
                    ? result.replace("{" + i + "}", filling.get())
                    : replaceFirst(result, "{}", filling.get());
        }
        return result.contains("{") ? Optional.empty() : Optional.of(Value.text(result));
    }

    private static String replaceFirst(String text, String part, String replacement) {
        int at = text.indexOf(part);
        return at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + part.length());
    }

    static Optional<Value> method(String text, String name, List<Optional<String>> arguments) {
        boolean known = arguments.stream().allMatch(Optional::isPresent);
        List<String> given = arguments.stream().flatMap(Optional::stream).toList();
        return switch (name) {
            case "upper" -> Optional.of(Value.text(text.toUpperCase(Locale.ROOT)));
            case "lower" -> Optional.of(Value.text(text.toLowerCase(Locale.ROOT)));
            case "strip" -> given.isEmpty() && known ? Optional.of(Value.text(text.strip())) : Optional.empty();
            case "startswith" -> one(known, given).map(part -> Value.truth(text.startsWith(part)));
            case "endswith" -> one(known, given).map(part -> Value.truth(text.endsWith(part)));
            case "split" -> one(known, given).filter(part -> !part.isEmpty()).map(part -> split(text, part));
            case "partition" -> one(known, given).map(part -> partition(text, part));
            case "rpartition" -> one(known, given).map(part -> rpartition(text, part));
            case "replace" ->
                known && given.size() == 2
                        ? Optional.of(Value.text(text.replace(given.get(0), given.get(1))))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> one(boolean known, List<String> given) {
        return known && given.size() == 1 ? Optional.of(given.get(0)) : Optional.empty();
    }

    private static Value split(String text, String part) {
        List<Value> pieces = new ArrayList<>();
        int from = 0;
        int at;
        while ((at = text.indexOf(part, from)) >= 0) {
            pieces.add(Value.text(text.substring(from, at)));
            from = at + part.length();
        }
        pieces.add(Value.text(text.substring(from)));
        return Value.of(new Atom.Tuple(pieces));
    }

    private static Value partition(String text, String part) {
        int at = text.indexOf(part);
        return texts(
                at < 0
                        ? List.of(text, "", "")
                        : List.of(text.substring(0, at), part, text.substring(at + part.length())));
    }

    private static Value texts(List<String> pieces) {
        return Value.of(new Atom.Tuple(pieces.stream().map(Value::text).toList()));
    }

    private static Value rpartition(String text, String part) {
        int at = text.lastIndexOf(part);
        return texts(
                at < 0
                        ? List.of("", "", text)
                        : List.of(text.substring(0, at), part, text.substring(at + part.length())));
    }
}
