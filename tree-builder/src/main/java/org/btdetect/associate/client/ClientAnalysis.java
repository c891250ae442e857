package org.btdetect.associate.client;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.associate.python.Concurrency;
import org.btdetect.associate.python.ContextLibrary;
import org.btdetect.associate.python.FunctionTools;
import org.btdetect.associate.python.Imports;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.ModuleSource;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.client.ClientCall;

/** Which requests the commands and methods of Python clients send. */
public final class ClientAnalysis {

    /** Raised whenever the analysis finds something else in the same sources, so that kept results are not used. */
    public static final int REVISION = 2;

    private static final String UNMATCHED = "not compared with a library";

    private final Interpreter interpreter;
    private final PluginCommands plugins;

    /** @param modules the modules of all clients, with what their metadata declares */
    public ClientAnalysis(ModuleSource modules) {
        plugins = new PluginCommands(modules.entryPoints());
        List<LibraryModel> models = List.of(
                new HttpRequests(),
                new FrameworkModules(),
                plugins,
                new ImportedByTemplate(),
                new FunctionTools(),
                new ContextLibrary(),
                new Concurrency(),
                new Imports());
        interpreter = Interpreter.keepingTemplates(FrameworkModules.without(modules), models);
    }

    /** Interprets every command and method, each on its own; which actions they start is left to {@link ClientMatch}. */
    public List<ClientCall> calls() {
        List<ClientEntry> entries = new ArrayList<>(new ShellCommands(interpreter).entries());
        LibraryMethods methods = new LibraryMethods(interpreter);
        for (String module : interpreter.source().modulesDefining("Client")) {
            if (module.endsWith(".client")) {
                interpreter
                        .pyClass(module, "Client")
                        .map(type -> methods.ofManagers(new ClientObjects(interpreter).made(type)))
                        .ifPresent(entries::addAll);
            }
        }
        entries.addAll(methods.own(PluginCommands.proxy(interpreter)));
        entries.addAll(plugins.entries(interpreter));
        return entries.stream().map(this::call).sorted().toList();
    }

    private ClientCall call(ClientEntry entry) {
        Link link = Link.exact(EdgeKind.DIRECT, entry.place(), entry.name());
        Outcome outcome = interpreter.call(entry.callee(), entry.arguments(), link);
        return new ClientCall(
                entry.client(),
                entry.kind(),
                entry.name(),
                entry.place(),
                SentRequests.of(outcome.behavior()),
                List.of(),
                UNMATCHED);
    }
}
