package org.btdetect.associate.client;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.resolve.python.TextTemplates;
import org.btdetect.tree.Activity;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Route;
import org.btdetect.tree.client.ClientRequest;

/** Finds the actions of a library that a request starts: those of its route, and on a route of actions those of its body's key. */
final class RouteTable {

    private final List<Activity> activities;

    RouteTable(LibraryIndex index) {
        activities = index.entries().stream()
                .map(entry -> entry.activity())
                .filter(activity -> activity.kind() == RootKind.REQUEST)
                .toList();
    }

    /** The actions' names, those of variants as the body's word chooses them; empty where no route fits. */
    List<String> actions(ClientRequest request) {
        List<String> found = new ArrayList<>();
        for (Activity activity : activities) {
            if (matches(activity.route(), request.route()) && isMeant(activity, request.key())) {
                found.add(activity.name().toString());
            }
        }
        return found;
    }

    /** Whether the library has trees of the route at all, whatever the body says. */
    boolean knows(Route route) {
        return activities.stream().anyMatch(activity -> matches(activity.route(), route));
    }

    private static boolean isMeant(Activity activity, String key) {
        int dot = key.indexOf('.');
        int equals = key.indexOf('=');
        boolean chosen = dot > 0 && equals > dot;
        String name = chosen ? key.substring(0, dot) : key;
        if (activity.route().path().endsWith("/action")
                && !activity.name().key().equals(name)) {
            return false;
        }
        String field = chosen ? key.substring(dot + 1, equals) : "";
        String word = chosen ? key.substring(equals + 1) : "";
        return activity.name().variant().entrySet().stream()
                .noneMatch(decides ->
                        decides.getKey().equals(field) && !decides.getValue().equals(word));
    }

    private static boolean matches(Route declared, Route sent) {
        String[] pattern = declared.path().split("/", -1);
        String[] parts = sent.path().split("/", -1);
        if (!declared.method().equals(sent.method()) || pattern.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            boolean open = pattern[i].startsWith("{");
            if (!pattern[i].equals(parts[i]) && !(open && parts[i].equals(TextTemplates.OPEN))) {
                return false;
            }
        }
        return true;
    }
}
