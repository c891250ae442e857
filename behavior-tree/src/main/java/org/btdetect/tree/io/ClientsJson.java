package org.btdetect.tree.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import org.btdetect.tree.Component;
import org.btdetect.tree.Route;
import org.btdetect.tree.client.ActionWord;
import org.btdetect.tree.client.BindingMethod;
import org.btdetect.tree.client.ClientCall;
import org.btdetect.tree.client.ClientCatalog;
import org.btdetect.tree.client.ClientRequest;
import org.btdetect.tree.client.Step;

/** The file {@code clients.json}: who starts the actions of a library, one call or word a line. */
public final class ClientsJson {
    private static final String FORMAT = "btdetect-clients-1";

    private ClientsJson() {}

    /** Returns the text of a catalogue's file. */
    public static String write(ClientCatalog catalog) {
        StringJoiner parts = new StringJoiner(",\n", "{\n", "\n}\n");
        parts.add("\"format\":" + Json.line(FORMAT));
        parts.add(array("clients", catalog.clients(), ComponentJson::of));
        parts.add(array("missing", catalog.missing(), text -> text));
        parts.add(array("calls", catalog.calls(), CallJson::of));
        parts.add(array("words", catalog.words(), WordJson::of));
        parts.add(array("bindings", catalog.bindings(), BindingJson::of));
        return parts.toString();
    }

    private static <T> String array(String name, List<T> values, Function<T, Object> shape) {
        StringJoiner lines = new StringJoiner(",\n", "[\n", "\n]");
        lines.setEmptyValue("[]");
        values.forEach(value -> lines.add(Json.line(shape.apply(value))));
        return Json.line(name) + ":" + lines;
    }

    /** Reads what {@link #write} has written. */
    public static ClientCatalog read(String text) throws TreeFormatException {
        Document document = Json.read(text, Document.class);
        if (!document.format.equals(FORMAT)) {
            throw new TreeFormatException("no catalogue of clients: the format is '" + document.format + "'");
        }
        try {
            return document.catalog();
        } catch (IllegalArgumentException failure) {
            throw new TreeFormatException("no catalogue of clients: " + failure.getMessage(), failure);
        }
    }

    private record Document(
            String format,
            List<ComponentJson> clients,
            List<String> missing,
            List<CallJson> calls,
            List<WordJson> words,
            List<BindingJson> bindings) {
        ClientCatalog catalog() throws TreeFormatException {
            List<ClientCall> allCalls = new ArrayList<>();
            for (CallJson call : calls) {
                allCalls.add(call.call());
            }
            List<ActionWord> allWords = new ArrayList<>();
            for (WordJson word : words) {
                allWords.add(word.word());
            }
            List<BindingMethod> allBindings = new ArrayList<>();
            for (BindingJson binding : bindings) {
                allBindings.add(new BindingMethod(
                        binding.binding, binding.method, Ids.place(binding.place), binding.functions));
            }
            List<Component> components = clients.stream()
                    .map(client -> new Component(client.name, client.version, client.sha256, client.origin))
                    .toList();
            return new ClientCatalog(components, allCalls, allWords, allBindings, missing);
        }
    }

    private record ComponentJson(String name, String version, String sha256, String origin) {
        static ComponentJson of(Component component) {
            return new ComponentJson(component.name(), component.version(), component.hash(), component.origin());
        }
    }

    private record CallJson(
            String client,
            String kind,
            String name,
            String place,
            List<String> actions,
            String reason,
            List<RequestJson> requests) {
        static CallJson of(ClientCall call) {
            return new CallJson(
                    call.client(),
                    call.kind().id(),
                    call.name(),
                    call.place().toString(),
                    call.actions(),
                    call.reason(),
                    call.requests().stream().map(RequestJson::of).toList());
        }

        ClientCall call() throws TreeFormatException {
            List<ClientRequest> sent = new ArrayList<>();
            for (RequestJson request : requests) {
                sent.add(request.request());
            }
            ClientCall.Kind known = ClientCall.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
            return new ClientCall(client, known, name, Ids.place(place), sent, actions, reason);
        }
    }

    private record RequestJson(
            String method, String path, String key, String evidence, List<String> actions, List<List<String>> via) {
        static RequestJson of(ClientRequest request) {
            return new RequestJson(
                    request.route().method(),
                    request.route().path(),
                    request.key(),
                    request.evidence().toString(),
                    request.actions(),
                    request.via().stream()
                            .map(step -> List.of(step.name(), step.place().toString()))
                            .toList());
        }

        ClientRequest request() throws TreeFormatException {
            List<Step> steps = new ArrayList<>();
            for (List<String> step : via) {
                if (step.size() != 2) {
                    throw new TreeFormatException("no step of a way: " + step);
                }
                steps.add(new Step(step.get(0), Ids.place(step.get(1))));
            }
            return new ClientRequest(new Route(method, path), key, Ids.place(evidence), steps, actions);
        }
    }

    private record WordJson(String action, String source, String text, String place) {
        static WordJson of(ActionWord word) {
            return new WordJson(
                    word.action(), word.source().id(), word.text(), word.place().toString());
        }

        ActionWord word() throws TreeFormatException {
            String constant = source.toUpperCase(Locale.ROOT).replace('-', '_');
            return new ActionWord(action, ActionWord.Source.valueOf(constant), text, Ids.place(place));
        }
    }

    private record BindingJson(String binding, String method, String place, List<String> functions) {
        static BindingJson of(BindingMethod method) {
            return new BindingJson(
                    method.binding(), method.method(), method.place().toString(), method.functions());
        }
    }
}
