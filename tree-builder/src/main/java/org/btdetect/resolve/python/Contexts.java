package org.btdetect.resolve.python;

import java.util.StringJoiner;
import org.btdetect.program.Constant;
import org.btdetect.program.Parameter;

/** Texts for the arguments that tell an activation from the others of its function. */
final class Contexts {

    private static final int LONGEST = 60;

    private Contexts() {}

    /** Constants only, in the parameters' order: {@code do_cast=True, reason='stop'}. */
    static String text(PyFunction function, Bindings arguments) {
        StringJoiner text = new StringJoiner(", ");
        for (Parameter parameter : function.definition().parameters()) {
            arguments
                    .get(parameter.name())
                    .single(Atom.Const.class)
                    .filter(constant -> !Constants.isNone(constant))
                    .ifPresent(constant -> text.add(parameter.name() + "=" + literal(constant.value())));
        }
        return text.length() > LONGEST ? text.toString().substring(0, LONGEST - 1) + "…" : text.toString();
    }

    private static String literal(Constant constant) {
        if (constant instanceof Constant.Text text) {
            return "'" + text.value().replace('\n', ' ') + "'";
        }
        if (constant instanceof Constant.Truth truth) {
            return truth.value() ? "True" : "False";
        }
        return constant instanceof Constant.Whole whole ? whole.value().toString() : "...";
    }
}
