package org.btdetect.tree.client;

import java.util.Comparator;
import java.util.Locale;
import org.btdetect.tree.Place;

/**
 * A word or sentence that stands for an action somewhere.
 *
 * @param action the action's key in the library
 * @param source who uses the word
 * @param text the word
 * @param place where it stands
 */
public record ActionWord(String action, Source source, String text, Place place) implements Comparable<ActionWord> {
    private static final Comparator<ActionWord> ORDER = Comparator.comparing(ActionWord::action)
            .thenComparing(ActionWord::source)
            .thenComparing(ActionWord::text)
            .thenComparing(ActionWord::place);

    /** Who uses a word. */
    public enum Source {
        /** A client's shell. */
        COMMAND,
        /** The service's record of what was done to an instance. */
        INSTANCE_ACTION,
        /** The state that an instance is in while it is being done. */
        TASK_STATE,
        /** The rule that says who may do it. */
        POLICY,
        /** That rule's documentation: a sentence, not a name. */
        DESCRIPTION;

        /** Returns the lower-case, hyphenated text that stands for this source in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public int compareTo(ActionWord other) {
        return ORDER.compare(this, other);
    }
}
