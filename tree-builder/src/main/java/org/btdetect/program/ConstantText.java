package org.btdetect.program;

/** A literal as source text of its language; text in single quotes for Python, in double quotes else. */
final class ConstantText {

    private ConstantText() {}

    static String of(Language language, Constant constant) {
        boolean python = language == Language.PYTHON;
        if (constant instanceof Constant.Text text) {
            return quoted(text.value(), python ? '\'' : '"');
        }
        if (constant instanceof Constant.Bytes bytes) {
            return python ? "b" + quoted(bytes.value(), '\'') : quoted(bytes.value(), '\'');
        }
        if (constant instanceof Constant.Truth truth) {
            return python ? (truth.value() ? "True" : "False") : String.valueOf(truth.value());
        }
        if (constant instanceof Constant.None) {
            return python ? "None" : language == Language.C ? "NULL" : "null";
        }
        if (constant instanceof Constant.Whole whole) {
            return whole.value().toString();
        }
        if (constant instanceof Constant.Real real) {
            return String.valueOf(real.value());
        }
        return ((Constant.Other) constant).text();
    }

    private static String quoted(String value, char quote) {
        StringBuilder text = new StringBuilder().append(quote);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\0' -> text.append("\\0");
                default -> text.append(c == quote || c == '\\' ? "\\" : "").append(c);
            }
        }
        return text.append(quote).toString();
    }
}
