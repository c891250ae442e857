package org.btdetect.associate.python;

import java.util.Map;
import java.util.Optional;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Value;

/** The configuration ({@code oslo.config}): options that the deployment profile decides have a constant value, all others are open. */
public final class Configuration implements LibraryModel {

    private static final String ROOT = "oslo_config.cfg.CONF.";

    private final Map<String, String> profile;

    /** @param profile option, with its group if it has one ({@code libvirt.virt_type}), to value */
    public Configuration(Map<String, String> profile) {
        this.profile = Map.copyOf(profile);
    }

    @Override
    public Optional<Value> attribute(Interpreter interpreter, Atom target, String name) {
        if (!(target instanceof Atom.External external)) {
            return Optional.empty();
        }
        String path = external.path() + "." + name;
        return path.startsWith(ROOT)
                ? Optional.ofNullable(profile.get(path.substring(ROOT.length())))
                        .map(Configuration::value)
                : Optional.empty();
    }

    private static Value value(String text) {
        return switch (text) {
            case "true" -> Value.TRUE;
            case "false" -> Value.FALSE;
            default -> Value.text(text);
        };
    }
}
