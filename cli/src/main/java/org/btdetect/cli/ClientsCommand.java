package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.btdetect.tree.client.BindingMethod;
import org.btdetect.tree.client.ClientCall;
import org.btdetect.tree.client.ClientCatalog;
import org.btdetect.tree.io.ClientsJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code btdetect clients}: who starts the actions of a library. */
@Command(
        name = "clients",
        description = {
            "Lists which command or method of a client program starts which action.",
            "",
            "A command without an action says why. The last column is where the command or method is defined."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect clients",
            "  btdetect clients --action os-stop",
            "  btdetect clients --client novaclient --kind command",
            "  btdetect clients --bindings"
        })
final class ClientsCommand implements Callable<Integer> {
    private static final List<String> HEADER = List.of("CLIENT", "KIND", "NAME", "ACTIONS", "DEFINED");

    /** How the list is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Option(names = "--action", paramLabel = "A", description = "Only what starts this action.")
    private String action = "";

    @Option(names = "--client", paramLabel = "C", description = "Only this client, such as novaclient.")
    private String client = "";

    @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind: ${COMPLETION-CANDIDATES}.")
    private ClientCall.Kind[] kinds = ClientCall.Kind.values();

    @Option(
            names = "--bindings",
            description = "The methods of libvirt's Java binding and the functions that they call.")
    private boolean bindings;

    @Option(names = "--format", paramLabel = "F", description = "${COMPLETION-CANDIDATES} (default: text).")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws IOException {
        ClientCatalog all = library.open()
                .clients()
                .orElseThrow(
                        () -> new UsageException("this library was built without looking at clients: build it anew"));
        ClientCatalog shown = new ClientCatalog(
                all.clients(),
                all.calls().stream().filter(wanted()).toList(),
                all.words().stream()
                        .filter(word -> action.isEmpty() || word.action().equals(action))
                        .toList(),
                all.bindings(),
                all.missing());
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.print(ClientsJson.write(shown));
        } else if (bindings) {
            printBindings(shown, out);
        } else {
            print(shown, out);
        }
        out.flush();
        shown.missing().forEach(text -> spec.commandLine().getErr().println("btdetect: " + text));
        spec.commandLine().getErr().flush();
        return ExitCode.DONE;
    }

    private Predicate<ClientCall> wanted() {
        List<ClientCall.Kind> wantedKinds = List.of(kinds);
        return call -> (action.isEmpty()
                        || call.actions().stream()
                                .anyMatch(name -> name.equals(action) || name.startsWith(action + ".")))
                && (client.isEmpty() || call.client().equals(client.toLowerCase(Locale.ROOT)))
                && wantedKinds.contains(call.kind());
    }

    private static void print(ClientCatalog shown, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (ClientCall call : shown.calls()) {
            String what = call.actions().isEmpty() ? "- " + call.reason() : String.join(", ", call.actions());
            rows.add(List.of(
                    call.client(),
                    call.kind().id(),
                    call.name(),
                    what,
                    call.place().toString()));
        }
        TextTable.print(rows, out);
    }

    private static void printBindings(ClientCatalog shown, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("METHOD", "FUNCTIONS", "DEFINED"));
        for (BindingMethod method : shown.bindings()) {
            rows.add(List.of(
                    method.method(),
                    String.join(", ", method.functions()),
                    method.place().toString()));
        }
        TextTable.print(rows, out);
    }
}
