package org.btdetect.associate.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.btdetect.program.Constant;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.TextTemplates;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;

/**
 * Requests through an adapter or session of keystoneauth or requests: an operation named by method and address, whose arguments
 * are the keys of its body with the words that stand below them.
 */
final class HttpRequests implements LibraryModel {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "head");
    private static final List<String> CARRIERS =
            List.of("keystoneauth1.adapter.", "keystoneauth1.session.", "keystoneclient.", "requests.");
    private static final int MOST_KEYS = 12;

    /** What separates the alternatives of a body, and the parts of one. */
    static final String OR = "|";

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (CARRIERS.stream().noneMatch(call.path()::startsWith)) {
            return Optional.empty();
        }
        if (VERBS.contains(call.name())) {
            return sent(call, call.name(), call.arguments().get(0, "url"));
        }
        if (!call.name().equals("request")) {
            return Optional.empty();
        }
        boolean urlFirst =
                call.arguments().get(0, "url").map(HttpRequests::isAddress).orElse(false);
        Optional<Value> method = call.arguments().get(urlFirst ? 1 : 0, "method");
        Optional<String> verb = method.flatMap(Value::asText).filter(text -> VERBS.contains(lower(text)));
        return verb.flatMap(text -> sent(call, lower(text), call.arguments().get(urlFirst ? 0 : 1, "url")));
    }

    private static Optional<Outcome> sent(ExternalCall call, String verb, Optional<Value> url) {
        Link link = call.link().ofKind(EdgeKind.EXTERNAL_SERVICE);
        String body = call.arguments()
                .get(-1, "body")
                .or(() -> call.arguments().get(-1, "json"))
                .map(HttpRequests::shape)
                .orElse("");
        List<Behavior.Branch> branches = new ArrayList<>();
        for (String address : addresses(url.orElse(Value.DATA))) {
            boolean nowhere = !address.contains("/") && !address.contains(TextTemplates.OPEN);
            boolean anything = address.equals(TextTemplates.OPEN) && (verb.equals("get") || verb.equals("head"));
            if (nowhere || anything) {
                continue; // a lookup in something that only looks like a session
            }
            String name = verb.toUpperCase(Locale.ROOT) + " " + address;
            boolean reads = verb.equals("get") || verb.equals("head");
            branches.add(new Behavior.Branch("", new Behavior.Operation(link, Layer.API, name, body, reads)));
        }
        Value answer = Value.of(new Atom.Tuple(List.of(Value.DATA, Value.DATA)));
        boolean paired = call.path().contains("LegacyJsonAdapter");
        return Optional.of(Outcome.of(paired ? answer : Value.DATA, Behavior.choice(branches)));
    }

    private static List<String> addresses(Value url) {
        return url.atoms().stream()
                .map(atom -> Value.of(atom).asText().orElse(TextTemplates.OPEN))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isAddress(Value value) {
        return value.atoms().stream()
                .anyMatch(atom -> Value.of(atom)
                        .asText()
                        .filter(text -> text.contains("/") || text.contains(TextTemplates.OPEN))
                        .isPresent());
    }

    /** {@code reboot.type=HARD} for a key with a word below it, {@code os-stop} for one without; alternatives behind a bar. */
    private static String shape(Value body) {
        StringJoiner alternatives = new StringJoiner(OR);
        for (Atom atom : body.atoms()) {
            if (atom instanceof Atom.Dictionary dictionary) {
                Map<String, Value> known = new TreeMap<>(dictionary.known().asMap());
                known.entrySet().stream().limit(MOST_KEYS).forEach(entry -> keys(entry, alternatives));
                if (!dictionary.rest().isNothing()) {
                    alternatives.add(TextTemplates.OPEN);
                }
            } else if (!isNone(atom)) {
                alternatives.add(TextTemplates.OPEN);
            }
        }
        return alternatives.toString();
    }

    private static void keys(Map.Entry<String, Value> entry, StringJoiner alternatives) {
        List<String> words = new ArrayList<>();
        for (Atom inner : entry.getValue().atoms()) {
            if (inner instanceof Atom.Dictionary dictionary) {
                dictionary
                        .known()
                        .asMap()
                        .forEach((field, value) -> value.atoms()
                                .forEach(atom -> Value.of(atom)
                                        .asText()
                                        .filter(word -> !word.contains(TextTemplates.OPEN))
                                        .ifPresent(word -> words.add(entry.getKey() + "." + field + "=" + word))));
            }
        }
        if (words.isEmpty()) {
            alternatives.add(entry.getKey());
        }
        words.forEach(alternatives::add);
    }

    private static boolean isNone(Atom atom) {
        return atom instanceof Atom.Const constant && constant.value() instanceof Constant.None;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
