package org.btdetect.associate.python;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/** Modules and classes imported by a name that is a text: how the configured virt driver is loaded. */
public final class Imports implements LibraryModel {

    private final Set<PyClass> loaded = new HashSet<>();

    @Override
    public boolean loads(PyClass type) {
        return loaded.contains(type);
    }

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (call.path().equals("builtins.__import__") || call.path().equals("importlib.import_module")) {
            return imported(call, 0, name -> Value.of(new Atom.ModuleRef(name)));
        }
        if (!call.path().contains("importutils.")) {
            return Optional.empty();
        }
        return switch (call.name()) {
            case "import_module", "try_import" -> imported(call, 0, name -> Value.of(new Atom.ModuleRef(name)));
            case "import_class" -> imported(call, 0, name -> named(call.interpreter(), name));
            case "import_object" ->
                imported(call, 0, name -> named(call.interpreter(), name))
                        .map(type -> construct(call, type.value(), 1));
            case "import_object_ns" ->
                imported(call, 1, name -> inNamespace(call, name)).map(type -> construct(call, type.value(), 2));
            default -> Optional.empty();
        };
    }

    /** What the texts that the argument may be name; empty if it may be none. */
    private static Optional<Outcome> imported(ExternalCall call, int position, Function<String, Value> named) {
        Value names = call.arguments().get(position, "").orElse(Value.NOTHING);
        Value result = Value.NOTHING;
        for (Atom atom : names.atoms()) {
            result = result.join(Value.of(atom).asText().map(named).orElse(Value.NOTHING));
        }
        return result.isNothing() ? Optional.empty() : Optional.of(Outcome.of(result));
    }

    private static Value inNamespace(ExternalCall call, String name) {
        String qualified = call.arguments()
                .get(0, "")
                .flatMap(Value::asText)
                .map(prefix -> prefix + "." + name)
                .orElse(name);
        Value inside = named(call.interpreter(), qualified);
        return inside.single(Atom.ClassRef.class).isPresent() ? inside : named(call.interpreter(), name);
    }

    private Outcome construct(ExternalCall call, Value type, int given) {
        type.atoms().forEach(atom -> {
            if (atom instanceof Atom.ClassRef reference) {
                loaded.add(reference.type());
            }
        });
        Link link = new Link(
                EdgeKind.DRIVER_LOAD,
                call.link().evidence(),
                call.link().callText(),
                call.link().certainty());
        return call.interpreter().call(type, call.arguments().drop(given), link);
    }

    /** @return what the dotted name names: an attribute of a module */
    static Value named(Interpreter interpreter, String dottedName) {
        int dot = dottedName.lastIndexOf('.');
        if (dot < 0) {
            return Value.of(new Atom.ModuleRef(dottedName));
        }
        return interpreter.attribute(
                Value.of(new Atom.ModuleRef(dottedName.substring(0, dot))), dottedName.substring(dot + 1));
    }
}
