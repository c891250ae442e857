package org.btdetect.associate.python;

import java.util.List;
import org.btdetect.resolve.python.Value;
import org.btdetect.tree.Place;

/**
 * A REST route as the sources declare it.
 *
 * @param controllers the object that serves it first, then those whose actions and extensions it serves too
 * @param handler the name of the controller's method
 * @param declaration where the route stands
 */
public record DeclaredRoute(String method, String path, List<Value> controllers, String handler, Place declaration) {

    public DeclaredRoute {
        controllers = List.copyOf(controllers);
    }

    /** Whether the path is the prefix or stands below it. */
    boolean isUnder(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
