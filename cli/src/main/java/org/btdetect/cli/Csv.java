package org.btdetect.cli;

/** Fields of comma-separated values (RFC 4180). */
final class Csv {
    private Csv() {}

    static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
