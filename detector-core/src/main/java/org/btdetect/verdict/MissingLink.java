package org.btdetect.verdict;

import java.util.List;

/**
 * What would have had to be there.
 *
 * @param expected the records of which one would have explained what happened
 * @param searched the sources that were searched for them, with the time that they cover
 * @param counterfactual the sentence that says what record, where and when, would have changed the verdict
 */
public record MissingLink(List<String> expected, List<String> searched, String counterfactual) {
    /** Nothing is missing. */
    public static final MissingLink NONE = new MissingLink(List.of(), List.of(), "");

    public MissingLink {
        expected = List.copyOf(expected);
        searched = List.copyOf(searched);
    }
}
