package org.btdetect.keyword;

/** Names of fields from what formats and arguments call them. */
final class Names {
    private static final int LONGEST = 40;

    private Names() {}

    /** Returns the name with what cannot stand in one replaced, or the number where nothing is left. */
    static String of(String text, int number) {
        String name = text.replaceAll("[^A-Za-z0-9_.-]+", "_").replaceAll("^[_.-]+|[_.-]+$", "");
        return name.isEmpty() || name.length() > LONGEST ? String.valueOf(number) : name;
    }
}
