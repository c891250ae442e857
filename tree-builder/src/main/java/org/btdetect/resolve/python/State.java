package org.btdetect.resolve.python;

import java.util.HashMap;
import java.util.Map;

/** The variables of a frame at one point of its execution, and how control left that point if it did. */
final class State {

    /** How control leaves a block before its end. */
    enum Exit {
        NONE,
        RETURN,
        RAISE,
        BREAK,
        CONTINUE
    }

    /** Starts the names under which items stand; no variable has such a name. */
    private static final String ITEM = "@";

    private final Map<String, Value> variables;
    private Exit exit;
    private boolean items;

    private State(Map<String, Value> variables, Exit exit, boolean items) {
        this.variables = variables;
        this.exit = exit;
        this.items = items;
    }

    static State of(Bindings bindings) {
        return new State(new HashMap<>(bindings.asMap()), Exit.NONE, false);
    }

    State copy() {
        return new State(new HashMap<>(variables), exit, items);
    }

    boolean reachable() {
        return exit == Exit.NONE;
    }

    Exit exit() {
        return exit;
    }

    void leave(Exit how) {
        if (reachable()) {
            exit = how;
        }
    }

    /** The same variables, control running on: a handler or a final block after an exit. */
    State revived() {
        return new State(new HashMap<>(variables), Exit.NONE, items);
    }

    Value get(String name) {
        return variables.getOrDefault(name, Value.NOTHING);
    }

    void set(String name, Value value) {
        items |= name.startsWith(ITEM);
        variables.put(name, value);
    }

    /** What an item of an attribute of the object that runs was last set to, if nothing changed it since. */
    Value item(String attribute, String key) {
        return get(ITEM + attribute + ITEM + key);
    }

    void setItem(String attribute, String key, Value value) {
        set(ITEM + attribute + ITEM + key, value);
    }

    void forgetItems(String attribute) {
        if (items) {
            String prefix = ITEM + attribute + ITEM;
            variables.keySet().removeIf(name -> name.startsWith(prefix));
        }
    }

    Map<String, Value> variables() {
        return variables;
    }

    /** What holds where two ways meet; a way that was left does not count. */
    static State join(State one, State other) {
        if (!one.reachable()) {
            return other;
        }
        if (!other.reachable()) {
            return one;
        }
        Map<String, Value> joined = new HashMap<>(one.variables);
        other.variables.forEach((name, value) -> joined.merge(name, value, Value::join));
        joined.keySet()
                .removeIf(name -> name.startsWith(ITEM)
                        && !(one.variables.containsKey(name) && other.variables.containsKey(name)));
        return new State(joined, Exit.NONE, one.items || other.items);
    }

    boolean sameAs(State other) {
        return exit == other.exit && variables.equals(other.variables);
    }
}
