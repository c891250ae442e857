package org.btdetect.frontend.java;

import java.util.List;
import java.util.Optional;

/** An expression of Java, as far as it matters where values come from. */
public sealed interface JavaExpression {

    /** A text that is constant, concatenations folded. */
    record Text(String value) implements JavaExpression {}

    /** A variable or parameter. */
    record Name(String id) implements JavaExpression {}

    /** {@code new T(...)} or {@code T.class}: something of a type. */
    record OfType(String type) implements JavaExpression {}

    /** A call; the receiver is empty for a method of the own object. */
    record Call(Optional<JavaExpression> receiver, String name, List<JavaExpression> arguments, int line)
            implements JavaExpression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Anything else, with the expressions inside of it. */
    record Other(List<JavaExpression> parts) implements JavaExpression {
        public Other {
            parts = List.copyOf(parts);
        }
    }
}
