package org.btdetect.frontend.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.btdetect.grammar.python.PythonParser.*;
import org.btdetect.program.Expression;
import org.btdetect.program.Expression.CollectionKind;
import org.btdetect.program.Expression.SuspensionKind;
import org.jspecify.annotations.Nullable;

/** Lowers expressions above the operators: lists, conditions, lambdas, assignments, yields. */
final class Expressions {
    private final Lowering lowering;

    Expressions(Lowering lowering) {
        this.lowering = lowering;
    }

    /** One expression, or a tuple where there is a comma. */
    Expression expressions(ExpressionsContext context) {
        if (context.getChildCount() == 1) {
            return element(context.element(0));
        }
        List<Expression> elements = new ArrayList<>((context.getChildCount() + 1) / 2);
        for (ParseTree part : context.children) {
            if (part instanceof ElementContext element) {
                elements.add(element(element));
            }
        }
        return tuple(context, elements);
    }

    Expression targets(TargetsContext context) {
        if (context.getChildCount() == 1) {
            return target(context.target(0));
        }
        return tuple(context, context.target().stream().map(this::target).toList());
    }

    private static Expression tuple(ParserRuleContext context, List<Expression> elements) {
        return new Expression.Collection(SourceText.at(context), CollectionKind.TUPLE, elements);
    }

    Expression target(TargetContext context) {
        Expression value = arithmetic(context.arithmetic());
        return context.STAR() == null ? value : new Expression.Starred(SourceText.at(context), value);
    }

    Expression element(ElementContext context) {
        if (context.getChild(0) instanceof NamedExpressionContext named) {
            return named(named);
        }
        return new Expression.Starred(SourceText.at(context), arithmetic(context.arithmetic()));
    }

    Expression named(NamedExpressionContext context) {
        if (context.getChildCount() == 1) {
            return test((TestContext) context.getChild(0));
        }
        return walrus(context.test(0), context.test(1));
    }

    Expression walrus(TestContext target, TestContext value) {
        return new Expression.Assignment(SourceText.at(target), test(target), Optional.empty(), test(value));
    }

    Expression test(TestContext context) {
        ParseTree first = context.getChild(0);
        if (first instanceof TerminalNode) {
            return lowering.functions().lambda(context, context.lambdaParameters(), () -> test(context.test()));
        }
        if (context.getChildCount() == 1) {
            return disjunction((DisjunctionContext) first);
        }
        Expression then = disjunction(context.disjunction(0));
        Expression condition = disjunction(context.disjunction(1));
        return new Expression.Conditional(SourceText.at(context), condition, then, test(context.test()));
    }

    Expression unconditional(UnconditionalContext context) {
        if (context.disjunction() != null) {
            return disjunction(context.disjunction());
        }
        return lowering.functions()
                .lambda(context, context.lambdaParameters(), () -> unconditional(context.unconditional()));
    }

    Expression disjunction(DisjunctionContext context) {
        return Operators.lower(lowering.primaries(), context);
    }

    Expression arithmetic(ArithmeticContext context) {
        return Operators.lower(lowering.primaries(), context);
    }

    Expression yielded(YieldExpressionContext context) {
        lowering.scopes().yields();
        if (context.test() != null) {
            return suspension(context, SuspensionKind.YIELD_FROM, Optional.of(test(context.test())));
        }
        Optional<Expression> operand =
                Optional.ofNullable(context.expressions()).map(this::expressions);
        return suspension(context, SuspensionKind.YIELD, operand);
    }

    private static Expression suspension(
            YieldExpressionContext context, SuspensionKind kind, Optional<Expression> operand) {
        return new Expression.Suspension(SourceText.at(context), kind, operand);
    }

    /** The annotation of a variadic parameter (PEP 646), or a type parameter's default. */
    Expression starOrTest(StarOrTestContext context) {
        Expression value = test(context.test());
        return context.STAR() == null ? value : new Expression.Starred(SourceText.at(context), value);
    }

    Optional<Expression> optional(@Nullable TestContext context) {
        return context == null ? Optional.empty() : Optional.of(test(context));
    }
}
