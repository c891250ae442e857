package org.btdetect.grow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.btdetect.associate.client.ActionWords;
import org.btdetect.associate.client.ClientAnalysis;
import org.btdetect.associate.client.ClientMatch;
import org.btdetect.associate.client.PolicyWords;
import org.btdetect.associate.java.JavaClients;
import org.btdetect.associate.java.JavaSources;
import org.btdetect.frontend.java.JavaFrontEnd;
import org.btdetect.frontend.java.JavaType;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.SourceSet;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.client.ActionWord;
import org.btdetect.tree.client.BindingMethod;
import org.btdetect.tree.client.ClientCall;
import org.btdetect.tree.client.ClientCatalog;

/** From the sources of client programs to who starts the actions of a library. */
public final class ClientBuilder {

    private static final List<ComponentKind> PYTHON = List.of(
            ComponentKind.NOVACLIENT, ComponentKind.OPENSTACKCLIENT, ComponentKind.OPENSTACKSDK, ComponentKind.OSC_LIB);

    private final SourceSet sources;

    /** @param sources a set whose client programs are read; its other components are not */
    public ClientBuilder(SourceSet sources) {
        this.sources = sources;
    }

    /** What tells the result of {@link #read} from that of other sources. */
    public String key() {
        return clients().stream()
                .map(component -> component.kind().id() + " "
                        + component.provenance().map(from -> from.sha256()).orElseGet(component::contentHash))
                .collect(Collectors.joining("\n", ClientAnalysis.REVISION + "\n", "\n"));
    }

    /** Reads the clients; which actions their calls start is not known yet. */
    public ClientCatalog read() {
        List<Component> python = clients().stream()
                .filter(component -> PYTHON.contains(component.kind()))
                .toList();
        List<ClientCall> calls = python.isEmpty()
                ? List.of()
                : DeepStack.call("clients", () -> new ClientAnalysis(new PythonSources(python, task -> {})).calls());
        List<ClientCall> all = new ArrayList<>(calls);
        List<BindingMethod> bindings = new ArrayList<>();
        List<String> missing = missing();
        for (Component component : clients()) {
            if (!PYTHON.contains(component.kind())) {
                JavaSources java = java(component, missing);
                all.addAll(JavaClients.calls(java));
                bindings.addAll(JavaClients.bindings(java));
            }
        }
        List<org.btdetect.tree.Component> read =
                clients().stream().map(LibraryAssembly::component).toList();
        return new ClientCatalog(read, all, List.of(), bindings, missing);
    }

    private static JavaSources java(Component component, List<String> missing) {
        JavaFrontEnd frontEnd = new JavaFrontEnd();
        List<JavaType> types = new ArrayList<>();
        for (Path relative : component.files()) {
            String file = relative.toString().replace('\\', '/');
            if (file.endsWith(".java")) {
                JavaFrontEnd.Parsed parsed =
                        frontEnd.parse(file, text(component.root().resolve(relative)));
                types.addAll(parsed.types());
                parsed.problems()
                        .forEach(problem -> missing.add(component.kind().id() + ": " + problem));
            }
        }
        return new JavaSources(component.kind().id(), types);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The clients' calls with the actions of a library that they start, and the words that users and the service have for these.
     *
     * @param stack what the library was built from
     * @param grown the behaviours that it was built from
     */
    public static ClientCatalog matched(
            ClientCatalog read, SourceSet stack, List<GrownAction> grown, LibraryIndex index) {
        ClientMatch match = new ClientMatch(index);
        List<ClientCall> calls = read.calls().stream().map(match::matched).toList();
        List<ActionWord> words = new ArrayList<>(read.words());
        words.addAll(ActionWords.of(calls, index));
        stack.component(ComponentKind.NOVA).ifPresent(service -> {
            words.addAll(policies(service, index));
            words.addAll(InstanceActionWords.of(grown, service));
        });
        return new ClientCatalog(read.clients(), calls, words, read.bindings(), read.missing());
    }

    private static List<ActionWord> policies(Component service, LibraryIndex index) {
        return DeepStack.call(
                "policies", () -> new PolicyWords(new PythonSources(List.of(service), task -> {})).of(index));
    }

    private List<Component> clients() {
        return sources.components().stream()
                .filter(component -> component.kind().isClient())
                .toList();
    }

    private List<String> missing() {
        TreeSet<ComponentKind> absent = new TreeSet<>(List.of(ComponentKind.values()));
        absent.removeIf(kind -> !kind.isClient());
        sources.components().forEach(component -> absent.remove(component.kind()));
        return new ArrayList<>(
                absent.stream().map(kind -> kind.id() + ": no sources").toList());
    }

    /** Whether the set holds any client. */
    public boolean isEmpty() {
        return clients().isEmpty();
    }
}
