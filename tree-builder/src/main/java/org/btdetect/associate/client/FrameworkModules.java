package org.btdetect.associate.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.EntryPoint;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.ModuleSource;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.TextTemplates;
import org.btdetect.resolve.python.Value;

/**
 * The modules of a client that are a framework of their own and are not interpreted but understood: the choice among definitions
 * of one name by the version of the interface, which the caller makes, and the joining of addresses. They are hidden, so that calls
 * of them are calls of a library.
 */
final class FrameworkModules implements LibraryModel {

    private static final Set<String> HIDDEN = Set.of("novaclient.api_versions", "openstack.utils");

    /** The modules without those of the framework. */
    static ModuleSource without(ModuleSource whole) {
        return new ModuleSource() {
            @Override
            public Optional<Loaded> load(String dottedName) {
                return HIDDEN.contains(dottedName) ? Optional.empty() : whole.load(dottedName);
            }

            @Override
            public boolean exists(String dottedName) {
                return !HIDDEN.contains(dottedName) && whole.exists(dottedName);
            }

            @Override
            public List<String> modulesDefining(String name) {
                return visible(whole.modulesDefining(name));
            }

            @Override
            public boolean assignsAttribute(String name) {
                return whole.assignsAttribute(name);
            }

            @Override
            public List<String> modulesBelow(String dottedName) {
                return visible(whole.modulesBelow(dottedName));
            }

            @Override
            public List<EntryPoint> entryPoints() {
                return whole.entryPoints();
            }

            @Override
            public List<String> modulesContaining(String text) {
                return visible(whole.modulesContaining(text));
            }
        };
    }

    private static List<String> visible(List<String> modules) {
        return modules.stream().filter(name -> !HIDDEN.contains(name)).toList();
    }

    @Override
    public Optional<Value> attribute(Interpreter interpreter, Atom target, String name) {
        return target instanceof Atom.ModuleRef module && HIDDEN.contains(module.name() + "." + name)
                ? Optional.of(Value.of(new Atom.External(module.name() + "." + name)))
                : Optional.empty();
    }

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        return call.isOf("openstack.utils") && call.name().equals("urljoin")
                ? Optional.of(Outcome.of(joined(call.arguments().positional())))
                : Optional.empty();
    }

    private static Value joined(List<Value> parts) {
        Value address = Value.text("");
        boolean first = true;
        for (Value part : parts) {
            Value piece = Value.NOTHING;
            for (Atom atom : part.atoms()) {
                String text = Value.of(atom).asText().orElse(TextTemplates.OPEN);
                piece = piece.join(Value.text(text.replaceAll("^/+|/+$", "")));
            }
            Value longer = Value.NOTHING;
            for (Atom head : address.atoms()) {
                for (Atom tail : piece.atoms()) {
                    String slash = first ? "" : "/";
                    longer = longer.join(Value.text(Value.of(head).asText().orElse(TextTemplates.OPEN)
                            + slash
                            + Value.of(tail).asText().orElse(TextTemplates.OPEN)));
                }
            }
            address = longer;
            first = false;
        }
        return address;
    }
}
