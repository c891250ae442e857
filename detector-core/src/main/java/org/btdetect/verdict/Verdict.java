package org.btdetect.verdict;

import java.util.List;
import java.util.Optional;
import org.btdetect.tree.Layer;

/**
 * What the detector says of one activity.
 *
 * @param kind what it holds of it
 * @param level the layer where an unauthorised activity started
 * @param operation what was done, as the highest record names it
 * @param object what it was done to: the instance's UUID, else a domain's name or a path
 * @param from the first record's time in microseconds since 1970
 * @param to the last record's time
 * @param actor who did it, as far as the records tell
 * @param chain the records, from the highest layer to the lowest and by time
 * @param echoes what followed from it, which is not raised again
 * @param missing what is missing
 * @param rejected the explanations that were considered and why they do not hold
 */
public record Verdict(
        VerdictKind kind,
        Optional<Layer> level,
        String operation,
        String object,
        long from,
        long to,
        String actor,
        List<Evidence> chain,
        List<Evidence> echoes,
        MissingLink missing,
        List<Rejection> rejected) {
    public Verdict {
        chain = List.copyOf(chain);
        echoes = List.copyOf(echoes);
        rejected = List.copyOf(rejected);
    }
}
