package org.btdetect.frontend.java;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class or interface.
 *
 * @param file the path relative to the component's root
 * @param name the simple name
 * @param supertypes the simple names of what it extends and implements
 */
public record JavaType(
        String file,
        String name,
        int line,
        boolean isInterface,
        List<String> supertypes,
        List<Annotation> annotations,
        List<Method> methods) {
    /** Copies the lists. */
    public JavaType {
        supertypes = List.copyOf(supertypes);
        annotations = List.copyOf(annotations);
        methods = List.copyOf(methods);
    }

    /**
     * An annotation.
     *
     * @param value its {@code value}: a constant text, or a class literal as the class's simple name; empty without one
     */
    public record Annotation(String name, String value) {}

    /**
     * A method.
     *
     * @param variables local variables with what they are first set to
     * @param calls the calls in its body, outermost first
     * @param returns what it returns, with the label of the {@code case} that it stands in, empty outside of one
     */
    public record Method(
            String name,
            int line,
            boolean isPublic,
            List<String> parameters,
            List<Annotation> annotations,
            Map<String, JavaExpression> variables,
            List<JavaExpression.Call> calls,
            List<Returned> returns) {
        /** Copies the collections. */
        public Method {
            parameters = List.copyOf(parameters);
            annotations = List.copyOf(annotations);
            variables = Map.copyOf(variables);
            calls = List.copyOf(calls);
            returns = List.copyOf(returns);
        }

        /** Returns the value of the annotation of the name. */
        public Optional<String> annotation(String wanted) {
            return value(annotations, wanted);
        }
    }

    /** What a method returns, and the label of the {@code case} where it does. */
    public record Returned(String label, JavaExpression value) {}

    /** Returns the value of the annotation of the name. */
    public Optional<String> annotation(String wanted) {
        return value(annotations, wanted);
    }

    private static Optional<String> value(List<Annotation> annotations, String wanted) {
        return annotations.stream()
                .filter(annotation -> annotation.name().equals(wanted))
                .map(Annotation::value)
                .findFirst();
    }
}
