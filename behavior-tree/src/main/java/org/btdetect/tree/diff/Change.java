package org.btdetect.tree.diff;

import java.util.Comparator;
import java.util.List;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/**
 * One change, however many actions it shows in.
 *
 * @param kind what changed
 * @param layer the layer of the function in which it changed
 * @param function the function in which it changed, the action where there is none
 * @param subject what changed there: a callee, a condition, a name
 * @param detail how it changed, empty where kind and subject say it all
 * @param before where it stood, or where its function did
 * @param after where it stands, or where its function does
 * @param operations the operations that are concerned, sorted, such as {@code libvirt virDomainShutdown}
 * @param actions the actions for which the change is of this kind, sorted
 * @param others further actions that the same edit of the sources shows in, where it is of a less grave kind, sorted
 */
public record Change(
        ChangeKind kind,
        Layer layer,
        String function,
        String subject,
        String detail,
        Place before,
        Place after,
        List<String> operations,
        List<String> actions,
        List<String> others)
        implements Comparable<Change> {
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::kind)
            .thenComparing(Change::layer)
            .thenComparing(Change::function)
            .thenComparing(Change::subject)
            .thenComparing(Change::detail)
            .thenComparing(Change::after)
            .thenComparing(Change::before);

    /** Copies and sorts the lists. */
    public Change {
        operations = operations.stream().distinct().sorted().toList();
        actions = actions.stream().distinct().sorted().toList();
        others = others.stream().distinct().sorted().toList();
    }

    /** Returns how much the change matters. */
    public Severity severity() {
        return kind.severity();
    }

    /** Changes are ordered by their gravity, then from the upper layers down. */
    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }
}
