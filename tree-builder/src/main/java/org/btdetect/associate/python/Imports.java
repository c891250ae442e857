package org.btdetect.associate.python;

import java.util.Optional;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/** Modules and classes imported by a name that is a text: how the configured virt driver is loaded. */
public final class Imports implements LibraryModel {

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (call.path().equals("builtins.__import__") || call.path().equals("importlib.import_module")) {
            return text(call.arguments(), 0).map(name -> Outcome.of(Value.of(new Atom.ModuleRef(name))));
        }
        if (!call.path().contains("importutils.")) {
            return Optional.empty();
        }
        return switch (call.name()) {
            case "import_module", "try_import" ->
                text(call.arguments(), 0).map(name -> Outcome.of(Value.of(new Atom.ModuleRef(name))));
            case "import_class" -> text(call.arguments(), 0).map(name -> Outcome.of(named(call.interpreter(), name)));
            case "import_object" ->
                text(call.arguments(), 0).map(name -> construct(call, named(call.interpreter(), name), 1));
            case "import_object_ns" ->
                text(call.arguments(), 1).map(name -> construct(call, inNamespace(call, name), 2));
            default -> Optional.empty();
        };
    }

    private static Value inNamespace(ExternalCall call, String name) {
        String qualified =
                text(call.arguments(), 0).map(prefix -> prefix + "." + name).orElse(name);
        Value inside = named(call.interpreter(), qualified);
        return inside.single(Atom.ClassRef.class).isPresent() ? inside : named(call.interpreter(), name);
    }

    private static Outcome construct(ExternalCall call, Value type, int given) {
        Link link = new Link(
                EdgeKind.DRIVER_LOAD,
                call.link().evidence(),
                call.link().callText(),
                call.link().certainty());
        return call.interpreter().call(type, call.arguments().drop(given), link);
    }

    private static Optional<String> text(Arguments arguments, int position) {
        return arguments.get(position, "").flatMap(Value::asText);
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
