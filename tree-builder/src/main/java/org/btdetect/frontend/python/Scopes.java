package org.btdetect.frontend.python;

import java.util.ArrayDeque;
import java.util.Deque;
import org.btdetect.program.Position;

/** The definitions that the lowering is inside of, innermost first. */
final class Scopes {
    /** More than the lexer's bound on indentation allows; lambdas need no indentation. */
    private static final int MAX_DEPTH = 300;

    private final Deque<Scope> scopes = new ArrayDeque<>();

    private static final class Scope {
        private final String qualifiedName;
        private boolean yields;

        private Scope(String qualifiedName) {
            this.qualifiedName = qualifiedName;
        }
    }

    /** The name of a definition of this scope, with the names of the enclosing definitions. */
    String qualify(String name) {
        return scopes.isEmpty() ? name : scopes.element().qualifiedName + "." + name;
    }

    void enter(Position at, String name) {
        if (scopes.size() >= MAX_DEPTH) {
            throw new SyntaxProblem(at, "nested too deeply");
        }
        scopes.push(new Scope(qualify(name)));
    }

    /** Leaves the innermost scope and tells whether it yields. */
    boolean leave() {
        return scopes.pop().yields;
    }

    void yields() {
        if (!scopes.isEmpty()) {
            scopes.element().yields = true;
        }
    }
}
