package org.btdetect.associate.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.ModuleSource;
import org.btdetect.resolve.python.Value;
import org.btdetect.tree.Place;
import org.btdetect.tree.client.ClientCall;

/**
 * Shells whose commands are functions: {@code do_stop(client, arguments)} of a module {@code shell} is the command {@code stop} of
 * the class {@code Client} in the module {@code client} beside it.
 */
final class ShellCommands {

    private static final String PREFIX = "do_";
    private static final String MODULE = ".shell";

    private final Interpreter interpreter;

    ShellCommands(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    List<ClientEntry> entries() {
        List<ClientEntry> entries = new ArrayList<>();
        for (String module : interpreter.source().modulesContaining("def " + PREFIX)) {
            Optional<Value> client = module.endsWith(MODULE) ? client(module) : Optional.empty();
            Optional<ModuleSource.Loaded> loaded =
                    client.flatMap(made -> interpreter.source().load(module));
            loaded.ifPresent(shell -> commands(shell)
                    .forEach(command ->
                            entry(module, command, client.orElseThrow(), shell).ifPresent(entries::add)));
        }
        return entries;
    }

    /** The client object that a shell of this module hands to its commands. */
    Optional<Value> client(String shellModule) {
        String module = shellModule.substring(0, shellModule.length() - MODULE.length()) + ".client";
        return interpreter.pyClass(module, "Client").map(type -> new ClientObjects(interpreter).made(type));
    }

    private static Set<String> commands(ModuleSource.Loaded shell) {
        Set<String> commands = new TreeSet<>();
        for (Statement statement : shell.module().body().statements()) {
            if (statement instanceof Statement.FunctionDefinition definition
                    && definition.function().name().startsWith(PREFIX)) {
                commands.add(definition.function().name());
            }
        }
        return commands;
    }

    private Optional<ClientEntry> entry(String module, String function, Value client, ModuleSource.Loaded shell) {
        return interpreter
                .global(module, function)
                .map(callee -> new ClientEntry(
                        shell.component(),
                        ClientCall.Kind.COMMAND,
                        function.substring(PREFIX.length()).replace('_', '-'),
                        place(callee, shell),
                        callee,
                        Arguments.of(client, Value.DATA)));
    }

    private Place place(Value callee, ModuleSource.Loaded shell) {
        return callee.atoms().stream()
                .map(interpreter::function)
                .flatMap(Optional::stream)
                .findFirst()
                .map(function -> new Place(
                        shell.component(),
                        shell.module().file(),
                        function.definition().at().line()))
                .orElse(Place.NONE);
    }
}
