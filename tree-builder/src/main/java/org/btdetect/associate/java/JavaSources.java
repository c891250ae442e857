package org.btdetect.associate.java;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.frontend.java.JavaType;
import org.btdetect.tree.Place;

/** The types of a component, by their simple names: the first where several have one. */
public final class JavaSources {

    private final String component;
    private final List<JavaType> types;
    private final Map<String, JavaType> byName = new HashMap<>();

    /** @param types in the order of their files */
    public JavaSources(String component, List<JavaType> types) {
        this.component = component;
        this.types = List.copyOf(types);
        types.forEach(type -> byName.putIfAbsent(type.name(), type));
    }

    String component() {
        return component;
    }

    List<JavaType> types() {
        return types;
    }

    Optional<JavaType> type(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The type that a name means in a file: one of that very file before any other. */
    Optional<JavaType> type(String name, String file) {
        return types.stream()
                .filter(type -> type.name().equals(name) && type.file().equals(file))
                .findFirst()
                .or(() -> type(name));
    }

    Place place(JavaType type, int line) {
        return new Place(component, type.file(), line);
    }
}
