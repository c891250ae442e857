package org.btdetect.resolve.python;

import java.util.Optional;
import org.btdetect.summary.Link;

/**
 * Knows what a library outside of the program does with what it is given. A model is general to its library; it names
 * nothing of a release or an operation. Models are asked in order, the first that answers decides.
 */
public interface LibraryModel {

    /**
     * A call that leaves the program.
     *
     * @param path the callee's dotted path, or {@code kind.method} for a method of a modelled object
     * @param receiver the object whose method is called, if it is one
     */
    record ExternalCall(Interpreter interpreter, String path, Optional<Atom> receiver, Arguments arguments, Link link) {

        /** @return the last name of the path */
        public String name() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        public boolean isOf(String library) {
            return path.startsWith(library)
                    && (path.length() == library.length() || path.charAt(library.length()) == '.');
        }
    }

    default Optional<Outcome> call(ExternalCall call) {
        return Optional.empty();
    }

    /** An attribute that the program does not define itself: of a modelled object, an instance, a module. */
    default Optional<Value> attribute(Interpreter interpreter, Atom target, String name) {
        return Optional.empty();
    }

    /** Whether a context manager raises again, at its end, the exception that is being handled. */
    default boolean reraises(Atom manager) {
        return false;
    }

    /** Whether a function that raises the object tells its caller in this way that all is done, and not that something failed. */
    default boolean isCompletion(Atom exception) {
        return false;
    }

    /** Whether objects of the class have been made by a name that the configuration gives. */
    default boolean loads(PyClass type) {
        return false;
    }

    /** Whether a class's objects differ only by data that the library keeps: such an object is known by its class alone. */
    default boolean isKnownByClass(String externalBase) {
        return false;
    }

    /**
     * What a name of a module stands for where the program carries a library's code itself, as it did before the library was one:
     * the library's function or class, not what the module defines.
     */
    default Optional<Value> carried(PyModule module, String name) {
        return Optional.empty();
    }

    /** Whether a process has one object of the class: such an object is known by its class alone. */
    default boolean isSingle(PyClass type) {
        return false;
    }

    /** What iterating over a library's or an instance's object gives. */
    default Optional<Value> element(Interpreter interpreter, Atom target) {
        return Optional.empty();
    }

    /** What a library's object holds under an index or key. */
    default Optional<Value> item(Interpreter interpreter, Atom target, Value index) {
        return Optional.empty();
    }

    /** Hears that a library's object is given something to hold under an index or key. */
    default void stored(Atom target, Value index, Value value) {}
}
