package org.btdetect.resolve.python;

/**
 * Dotted paths of things outside of the program, kept short so that there are few: what a library's call gives is
 * {@code library.function()}, whatever is then called on it gives the same again, and its members are {@code
 * library.function().name}.
 */
final class Paths {

    private static final String RESULT = "()";
    private static final int MOST_SEGMENTS = 8;

    private Paths() {}

    static String member(String path, String name) {
        int result = path.indexOf(RESULT);
        if (result >= 0) {
            return path.substring(0, result) + RESULT + "." + name;
        }
        return segments(path) >= MOST_SEGMENTS ? path : path + "." + name;
    }

    /** @return what an element or another part of the thing at the path is */
    static String part(String path) {
        int result = path.indexOf(RESULT);
        return result >= 0 ? path.substring(0, result) + RESULT : member(path, "[]");
    }

    static String result(String path) {
        int result = path.indexOf(RESULT);
        return result >= 0 ? path.substring(0, result) + RESULT : path + RESULT;
    }

    /** Whether the path is one of a member of what a call gave. */
    static boolean isOfResult(String path) {
        int result = path.indexOf(RESULT);
        return result >= 0 && result + RESULT.length() < path.length();
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
