package org.btdetect.resolve.c;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of the local variables at a point of a function; a point that is never reached is dead. */
final class Environment {

    private Map<String, CValue> values;
    private boolean alive;

    private Environment(Map<String, CValue> values, boolean alive) {
        this.values = values;
        this.alive = alive;
    }

    static Environment empty() {
        return new Environment(new HashMap<>(), true);
    }

    static Environment dead() {
        return new Environment(new HashMap<>(), false);
    }

    Environment copy() {
        return new Environment(new HashMap<>(values), alive);
    }

    boolean isAlive() {
        return alive;
    }

    void kill() {
        alive = false;
        values = new HashMap<>();
    }

    boolean knows(String variable) {
        return values.containsKey(variable);
    }

    CValue get(String variable) {
        return values.getOrDefault(variable, CValue.UNKNOWN);
    }

    void set(String variable, CValue value) {
        if (value.isUnknown()) {
            values.remove(variable);
        } else {
            values.put(variable, value);
        }
    }

    /** What is known of the members of the struct that a variable is or points to. */
    CValue struct(String variable) {
        SortedMap<String, CValue> members = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(variable + ".")) {
                members.put(name.substring(variable.length() + 1), value);
            }
        });
        return members.isEmpty() ? CValue.UNKNOWN : CValue.of(new Atom.Members(members));
    }

    /** Forgets variables and the members that are tracked for them. */
    void forget(Collection<String> variables) {
        for (String variable : variables) {
            forget(variable);
        }
    }

    void forget(String variable) {
        values.remove(variable);
        values.keySet().removeIf(name -> name.startsWith(variable + "."));
    }

    /** Makes this cover another way of reaching the same point. */
    void join(Environment other) {
        if (!other.alive) {
            return;
        }
        if (!alive) {
            alive = true;
            values = new HashMap<>(other.values);
            return;
        }
        values.keySet().retainAll(other.values.keySet());
        values.replaceAll((variable, value) -> value.join(other.get(variable)));
        values.values().removeIf(CValue::isUnknown);
    }
}
