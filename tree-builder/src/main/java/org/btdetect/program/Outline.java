package org.btdetect.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file defines and calls, flat and in the order of the text.
 *
 * <p>Decorators, default values, annotations and base classes stand in the scope around the definition that they belong to, as they are
 * evaluated there; a lambda is no definition, what it calls stands where the lambda does.
 */
public final class Outline {
    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::at)
            .thenComparing(Entry::kind)
            .thenComparing(Entry::text)
            .thenComparing(Entry::name);

    private final List<Entry> entries = new ArrayList<>();
    private String scope = "";

    private Outline() {}

    /** What an entry is. */
    public enum Kind {
        CLASS,
        FUNCTION,
        CALL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A definition or a call.
     *
     * @param name the qualified name of the definition, or of the one that the call stands in; empty at the top of a file
     * @param text a call's callee as written; empty for a definition
     */
    public record Entry(Position at, Kind kind, String name, String text) {}

    public static List<Entry> of(Module module) {
        Outline outline = new Outline();
        outline.block(module.body());
        return outline.sorted();
    }

    public static List<Entry> of(TranslationUnit unit) {
        Outline outline = new Outline();
        unit.globals().forEach(global -> outline.expression(global.initializer()));
        unit.functions().forEach(function -> outline.function(function.function()));
        return outline.sorted();
    }

    private List<Entry> sorted() {
        return entries.stream().sorted(ORDER).toList();
    }

    private void block(Block block) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.FunctionDefinition definition) {
                definition.decorators().forEach(this::expression);
                function(definition.function());
            } else if (statement instanceof Statement.ClassDefinition definition) {
                classDefinition(definition);
            } else {
                StatementParts parts = StatementParts.of(statement);
                parts.expressions().forEach(this::expression);
                parts.blocks().forEach(this::block);
            }
        }
    }

    private void classDefinition(Statement.ClassDefinition definition) {
        definition.decorators().forEach(this::expression);
        definition.bases().forEach(base -> expression(base.value()));
        entries.add(new Entry(definition.at(), Kind.CLASS, definition.qualifiedName(), ""));
        inside(definition.qualifiedName(), definition.body());
    }

    private void function(Function function) {
        signature(function);
        entries.add(new Entry(function.at(), Kind.FUNCTION, function.qualifiedName(), ""));
        inside(function.qualifiedName(), function.body().block());
    }

    private void signature(Function function) {
        for (Parameter parameter : function.parameters()) {
            expression(parameter.defaultValue());
            expression(parameter.type());
        }
        expression(function.returns());
    }

    private void inside(String definition, Block body) {
        String outer = scope;
        scope = definition;
        block(body);
        scope = outer;
    }

    private void expression(Optional<Expression> expression) {
        expression.ifPresent(this::expression);
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.Call call) {
            entries.add(new Entry(call.at(), Kind.CALL, scope, call.calleeText()));
        }
        if (expression instanceof Expression.Lambda lambda) {
            signature(lambda.function());
            block(lambda.function().body().block());
        } else if (expression instanceof Expression.StatementExpression statements) {
            block(statements.body());
        } else {
            Children.of(expression).forEach(this::expression);
        }
    }
}
