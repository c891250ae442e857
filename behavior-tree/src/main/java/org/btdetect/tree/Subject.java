package org.btdetect.tree;

/** What a node stands for, without its position in a tree. */
public sealed interface Subject {
    /** Returns the kind of node that this subject makes. */
    NodeKind kind();

    /** Returns the qualified name, or the text that identifies a subject without a name. */
    String name();

    /** Returns where the subject is defined, or for text without a definition, where it stands. */
    Place place();

    /** Returns what a drawing of the tree calls this subject. */
    default String label() {
        return name();
    }

    /** Returns whether both stand for the same operation, even where the text of one of them stands at another place. */
    default boolean isSameAs(Subject other) {
        return equals(other);
    }

    /** A user's operation, defined where its route is. */
    record Action(String name, Place place) implements Subject {
        @Override
        public NodeKind kind() {
            return NodeKind.ACTION;
        }
    }

    /** A function that is the entry into a layer. */
    record Entry(String name, Place place) implements Subject {
        @Override
        public NodeKind kind() {
            return NodeKind.ENTRY;
        }
    }

    /** An intermediate function. */
    record Call(String name, Place place) implements Subject {
        @Override
        public NodeKind kind() {
            return NodeKind.CALL;
        }
    }

    /**
     * A leaf operation: a monitor command, an executed program, a signal, a file access, a database write, a request to
     * another service, or a library function that the tree does not look into.
     *
     * @param arguments the shape of the arguments, such as {@code convert -f ...}, empty where there are none
     */
    record Boundary(String name, Place place, String arguments) implements Subject {
        @Override
        public NodeKind kind() {
            return NodeKind.BOUNDARY;
        }

        @Override
        public String label() {
            return arguments.isEmpty() ? name : name + " " + arguments;
        }

        @Override
        public boolean isSameAs(Subject other) {
            return other instanceof Boundary boundary
                    && name.equals(boundary.name)
                    && arguments.equals(boundary.arguments);
        }
    }

    /** A control operator, placed where its statement stands. */
    record Control(Operator operator, Place place) implements Subject {
        @Override
        public NodeKind kind() {
            return NodeKind.OPERATOR;
        }

        @Override
        public String name() {
            return operator.id();
        }

        @Override
        public boolean isSameAs(Subject other) {
            return other instanceof Control control && operator == control.operator;
        }
    }

    /**
     * A call that the analysis could not follow.
     *
     * @param name the call's text as written
     * @param reason a short, countable class of reasons, the same for all calls of its kind
     */
    record Unresolved(String name, Place place, String reason) implements Subject {
        @Override
        public NodeKind kind() {
            return NodeKind.UNRESOLVED;
        }
    }

    /**
     * Stands for the subtree of another node of the same tree.
     *
     * @param name the qualified name of that node
     * @param target that node's id
     */
    record Reference(String name, Place place, String target) implements Subject {
        @Override
        public NodeKind kind() {
            return NodeKind.REFERENCE;
        }
    }
}
