package org.btdetect.grow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.associate.python.RestActions;
import org.btdetect.program.Constant;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Value;

/** The variants of an operation: fields of its request that hold one of a few words, each of which may choose another path. */
final class Variants {

    private static final int MOST_WORDS = 12;
    private static final int DEEPEST = 4;

    private Variants() {}

    /**
     * A field that may decide.
     *
     * @param path the keys from the body down to the field
     * @param words the words that the request's schema admits, sorted
     */
    record Field(List<String> path, List<String> words) {
        String name() {
            return path.get(path.size() - 1);
        }
    }

    static List<Field> of(RestActions.Operation operation) {
        List<Field> fields = new ArrayList<>();
        operation.body().ifPresent(body -> collect(body, List.of(), fields));
        fields.sort(Comparator.comparing(field -> String.join("/", field.path())));
        return fields;
    }

    private static void collect(Value value, List<String> path, List<Field> fields) {
        List<String> words = words(value);
        if (words.size() > 1 && words.size() <= MOST_WORDS) {
            fields.add(new Field(path, words));
        }
        if (path.size() < DEEPEST) {
            children(value).forEach((key, child) -> {
                List<String> deeper = new ArrayList<>(path);
                deeper.add(key);
                collect(child, deeper, fields);
            });
        }
    }

    private static Map<String, Value> children(Value value) {
        Map<String, Value> children = new TreeMap<>();
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Dictionary dictionary) {
                dictionary.known().asMap().forEach((key, child) -> children.merge(key, child, Value::join));
            }
        }
        return children;
    }

    private static List<String> words(Value value) {
        return value.atoms().stream()
                .filter(atom -> atom instanceof Atom.Const constant && constant.value() instanceof Constant.Text)
                .map(atom -> ((Constant.Text) ((Atom.Const) atom).value()).value())
                .sorted()
                .toList();
    }

    /** The body with the field fixed to one of its words. */
    static Value fixed(Value body, List<String> path, String word) {
        if (path.isEmpty()) {
            return Value.text(word);
        }
        Value result = Value.NOTHING;
        for (Atom atom : body.atoms()) {
            if (atom instanceof Atom.Dictionary dictionary && dictionary.known().has(path.get(0))) {
                Map<String, Value> known =
                        new LinkedHashMap<>(dictionary.known().asMap());
                known.put(path.get(0), fixed(dictionary.known().get(path.get(0)), path.subList(1, path.size()), word));
                result = result.join(Value.of(new Atom.Dictionary(Bindings.of(known), dictionary.rest())));
            } else {
                result = result.join(Value.of(atom));
            }
        }
        return result;
    }

    /** The body of an operation, if it has one. */
    static Optional<Value> body(RestActions.Operation operation, Field field, String word) {
        return operation.body().map(body -> fixed(body, field.path(), word));
    }
}
