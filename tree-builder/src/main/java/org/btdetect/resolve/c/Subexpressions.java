package org.btdetect.resolve.c;

import java.util.function.Consumer;
import org.btdetect.program.Block;
import org.btdetect.program.Children;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;

/** Walks over everything in a piece of C, in source order, outer before inner. */
final class Subexpressions {

    private Subexpressions() {}

    static void of(Block block, Consumer<Statement> statements, Consumer<Expression> expressions) {
        for (Statement statement : block.statements()) {
            of(statement, statements, expressions);
        }
    }

    static void of(Statement statement, Consumer<Statement> statements, Consumer<Expression> expressions) {
        statements.accept(statement);
        for (Expression expression : Substatements.expressions(statement)) {
            of(expression, statements, expressions);
        }
        for (Block block : Substatements.blocks(statement)) {
            of(block, statements, expressions);
        }
    }

    static void of(Expression expression, Consumer<Statement> statements, Consumer<Expression> expressions) {
        expressions.accept(expression);
        if (expression instanceof Expression.StatementExpression compound) {
            of(compound.body(), statements, expressions);
        }
        for (Expression child : Children.of(expression)) {
            of(child, statements, expressions);
        }
    }
}
