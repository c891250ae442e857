package org.btdetect.paper;

import java.util.Locale;
import org.btdetect.tree.Layer;

/** The word for an action, as the paper's keyword library has it: its log lines have words of the same stem. */
final class ActionWord {
    /** As many letters as {@code shutdown} and {@code shutting} have in common. */
    private static final int STEM = 4;

    private final String stem;

    ActionWord(String action) {
        String word = action.toLowerCase(Locale.ROOT).strip();
        stem = word.length() > STEM ? word.substring(0, STEM) : word;
    }

    /** The file hook records protected files only, and names no action: what it records may belong to any. */
    boolean mayCause(PaperRecord record) {
        boolean file = record.layer().compareTo(Layer.QEMU) >= 0;
        return file || hasWord(record.text().toLowerCase(Locale.ROOT));
    }

    private boolean hasWord(String text) {
        for (String word : text.split("[^a-z]+", -1)) {
            if (word.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }
}
