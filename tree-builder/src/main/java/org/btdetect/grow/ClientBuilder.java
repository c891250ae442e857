package org.btdetect.grow;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.btdetect.associate.client.ActionWords;
import org.btdetect.associate.client.ClientAnalysis;
import org.btdetect.associate.client.ClientMatch;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.SourceSet;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.client.ActionWord;
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
        return new ClientCatalog(
                clients().stream().map(LibraryAssembly::component).toList(), calls, List.of(), List.of(), missing());
    }

    /** The clients' calls with the actions of a library that they start, and the words that users have for these. */
    public static ClientCatalog matched(ClientCatalog read, LibraryIndex index) {
        ClientMatch match = new ClientMatch(index);
        List<ClientCall> calls = read.calls().stream().map(match::matched).toList();
        List<ActionWord> words = new ArrayList<>(read.words());
        words.addAll(ActionWords.of(calls, index));
        return new ClientCatalog(read.clients(), calls, words, read.bindings(), read.missing());
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
        return absent.stream().map(kind -> kind.id() + ": no sources").toList();
    }

    /** Whether the set holds any client. */
    public boolean isEmpty() {
        return clients().isEmpty();
    }
}
