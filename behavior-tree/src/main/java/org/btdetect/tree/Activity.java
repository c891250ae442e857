package org.btdetect.tree;

import java.util.List;

/**
 * What a tree is the tree of.
 *
 * @param name the action's name
 * @param kind what starts the activity
 * @param route the route of the request, {@link Route#NONE} where no request starts it
 * @param aliases other names that users and other programs have for it, sorted
 */
public record Activity(ActionName name, RootKind kind, Route route, List<String> aliases)
        implements Comparable<Activity> {
    /** Sorts the aliases. */
    public Activity {
        aliases = aliases.stream().distinct().sorted().toList();
    }

    /** Activities are ordered by their names. */
    @Override
    public int compareTo(Activity other) {
        return name.compareTo(other.name);
    }
}
