package org.btdetect.grow;

import java.util.List;
import org.btdetect.resolve.c.CValue;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Value;

/** What is known of a Python value, in the terms of C: constants stay, everything else is unknown. */
final class PythonToC {

    private PythonToC() {}

    static List<CValue> arguments(List<Value> values) {
        return values.stream().map(PythonToC::value).toList();
    }

    static CValue value(Value value) {
        CValue result = null;
        for (Atom atom : value.atoms()) {
            if (!(atom instanceof Atom.Const constant)) {
                return CValue.UNKNOWN;
            }
            CValue one = CValue.of(constant.value());
            result = result == null ? one : result.join(one);
        }
        return result == null ? CValue.UNKNOWN : result;
    }
}
