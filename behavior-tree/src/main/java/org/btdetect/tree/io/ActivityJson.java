package org.btdetect.tree.io;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Activity;
import org.btdetect.tree.Route;

/** An activity as files hold it. */
record ActivityJson(
        String action, Map<String, String> variant, String activity, String method, String path, List<String> aliases) {
    static ActivityJson of(Activity activity) {
        return new ActivityJson(
                activity.name().key(),
                activity.name().variant(),
                activity.kind().id(),
                activity.route().method(),
                activity.route().path(),
                activity.aliases());
    }

    Activity toActivity() throws TreeFormatException {
        if (action.isEmpty()) {
            throw new TreeFormatException("the action has no name");
        }
        ActionName name = new ActionName(action, new TreeMap<>(variant));
        Route route = path.isEmpty() ? Route.NONE : new Route(method, path);
        return new Activity(name, Ids.rootKind(activity), route, aliases);
    }
}
