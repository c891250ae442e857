package org.btdetect.frontend.c;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the names that a C file may define by looking at how its lines begin, without tokens.
 *
 * <p>What is at the top level begins in column 1; only such lines are looked at, and the lines of enumerations. More names than
 * are defined may be found, and what is found is verified by reading the file. Names are told by their hash,
 * {@link String#hashCode()}.
 */
final class NameScanner {

    /** What a name may be defined as. */
    enum Kind {
        FUNCTION,
        TYPE,
        CONSTANT,
        GLOBAL,
        /** The name of the type of a variable that has an initialiser. */
        TABLE_TYPE,
        MACRO
    }

    /** How far a parameter list is followed to see whether it belongs to a definition or to a prototype. */
    private static final int LONGEST_HEAD = 4000;

    private static final int STRUCT = hash("struct");
    private static final int UNION = hash("union");
    private static final int ENUM = hash("enum");
    private static final int TYPEDEF = hash("typedef");
    private static final int DEFINE = hash("define");

    private final byte[] text;
    private int[] hashes = new int[64];
    private Kind[] kinds = new Kind[64];
    private int size;
    private boolean enumeration;

    private NameScanner(byte[] text) {
        this.text = text;
    }

    static NameScanner scan(byte[] text) {
        NameScanner scanner = new NameScanner(text);
        int line = 0;
        while (line < text.length) {
            int end = scanner.lineEnd(line);
            scanner.line(line, end);
            line = end + 1;
        }
        return scanner;
    }

    static int hash(String name) {
        return name.hashCode();
    }

    int size() {
        return size;
    }

    int hashAt(int index) {
        return hashes[index];
    }

    Kind kindAt(int index) {
        return kinds[index];
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < text.length && text[i] != '\n') {
            i++;
        }
        return i;
    }

    private void line(int start, int end) {
        if (start == end) {
            return;
        }
        byte first = text[start];
        if (isWord(first)) {
            topLevel(start, end);
        } else if (first == '#') {
            macro(start + 1, end);
        } else if (first == '}') {
            enumeration = false;
            words(start, end, Kind.TYPE);
            words(start, end, Kind.GLOBAL);
        } else if (first == ' ' || first == '\t' || first == '*') {
            indented(skipSpace(start, end), end);
        }
    }

    private void indented(int start, int end) {
        if (start == end) {
            return;
        }
        byte first = text[start];
        if (first == '}') {
            enumeration = false;
        } else if (enumeration) {
            add(hash(start, wordEnd(start, end)), Kind.CONSTANT);
        } else if (first == 'e' || first == 't') {
            enumeration = beginsEnumeration(start, end);
        } else if (first == '*' && start + 1 < end && isWord(text[start + 1])) {
            int stop = wordEnd(start + 1, end);
            if (stop < end && text[stop] == '(') {
                function(hash(start + 1, stop), stop);
            }
        }
    }

    private boolean beginsEnumeration(int start, int end) {
        int stop = wordEnd(start, end);
        int first = hash(start, stop);
        int next = skipSpace(stop, end);
        boolean keyword = first == ENUM || first == TYPEDEF && hash(next, wordEnd(next, end)) == ENUM;
        return keyword && text[end - 1] != ';' && text[end - 1] != ',';
    }

    private static boolean isWord(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private int wordEnd(int start, int end) {
        int i = start;
        while (i < end && isWord(text[i])) {
            i++;
        }
        return i;
    }

    private int hash(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }

    private int skipSpace(int from, int end) {
        int i = from;
        while (i < end && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '\n')) {
            i++;
        }
        return i;
    }

    private void add(int hash, Kind kind) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        hashes[size] = hash;
        kinds[size++] = kind;
    }

    private void macro(int from, int end) {
        int start = skipSpace(from, end);
        int stop = wordEnd(start, end);
        if (hash(start, stop) == DEFINE) {
            int name = skipSpace(stop, end);
            add(hash(name, wordEnd(name, end)), Kind.MACRO);
        }
    }

    private void words(int from, int end, Kind kind) {
        int i = from;
        while (i < end) {
            int stop = wordEnd(i, end);
            if (stop > i) {
                add(hash(i, stop), kind);
            }
            i = stop + 1;
        }
    }

    /** A line in column 1: a type's head, a function's head or a variable. */
    private void topLevel(int start, int end) {
        int first = hash(start, wordEnd(start, end));
        enumeration = beginsEnumeration(start, end);
        boolean type = first == STRUCT || first == UNION || first == ENUM || first == TYPEDEF;
        int previous = 0;
        int i = start;
        while (i < end) {
            byte c = text[i];
            if (isWord(c)) {
                int stop = wordEnd(i, end);
                previous = hash(i, stop);
                i = stop;
                int next = skipSpace(i, text.length);
                if (next < text.length && text[next] == '(') {
                    if (!pointer(next)) {
                        function(previous, next);
                    }
                    if (!type) {
                        i = end;
                    }
                } else if (type) {
                    add(previous, Kind.TYPE);
                    add(previous, Kind.CONSTANT);
                }
            } else if (c == '=' || c == '[' || c == ';') {
                global(start, i, previous);
                return;
            } else {
                i++;
            }
        }
    }

    /** A variable that points to a function, or an array of such: {@code int (*name)(...)}. */
    private boolean pointer(int open) {
        int star = skipSpace(open + 1, text.length);
        if (star >= text.length || text[star] != '*') {
            return false;
        }
        int name = skipSpace(star + 1, text.length);
        int stop = wordEnd(name, text.length);
        if (stop > name) {
            add(hash(name, stop), Kind.GLOBAL);
        }
        return stop > name;
    }

    private void global(int start, int end, int name) {
        add(name, Kind.GLOBAL);
        words(start, end, Kind.TABLE_TYPE);
    }

    /** Adds the name before the parenthesis unless a semicolon follows its partner; goes on to a name behind attributes. */
    private void function(int name, int open) {
        int close = matching(open);
        int next = skipSpace(close + 1, text.length);
        if (next >= text.length || text[next] != ';') {
            add(name, Kind.FUNCTION);
        }
        if (next < text.length && isWord(text[next])) {
            int end = Math.min(lineEnd(next), next + LONGEST_HEAD);
            int again = next;
            while (again < end && text[again] != '(') {
                again++;
            }
            int word = again;
            while (word > next && isWord(text[word - 1])) {
                word--;
            }
            if (again < end && word < again) {
                add(hash(word, again), Kind.FUNCTION);
            }
        }
    }

    private int matching(int open) {
        int depth = 0;
        int limit = Math.min(text.length, open + LONGEST_HEAD);
        for (int i = open; i < limit; i++) {
            if (text[i] == '(') {
                depth++;
            } else if (text[i] == ')' && --depth == 0) {
                return i;
            }
        }
        return limit;
    }

    /** The text of a file's bytes: UTF-8 where it is valid, else one character for each byte. */
    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
