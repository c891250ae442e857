package org.btdetect.resolve.python;

/** Dotted paths of things outside of the program, kept short so that there are finitely many. */
final class Paths {

    private static final int MOST_SEGMENTS = 8;

    private Paths() {}

    static String member(String path, String name) {
        return segments(path) >= MOST_SEGMENTS ? path : path + "." + name;
    }

    static String result(String path) {
        return path.endsWith("()") || segments(path) >= MOST_SEGMENTS ? path : path + "()";
    }

    private static int segments(String path) {
        int count = 1;
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '.') {
                count++;
            }
        }
        return count;
    }
}
