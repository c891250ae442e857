package org.btdetect.resolve.c;

import java.util.List;
import java.util.Set;

/**
 * Which names the functions and macros of a program mention: an over-approximation of what each can call.
 *
 * @param symbols the names, which owners refer to by their index
 * @param stores where plain names are assigned to members
 */
public record Mentions(List<String> symbols, List<Owner> functions, List<Owner> macros, Set<Store> stores) {

    /** Mentioned by a macro that uses an argument as the name of a member. */
    static final String SELECTS = "->";

    /**
     * A function or macro.
     *
     * @param names identifiers in it that are not members
     * @param members identifiers in it that are members
     */
    public record Owner(String name, String file, boolean isStatic, int[] names, int[] members) {

        /** The name that tells static functions of different files apart. */
        String key() {
            return isStatic ? name + '@' + file : name;
        }
    }

    /**
     * A plain name that is assigned to a member in a file.
     *
     * @param function the function that does so; empty for an initialiser at file scope
     */
    public record Store(String member, String value, String file, String function) {

        boolean inFunction() {
            return !function.isEmpty();
        }
    }
}
