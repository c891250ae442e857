package org.btdetect.program;

import java.util.List;

/** Statements in order. */
public record Block(List<Statement> statements) implements Function.Body {

    public static final Block EMPTY = new Block(List.of());

    public Block {
        statements = List.copyOf(statements);
    }

    public boolean isEmpty() {
        return statements.isEmpty();
    }

    @Override
    public Block block() {
        return this;
    }
}
