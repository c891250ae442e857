package org.btdetect.resolve.python;

import java.math.BigInteger;
import java.util.Optional;
import org.btdetect.program.Constant;

/** Reading constants. */
final class Constants {

    private Constants() {}

    static String text(Constant constant) {
        if (constant instanceof Constant.Text text) {
            return text.value();
        }
        if (constant instanceof Constant.Bytes bytes) {
            return "b:" + bytes.value();
        }
        if (constant instanceof Constant.Whole whole) {
            return "#" + whole.value();
        }
        if (constant instanceof Constant.Real real) {
            return "#" + real.value();
        }
        if (constant instanceof Constant.Truth truth) {
            return truth.value() ? "=True" : "=False";
        }
        return constant instanceof Constant.Other other ? "~" + other.text() : "=None";
    }

    static boolean isNone(Atom atom) {
        return atom instanceof Atom.Const constant && constant.value() instanceof Constant.None;
    }

    static Optional<String> string(Atom atom) {
        return atom instanceof Atom.Const constant && constant.value() instanceof Constant.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    static Optional<BigInteger> whole(Constant constant) {
        if (constant instanceof Constant.Whole whole) {
            return Optional.of(whole.value());
        }
        if (constant instanceof Constant.Truth truth) {
            return Optional.of(truth.value() ? BigInteger.ONE : BigInteger.ZERO);
        }
        return Optional.empty();
    }

    /** Whether Python takes the constant for true. */
    static boolean isTrue(Constant constant) {
        if (constant instanceof Constant.Text text) {
            return !text.value().isEmpty();
        }
        if (constant instanceof Constant.Bytes bytes) {
            return !bytes.value().isEmpty();
        }
        if (constant instanceof Constant.Real real) {
            return real.value() != 0;
        }
        return !(constant instanceof Constant.None)
                && whole(constant).map(value -> value.signum() != 0).orElse(true);
    }
}
