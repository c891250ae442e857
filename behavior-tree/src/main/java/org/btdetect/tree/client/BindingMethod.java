package org.btdetect.tree.client;

import java.util.Comparator;
import java.util.List;
import org.btdetect.tree.Place;

/**
 * A method of a language binding of a lower layer, and the functions that it calls there.
 *
 * @param binding the binding's component
 * @param method the method's qualified name, with the number of parameters where several have the name
 * @param functions the functions of the native library, sorted
 */
public record BindingMethod(String binding, String method, Place place, List<String> functions)
        implements Comparable<BindingMethod> {
    private static final Comparator<BindingMethod> ORDER = Comparator.comparing(BindingMethod::binding)
            .thenComparing(BindingMethod::method)
            .thenComparing(BindingMethod::place);

    /** Sorts the functions. */
    public BindingMethod {
        functions = functions.stream().distinct().sorted().toList();
    }

    @Override
    public int compareTo(BindingMethod other) {
        return ORDER.compare(this, other);
    }
}
