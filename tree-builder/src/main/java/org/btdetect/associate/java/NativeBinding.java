package org.btdetect.associate.java;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.btdetect.frontend.java.JavaExpression;
import org.btdetect.frontend.java.JavaType;
import org.btdetect.tree.client.BindingMethod;

/** The functions that the methods of a binding by JNA call: those that an interface declares which extends {@code Library}. */
final class NativeBinding {

    private static final String NATIVE = "Library";

    private final JavaSources sources;

    NativeBinding(JavaSources sources) {
        this.sources = sources;
    }

    List<BindingMethod> methods() {
        Set<String> functions = new HashSet<>();
        sources.types().stream()
                .filter(NativeBinding::isNative)
                .flatMap(type -> type.methods().stream())
                .forEach(method -> functions.add(method.name()));
        List<BindingMethod> found = new ArrayList<>();
        for (JavaType type : sources.types()) {
            for (JavaType.Method method : type.methods()) {
                List<String> called = method.calls().stream()
                        .map(JavaExpression.Call::name)
                        .filter(functions::contains)
                        .distinct()
                        .toList();
                if (!called.isEmpty() && !isNative(type)) {
                    found.add(new BindingMethod(
                            sources.component(),
                            type.name() + "." + method.name() + "(" + String.join(", ", method.parameters()) + ")",
                            sources.place(type, method.line()),
                            called));
                }
            }
        }
        return found;
    }

    private static boolean isNative(JavaType type) {
        return type.isInterface() && type.supertypes().contains(NATIVE);
    }
}
