package org.btdetect.program;

import java.util.List;
import java.util.Optional;

/**
 * A function, method or lambda.
 *
 * @param at where {@code def}, {@code lambda} or the C declarator's name stands; decorators are not counted
 * @param qualifiedName the name with its enclosing classes and functions, {@code ComputeManager.stop_instance.do_stop_instance}
 * @param generator whether the body yields
 */
public record Function(
        Position at,
        String name,
        String qualifiedName,
        List<Parameter> parameters,
        Body body,
        Optional<Expression> returns,
        boolean isAsync,
        boolean generator) {

    public Function {
        parameters = List.copyOf(parameters);
    }

    /** A function's statements, perhaps parsed only when they are asked for; thread-safe, and the same block each time. */
    @FunctionalInterface
    public interface Body {
        Block block();
    }
}
