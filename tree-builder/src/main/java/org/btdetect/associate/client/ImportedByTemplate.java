package org.btdetect.associate.client;

import java.util.Optional;
import java.util.regex.Pattern;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.TextTemplates;
import org.btdetect.resolve.python.Value;

/** A class that is imported by a name of which the version is not known: each class of the program that the name fits. */
final class ImportedByTemplate implements LibraryModel {

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        Optional<String> name = call.arguments().first().asText().filter(text -> text.contains(TextTemplates.OPEN));
        boolean imports = call.path().contains("importutils.") && call.name().equals("import_class");
        return imports ? name.map(template -> Outcome.of(classes(call, template))) : Optional.empty();
    }

    private static Value classes(ExternalCall call, String template) {
        int dot = template.lastIndexOf('.');
        String type = template.substring(dot + 1);
        String[] parts = template.substring(0, Math.max(dot, 0)).split(Pattern.quote(TextTemplates.OPEN), -1);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            pattern.append(i == 0 ? "" : "\\w+").append(Pattern.quote(parts[i]));
        }
        Value found = Value.NOTHING;
        for (String module : call.interpreter().source().modulesDefining(type)) {
            if (module.matches(pattern.toString())) {
                found = found.join(call.interpreter()
                        .pyClass(module, type)
                        .map(known -> Value.of(new Atom.ClassRef(known)))
                        .orElse(Value.NOTHING));
            }
        }
        return found.isNothing() ? Value.UNKNOWN : found;
    }
}
