package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;

/** The immediate parts of the statements that C has. */
final class Substatements {

    private Substatements() {}

    static List<Block> blocks(Statement statement) {
        if (statement instanceof Statement.If branch) {
            return List.of(branch.then(), branch.otherwise());
        }
        if (statement instanceof Statement.While loop) {
            return List.of(loop.body());
        }
        if (statement instanceof Statement.DoWhile loop) {
            return List.of(loop.body());
        }
        if (statement instanceof Statement.For loop) {
            return List.of(loop.initializer(), loop.body());
        }
        if (statement instanceof Statement.MacroBlock loop) {
            return List.of(loop.body());
        }
        if (statement instanceof Statement.Switch choice) {
            return choice.cases().stream().map(Statement.Case::body).toList();
        }
        if (statement instanceof Statement.With with) {
            return List.of(with.body());
        }
        return List.of();
    }

    static List<Expression> expressions(Statement statement) {
        List<Expression> parts = new ArrayList<>();
        if (statement instanceof Statement.ExpressionStatement simple) {
            parts.add(simple.expression());
        } else if (statement instanceof Statement.Assign assign) {
            parts.addAll(assign.targets());
            parts.add(assign.value());
        } else if (statement instanceof Statement.AugmentedAssign assign) {
            parts.add(assign.target());
            parts.add(assign.value());
        } else if (statement instanceof Statement.Declaration declaration) {
            declaration.initializer().ifPresent(parts::add);
        } else if (statement instanceof Statement.If branch) {
            parts.add(branch.test());
        } else if (statement instanceof Statement.While loop) {
            parts.add(loop.test());
        } else if (statement instanceof Statement.DoWhile loop) {
            parts.add(loop.test());
        } else if (statement instanceof Statement.For loop) {
            loop.test().ifPresent(parts::add);
            loop.update().ifPresent(parts::add);
        } else if (statement instanceof Statement.MacroBlock loop) {
            parts.add(loop.header());
        } else if (statement instanceof Statement.Switch choice) {
            parts.add(choice.subject());
            choice.cases().forEach(one -> parts.addAll(one.labels()));
        } else if (statement instanceof Statement.Return exit) {
            exit.value().ifPresent(parts::add);
        }
        return parts;
    }
}
