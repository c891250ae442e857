package org.btdetect.resolve.python;

import java.util.List;

/** How a class's attribute is bound when it is read through an instance or through the class. */
final class Descriptors {

    static final String PROPERTY = "property";
    static final String STATIC_METHOD = "staticmethod";
    static final String CLASS_METHOD = "classmethod";

    private Descriptors() {}

    static Atom onInstance(Atom attribute, Atom receiver, PyClass definedIn) {
        if (isFunction(attribute)) {
            return new Atom.Method(receiver, attribute, definedIn);
        }
        if (attribute instanceof Atom.Modeled modeled) {
            if (modeled.kind().equals(STATIC_METHOD)) {
                return wrapped(modeled);
            }
            if (modeled.kind().equals(CLASS_METHOD)) {
                return new Atom.Method(classOf(receiver), wrapped(modeled), definedIn);
            }
            if (modeled.kind().equals(ContextManagers.FACTORY) || modeled.kind().equals(ContextManagers.REMOTABLE)) {
                return new Atom.Method(receiver, modeled, definedIn);
            }
        }
        return attribute;
    }

    static Atom onClass(Atom attribute, Atom.ClassRef type, PyClass definedIn) {
        if (attribute instanceof Atom.Modeled modeled) {
            if (modeled.kind().equals(STATIC_METHOD)) {
                return wrapped(modeled);
            }
            if (modeled.kind().equals(CLASS_METHOD)) {
                return new Atom.Method(type, wrapped(modeled), definedIn);
            }
        }
        return attribute;
    }

    static Value getter(Atom.Modeled property, Atom receiver, PyClass definedIn) {
        return bound(property.part(0), receiver, definedIn);
    }

    static Value setter(Atom.Modeled property, Atom receiver, PyClass definedIn) {
        return bound(property.part(1), receiver, definedIn);
    }

    private static Value bound(Value functions, Atom receiver, PyClass definedIn) {
        Value bound = Value.NOTHING;
        for (Atom function : functions.atoms()) {
            bound = bound.join(Value.of(new Atom.Method(receiver, function, definedIn)));
        }
        return bound;
    }

    /** What {@code @property.setter}, {@code getter} or {@code deleter} makes of a property. */
    static Value accessor(Atom.Modeled property, String accessor, Value function) {
        return Value.of(
                switch (accessor) {
                    case "setter" -> new Atom.Modeled(PROPERTY, List.of(property.part(0), function));
                    case "getter" -> new Atom.Modeled(PROPERTY, List.of(function, property.part(1)));
                    default -> property;
                });
    }

    private static boolean isFunction(Atom atom) {
        return atom instanceof Atom.Closure || atom instanceof Atom.Decorated;
    }

    private static Atom wrapped(Atom.Modeled modeled) {
        return modeled.part(0).atoms().isEmpty()
                ? new Atom.Unknown()
                : modeled.part(0).atoms().get(0);
    }

    private static Atom classOf(Atom receiver) {
        return receiver instanceof Atom.Instance instance ? new Atom.ClassRef(instance.type()) : receiver;
    }
}
