package org.btdetect.resolve.python;

import java.util.List;
import java.util.Optional;

/** Methods of plain data: texts, lists, dictionaries. */
final class NativeMethods implements LibraryModel {

    private static final String PREFIX = "data.";

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (!call.path().startsWith(PREFIX) || call.receiver().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Outcome.of(result(call, call.receiver().get())));
    }

    private static Value result(ExternalCall call, Atom receiver) {
        Optional<String> text = Constants.string(receiver);
        if (text.isPresent()) {
            return ofText(call, text.get());
        }
        if (receiver instanceof Atom.Dictionary dictionary) {
            return ofDictionary(call, dictionary);
        }
        if (receiver instanceof Atom.Tuple || receiver instanceof Atom.Elements) {
            return ofCollection(call, receiver);
        }
        return Value.DATA;
    }

    private static Value ofText(ExternalCall call, String text) {
        if (call.name().equals("format")) {
            if (call.interpreter().keepsTemplates()) {
                return TextTemplates.formatted(text, call.arguments());
            }
            return Texts.format(text, call.arguments().positional())
                    .filter(value -> call.arguments().keywords().isEmpty())
                    .orElse(Value.DATA);
        }
        List<Optional<String>> arguments =
                call.arguments().positional().stream().map(Value::asText).toList();
        return Texts.method(text, call.name(), arguments).orElse(Value.DATA);
    }

    private static Value ofDictionary(ExternalCall call, Atom.Dictionary dictionary) {
        Items items = call.interpreter().items();
        Value values = dictionary.known().asMap().values().stream().reduce(dictionary.rest(), Value::join);
        return switch (call.name()) {
            case "get", "pop", "setdefault" -> got(call, dictionary);
            case "values", "itervalues" -> Value.of(new Atom.Elements(values));
            case "items", "iteritems" -> Builtins.pairs(List.of(items.element(Value.of(dictionary)), values));
            case "keys", "iterkeys" -> Value.of(new Atom.Elements(items.element(Value.of(dictionary))));
            case "copy" -> Value.of(dictionary);
            default -> Value.DATA;
        };
    }

    private static Value got(ExternalCall call, Atom.Dictionary dictionary) {
        Value key = call.arguments().first();
        Value found = call.interpreter().items().valueOf(dictionary, key);
        boolean certain = key.asText().filter(dictionary.known()::has).isPresent();
        return certain ? found : found.join(call.arguments().get(1, "default").orElse(Value.NONE));
    }

    private static Value ofCollection(ExternalCall call, Atom receiver) {
        Value element = call.interpreter().items().element(Value.of(receiver));
        return switch (call.name()) {
            case "pop", "popleft", "__getitem__" -> element;
            case "copy" -> Value.of(receiver);
            case "union", "intersection", "difference" ->
                Value.of(new Atom.Elements(element.join(
                        call.interpreter().items().element(call.arguments().first()))));
            default -> Value.DATA;
        };
    }
}
