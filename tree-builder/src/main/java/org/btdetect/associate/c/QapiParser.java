package org.btdetect.associate.c;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parser of QAPI's schema language: objects, arrays, strings in single quotes and truth values in JSON's syntax, with
 * comments from {@code #} to the end of the line (see {@code docs/devel/qapi-code-gen} in QEMU's sources).
 */
final class QapiParser {

    private static final int DEEPEST = 64;

    /** A top-level object and the line that it begins on. */
    record Item(int line, Map<String, Object> members) {
        /** The member's texts; empty where it is no list. */
        List<String> texts(String member) {
            return members.get(member) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        /** The member's text; empty where it is none. */
        String text(String member) {
            return members.get(member) instanceof String text ? text : "";
        }
    }

    private final String file;
    private final String text;
    private int at;
    private int line = 1;

    QapiParser(String file, String text) {
        this.file = file;
        this.text = text;
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        skip();
        while (at < text.length()) {
            int start = line;
            items.add(new Item(start, object(0)));
            skip();
        }
        return items;
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                line += c == '\n' ? 1 : 0;
                at++;
            } else {
                return;
            }
        }
    }

    private QapiSyntaxException error(String message) {
        return new QapiSyntaxException(file, line, message);
    }

    private char peek() {
        skip();
        if (at == text.length()) {
            throw error("the schema ends inside of an expression");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw error("expected " + c + " instead of " + text.charAt(at));
        }
        at++;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            String key = string();
            expect(':');
            members.put(key, value(depth + 1));
            if (peek() != '}') {
                expect(',');
            }
        }
        at++;
        return members;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw error("expressions nest more than " + DEEPEST + " deep");
        }
        char c = peek();
        if (c == '{') {
            return object(depth);
        }
        if (c == '[') {
            return array(depth);
        }
        return c == '\'' ? string() : word();
    }

    private List<Object> array(int depth) {
        List<Object> elements = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            elements.add(value(depth + 1));
            if (peek() != ']') {
                expect(',');
            }
        }
        at++;
        return elements;
    }

    private String string() {
        expect('\'');
        int start = at;
        while (at < text.length() && text.charAt(at) != '\'' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length() || text.charAt(at) != '\'') {
            throw error("a string does not end on its line");
        }
        return text.substring(start, at++);
    }

    private Boolean word() {
        for (String word : List.of("true", "false")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("true");
            }
        }
        throw error("expected a value instead of " + text.charAt(at));
    }
}
