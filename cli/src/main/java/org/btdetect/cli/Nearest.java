package org.btdetect.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a user may have meant. */
final class Nearest {
    private static final int SUGGESTIONS = 5;

    private Nearest() {}

    /** Returns the sentence part {@code , did you mean a, b?}, or the empty text where no name is near. */
    static String hint(String text, Collection<String> names) {
        List<String> near = to(text, names);
        return near.isEmpty() ? "" : ": did you mean " + String.join(", ", near) + "?";
    }

    /** Returns the names that contain the text or differ in few letters, the nearest first. */
    static List<String> to(String text, Collection<String> names) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= Math.max(2, wanted.length() / 3))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(SUGGESTIONS)
                .map(Candidate::name)
                .toList();
    }

    private static int distance(String wanted, String name) {
        return !wanted.isEmpty() && name.contains(wanted) ? 1 : levenshtein(wanted, name);
    }

    /** The number of letters to insert, remove or replace, by the algorithm of Wagner and Fischer. */
    private static int levenshtein(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }

    private record Candidate(String name, int distance) {}
}
