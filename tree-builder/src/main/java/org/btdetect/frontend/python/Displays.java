package org.btdetect.frontend.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.btdetect.grammar.python.PythonParser.*;
import org.btdetect.program.Expression;
import org.btdetect.program.Expression.Clause;
import org.btdetect.program.Expression.CollectionKind;
import org.btdetect.program.Expression.ComprehensionKind;
import org.btdetect.program.Expression.Entry;
import org.btdetect.program.Position;

/** Lowers what stands in parentheses, brackets and braces. */
final class Displays {
    private final Lowering lowering;

    Displays(Lowering lowering) {
        this.lowering = lowering;
    }

    Expression group(GroupContext context) {
        if (context.yieldExpression() != null) {
            return lowering.expressions().yielded(context.yieldExpression());
        }
        if (Groups.onlyGroups(context)) {
            return lowering.expressions().element(context.element(0));
        }
        Position at = SourceText.at(context);
        if (context.comprehension() != null) {
            return comprehension(at, ComprehensionKind.GENERATOR, context.element(0), context.comprehension());
        }
        return new Expression.Collection(at, CollectionKind.TUPLE, elements(context));
    }

    Expression list(ListDisplayContext context) {
        Position at = SourceText.at(context);
        if (context.listComprehension() == null) {
            return new Expression.Collection(at, CollectionKind.LIST, elements(context));
        }
        List<Clause> clauses = new ArrayList<>(1);
        for (ListClauseContext clause : context.listComprehension().listClause()) {
            clauses.add(clause(clause));
        }
        Expression element = lowering.expressions().element(context.element(0));
        return new Expression.Comprehension(at, ComprehensionKind.LIST, element, Optional.empty(), clauses);
    }

    private List<Expression> elements(ParserRuleContext context) {
        List<Expression> elements = new ArrayList<>(context.getChildCount() / 2);
        for (ParseTree part : context.children) {
            if (part instanceof ElementContext element) {
                elements.add(lowering.expressions().element(element));
            }
        }
        return elements;
    }

    Expression braces(BracesContext context) {
        List<EntryContext> entries = context.entry();
        if (context.comprehension() != null) {
            return bracesComprehension(context, entries.get(0));
        }
        Position at = SourceText.at(context);
        boolean isSet = !entries.isEmpty() && !isMapping(entries.get(0));
        for (EntryContext entry : entries) {
            if (isMapping(entry) == isSet) {
                throw SyntaxProblem.unexpected(entry.getStart());
            }
        }
        if (isSet) {
            List<Expression> elements = entries.stream()
                    .map(e -> lowering.expressions().element(e.element()))
                    .toList();
            return new Expression.Collection(at, CollectionKind.SET, elements);
        }
        return new Expression.Mapping(at, entries.stream().map(this::entry).toList());
    }

    private static boolean isMapping(EntryContext entry) {
        return entry.getChildCount() > 1;
    }

    private Entry entry(EntryContext context) {
        if (context.POWER() != null) {
            return new Entry(Optional.empty(), lowering.expressions().arithmetic(context.arithmetic()));
        }
        Expression key = lowering.expressions().element(context.element());
        return new Entry(Optional.of(key), lowering.expressions().test(context.test()));
    }

    private Expression bracesComprehension(BracesContext context, EntryContext entry) {
        Position at = SourceText.at(context);
        if (!isMapping(entry)) {
            return comprehension(at, ComprehensionKind.SET, entry.element(), context.comprehension());
        }
        if (entry.POWER() != null) {
            throw SyntaxProblem.unexpected(entry.getStart());
        }
        List<Clause> clauses = clauses(context.comprehension());
        Entry lowered = entry(entry);
        return new Expression.Comprehension(
                at, ComprehensionKind.MAPPING, lowered.key().orElseThrow(), Optional.of(lowered.value()), clauses);
    }

    /** The generator that is a call's only argument. */
    Expression generator(TestContext element, ComprehensionContext comprehension) {
        Expression lowered = lowering.expressions().test(element);
        List<Clause> clauses = clauses(comprehension);
        return new Expression.Comprehension(
                SourceText.at(element), ComprehensionKind.GENERATOR, lowered, Optional.empty(), clauses);
    }

    private Expression comprehension(
            Position at, ComprehensionKind kind, ElementContext element, ComprehensionContext comprehension) {
        Expression lowered = lowering.expressions().element(element);
        return new Expression.Comprehension(at, kind, lowered, Optional.empty(), clauses(comprehension));
    }

    private List<Clause> clauses(ComprehensionContext context) {
        List<Clause> clauses = new ArrayList<>(1);
        for (ComprehensionClauseContext clause : context.comprehensionClause()) {
            Expression target = lowering.expressions().targets(clause.targets());
            Expression iterable = lowering.expressions().disjunction(clause.disjunction());
            clauses.add(new Clause(target, iterable, conditions(clause.condition())));
        }
        return clauses;
    }

    private Clause clause(ListClauseContext context) {
        Expression target = lowering.expressions().targets(context.targets());
        List<Expression> iterables = context.unconditional().stream()
                .map(lowering.expressions()::unconditional)
                .toList();
        Position at = SourceText.at(context.unconditional(0));
        Expression iterable = context.COMMA().isEmpty()
                ? iterables.get(0)
                : new Expression.Collection(at, CollectionKind.TUPLE, iterables);
        return new Clause(target, iterable, conditions(context.condition()));
    }

    private List<Expression> conditions(List<ConditionContext> conditions) {
        return conditions.stream()
                .map(c -> lowering.expressions().unconditional(c.unconditional()))
                .toList();
    }

    Expression backquoted(BackquotedContext context) {
        List<Expression> parts =
                context.test().stream().map(lowering.expressions()::test).toList();
        return new Expression.Opaque(SourceText.at(context), lowering.source().of(context), parts);
    }
}
