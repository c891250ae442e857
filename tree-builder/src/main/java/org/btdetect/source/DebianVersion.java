package org.btdetect.source;

/**
 * A version of a Debian package, ordered as Debian Policy 5.6.12 says: epoch, upstream version, revision; digits by
 * value, letters before other characters, a tilde before everything, even the end.
 */
record DebianVersion(String text) implements Comparable<DebianVersion> {
    @Override
    public int compareTo(DebianVersion other) {
        int byEpoch = compareParts(epoch(), other.epoch());
        if (byEpoch != 0) {
            return byEpoch;
        }
        int byUpstream = compareParts(upstream(), other.upstream());
        return byUpstream != 0 ? byUpstream : compareParts(revision(), other.revision());
    }

    /** The upstream version, without epoch and revision, such as {@code 26.2.2}. */
    String upstream() {
        String rest = text.substring(text.indexOf(':') + 1);
        int dash = rest.lastIndexOf('-');
        return dash < 0 ? rest : rest.substring(0, dash);
    }

    private String epoch() {
        int colon = text.indexOf(':');
        return colon < 0 ? "0" : text.substring(0, colon);
    }

    private String revision() {
        int dash = text.lastIndexOf('-');
        return dash < 0 ? "" : text.substring(dash + 1);
    }

    private static int compareParts(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() || j < b.length()) {
            while (isOther(a, i) || isOther(b, j)) {
                int difference = weight(a, i) - weight(b, j);
                if (difference != 0) {
                    return difference;
                }
                i++;
                j++;
            }
            int endOfA = endOfDigits(a, i);
            int endOfB = endOfDigits(b, j);
            int difference =
                    compareNumbers(a.substring(Math.min(i, endOfA), endOfA), b.substring(Math.min(j, endOfB), endOfB));
            if (difference != 0) {
                return difference;
            }
            i = endOfA;
            j = endOfB;
        }
        return 0;
    }

    private static boolean isOther(String s, int at) {
        return at < s.length() && !isDigit(s.charAt(at));
    }

    private static int weight(String s, int at) {
        if (at >= s.length() || isDigit(s.charAt(at))) {
            return 0;
        }
        char c = s.charAt(at);
        if (c == '~') {
            return -1;
        }
        return Character.isLetter(c) ? c : c + 256;
    }

    private static int endOfDigits(String s, int from) {
        int end = Math.min(from, s.length());
        while (end < s.length() && isDigit(s.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String a, String b) {
        String left = a.replaceFirst("^0+", "");
        String right = b.replaceFirst("^0+", "");
        return left.length() != right.length() ? left.length() - right.length() : left.compareTo(right);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
