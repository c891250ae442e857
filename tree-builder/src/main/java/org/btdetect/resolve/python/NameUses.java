package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.btdetect.program.Argument;
import org.btdetect.program.Block;
import org.btdetect.program.Children;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Statement;

/** Collects the names that code refers to, nested functions' free names included. */
final class NameUses {

    private NameUses() {}

    static void in(Block block, Set<String> used) {
        for (Statement statement : block.statements()) {
            expressions(statement).forEach(expression -> in(expression, used));
            if (statement instanceof Statement.FunctionDefinition definition) {
                in(definition.function(), used);
            } else if (statement instanceof Statement.ClassDefinition definition) {
                in(definition.body(), used);
            }
            SubBlocks.of(statement).forEach(inner -> in(inner, used));
        }
    }

    private static void in(Function function, Set<String> used) {
        function.parameters().forEach(parameter -> parameter.defaultValue().ifPresent(value -> in(value, used)));
        used.addAll(LocalNames.of(function).free());
    }

    static void in(Expression expression, Set<String> used) {
        if (expression instanceof Expression.Name name) {
            used.add(name.id());
        } else if (expression instanceof Expression.Lambda lambda) {
            in(lambda.function(), used);
        } else {
            Children.of(expression).forEach(child -> in(child, used));
        }
    }

    private static List<Expression> expressions(Statement statement) {
        List<Expression> found = new ArrayList<>();
        if (statement instanceof Statement.ExpressionStatement plain) {
            found.add(plain.expression());
        } else if (statement instanceof Statement.Assign assign) {
            found.addAll(assign.targets());
            found.add(assign.value());
        } else if (statement instanceof Statement.AugmentedAssign assign) {
            found.add(assign.target());
            found.add(assign.value());
        } else if (statement instanceof Statement.AnnotatedAssign assign) {
            found.add(assign.target());
            assign.value().ifPresent(found::add);
        } else if (statement instanceof Statement.Return exit) {
            exit.value().ifPresent(found::add);
        } else if (statement instanceof Statement.Raise raise) {
            raise.exception().ifPresent(found::add);
            raise.cause().ifPresent(found::add);
            found.addAll(raise.operands());
        } else if (statement instanceof Statement.Assert assertion) {
            found.add(assertion.test());
            assertion.message().ifPresent(found::add);
        } else if (statement instanceof Statement.Delete delete) {
            found.addAll(delete.targets());
        } else if (statement instanceof Statement.Print print) {
            found.addAll(print.values());
        } else {
            heads(statement, found);
        }
        return found;
    }

    private static void heads(Statement statement, List<Expression> found) {
        if (statement instanceof Statement.If branch) {
            found.add(branch.test());
        } else if (statement instanceof Statement.While loop) {
            found.add(loop.test());
        } else if (statement instanceof Statement.ForEach loop) {
            found.add(loop.target());
            found.add(loop.iterable());
        } else if (statement instanceof Statement.With with) {
            with.items().forEach(item -> {
                found.add(item.context());
                item.target().ifPresent(found::add);
            });
        } else if (statement instanceof Statement.Try attempt) {
            attempt.handlers().forEach(handler -> handler.type().ifPresent(found::add));
        } else if (statement instanceof Statement.Match match) {
            found.add(match.subject());
            match.cases().forEach(one -> {
                found.add(one.pattern());
                one.guard().ifPresent(found::add);
            });
        } else if (statement instanceof Statement.FunctionDefinition definition) {
            found.addAll(definition.decorators());
        } else if (statement instanceof Statement.ClassDefinition definition) {
            definition.bases().stream().map(Argument::value).forEach(found::add);
            found.addAll(definition.decorators());
        }
    }
}
