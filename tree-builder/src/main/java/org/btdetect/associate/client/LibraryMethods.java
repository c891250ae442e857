package org.btdetect.associate.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.Value;

/**
 * The methods of a client library: those of the objects that the client object keeps in its attributes, or its own.
 */
final class LibraryMethods {

    private final Interpreter interpreter;

    LibraryMethods(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The methods of the managers that a constructor puts into attributes. */
    List<ClientEntry> ofManagers(Value client) {
        Map<String, ClientEntry> entries = new LinkedHashMap<>();
        for (Atom atom : client.atoms()) {
            if (atom instanceof Atom.Instance object) {
                for (String attribute : attributes(object)) {
                    for (Atom manager :
                            interpreter.attribute(Value.of(object), attribute).atoms()) {
                        if (manager instanceof Atom.Instance kept && !kept.equals(object)) {
                            new ClientObjects(interpreter)
                                    .methods(kept)
                                    .forEach(entry -> entries.putIfAbsent(entry.name(), entry));
                        }
                    }
                }
            }
        }
        return List.copyOf(entries.values());
    }

    /** The methods of the client object itself. */
    List<ClientEntry> own(Value client) {
        List<ClientEntry> entries = new ArrayList<>();
        for (Atom atom : client.atoms()) {
            if (atom instanceof Atom.Instance object) {
                entries.addAll(new ClientObjects(interpreter).methods(object));
            }
        }
        return entries;
    }

    private static List<String> attributes(Atom.Instance object) {
        List<String> names = new ArrayList<>();
        for (Statement statement : object.type().definition().body().statements()) {
            if (statement instanceof Statement.FunctionDefinition definition
                    && definition.function().name().equals("__init__")) {
                for (Statement inner : definition.function().body().block().statements()) {
                    if (inner instanceof Statement.Assign assign) {
                        assign.targets().forEach(target -> {
                            if (target instanceof Expression.Attribute attribute
                                    && attribute.target() instanceof Expression.Name) {
                                names.add(attribute.name());
                            }
                        });
                    }
                }
            }
        }
        return names;
    }
}
