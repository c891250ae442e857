package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps the sets of atoms small: many constants become plain data, many atoms of one kind become one that covers them all
 * (dictionaries key by key, tuples element by element, objects of one class by the arguments of their construction).
 */
final class Collapse {

    private static final int MOST_EXTERNALS = 4;
    private static final String ANY_LIBRARY = "external";

    private Collapse() {}

    static void ofConstants(List<Atom> atoms) {
        if (atoms.size() <= Value.MOST_CONSTANTS) {
            return;
        }
        long constants = atoms.stream().filter(Atom.Const.class::isInstance).count();
        if (constants > Value.MOST_CONSTANTS) {
            atoms.removeIf(Atom.Const.class::isInstance);
            if (atoms.stream().noneMatch(Atom.Data.class::isInstance)) {
                atoms.add(new Atom.Data());
            }
        }
    }

    static void ofKinds(List<Atom> atoms) {
        if (isMixed(atoms)) {
            return;
        }
        Map<Object, List<Atom>> kinds = new LinkedHashMap<>();
        for (Atom atom : atoms) {
            kinds.computeIfAbsent(kind(atom), key -> new ArrayList<>()).add(atom);
        }
        kinds.forEach((kind, members) -> {
            int most = kind.equals(ANY_LIBRARY) ? MOST_EXTERNALS : Value.MOST_OF_ONE_KIND;
            if (members.size() > most) {
                atoms.removeAll(members);
                atoms.add(merged(members));
            }
        });
    }

    /** Whether no class of atoms has so many members that some may have to be merged. */
    private static boolean isMixed(List<Atom> atoms) {
        int instances = 0;
        int tuples = 0;
        int externals = 0;
        int dictionaries = 0;
        int elements = 0;
        for (Atom atom : atoms) {
            instances += atom instanceof Atom.Instance ? 1 : 0;
            tuples += atom instanceof Atom.Tuple ? 1 : 0;
            externals += atom instanceof Atom.External ? 1 : 0;
            dictionaries += atom instanceof Atom.Dictionary ? 1 : 0;
            elements += atom instanceof Atom.Elements ? 1 : 0;
        }
        int most = Math.max(Math.max(Math.max(instances, tuples), Math.max(externals, dictionaries)), elements);
        return most <= Math.min(MOST_EXTERNALS, Value.MOST_OF_ONE_KIND);
    }

    /** Atoms of equal kinds can stand for each other; every other atom is its own kind. */
    private static Object kind(Atom atom) {
        if (atom instanceof Atom.Instance instance) {
            return instance.type();
        }
        if (atom instanceof Atom.Tuple tuple) {
            return tuple.elements().size();
        }
        if (atom instanceof Atom.External) {
            return ANY_LIBRARY;
        }
        boolean alike = atom instanceof Atom.Dictionary || atom instanceof Atom.Elements;
        return alike ? atom.getClass() : atom;
    }

    private static Atom merged(List<Atom> members) {
        Atom first = members.get(0);
        if (first instanceof Atom.Dictionary) {
            return dictionary(members.stream().map(Atom.Dictionary.class::cast).toList());
        }
        if (first instanceof Atom.Elements) {
            return new Atom.Elements(members.stream()
                    .map(atom -> ((Atom.Elements) atom).element())
                    .reduce(Value.NOTHING, Value::join));
        }
        if (first instanceof Atom.Tuple) {
            return tuple(members.stream().map(Atom.Tuple.class::cast).toList());
        }
        if (first instanceof Atom.Instance) {
            return instance(members.stream().map(Atom.Instance.class::cast).toList());
        }
        return new Atom.External(ANY_LIBRARY);
    }

    /** A key that not every dictionary has may be missing: what it holds counts among the values of other keys. */
    private static Atom dictionary(List<Atom.Dictionary> members) {
        Set<String> common = new TreeSet<>(members.get(0).known().asMap().keySet());
        members.forEach(member -> common.retainAll(member.known().asMap().keySet()));
        Map<String, Value> known = new TreeMap<>();
        Value rest = Value.NOTHING;
        for (Atom.Dictionary member : members) {
            rest = rest.join(member.rest());
            for (Map.Entry<String, Value> entry : member.known().asMap().entrySet()) {
                if (common.contains(entry.getKey())) {
                    known.merge(entry.getKey(), entry.getValue(), Value::join);
                } else {
                    rest = rest.join(entry.getValue());
                }
            }
        }
        return new Atom.Dictionary(Bindings.of(known), rest);
    }

    private static Atom tuple(List<Atom.Tuple> members) {
        List<Value> elements = new ArrayList<>(members.get(0).elements());
        for (Atom.Tuple member : members) {
            for (int i = 0; i < elements.size(); i++) {
                elements.set(i, elements.get(i).join(member.elements().get(i)));
            }
        }
        return new Atom.Tuple(elements);
    }

    /** Where not every construction gives an argument, nothing is known of it. */
    private static Atom instance(List<Atom.Instance> members) {
        Map<String, Value> construction = new TreeMap<>();
        for (Atom.Instance member : members) {
            member.construction().asMap().keySet().forEach(name -> construction.put(name, Value.NOTHING));
        }
        for (Atom.Instance member : members) {
            construction.replaceAll((name, value) -> {
                Value given = member.construction().get(name);
                return value.join(given.isNothing() ? Value.UNKNOWN : given);
            });
        }
        return new Atom.Instance(members.get(0).type(), Bindings.of(construction));
    }
}
