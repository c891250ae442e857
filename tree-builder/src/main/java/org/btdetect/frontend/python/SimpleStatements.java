package org.btdetect.frontend.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.btdetect.grammar.python.PythonParser;
import org.btdetect.grammar.python.PythonParser.*;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;
import org.btdetect.program.Statement;
import org.btdetect.program.Statement.Alias;
import org.jspecify.annotations.Nullable;

/** Lowers the statements of one line. */
final class SimpleStatements {
    private final Lowering lowering;

    SimpleStatements(Lowering lowering) {
        this.lowering = lowering;
    }

    Statement lower(SimpleStatementContext context) {
        ParserRuleContext statement = (ParserRuleContext) context.getChild(0);
        Position at = SourceText.at(statement);
        return switch (statement.getRuleIndex()) {
            case PythonParser.RULE_expressionStatement -> expression((ExpressionStatementContext) statement);
            case PythonParser.RULE_printStatement -> print((PrintStatementContext) statement);
            case PythonParser.RULE_execStatement -> exec((ExecStatementContext) statement);
            case PythonParser.RULE_assertStatement -> assertion((AssertStatementContext) statement);
            case PythonParser.RULE_deleteStatement -> delete((DeleteStatementContext) statement);
            case PythonParser.RULE_passStatement -> new Statement.Pass(at);
            case PythonParser.RULE_breakStatement -> new Statement.Break(at);
            case PythonParser.RULE_continueStatement -> new Statement.Continue(at);
            case PythonParser.RULE_returnStatement -> returned((ReturnStatementContext) statement);
            case PythonParser.RULE_raiseStatement -> raise((RaiseStatementContext) statement);
            case PythonParser.RULE_globalStatement -> scope((GlobalStatementContext) statement);
            case PythonParser.RULE_importStatement -> imported((ImportStatementContext) statement);
            case PythonParser.RULE_fromStatement -> from((FromStatementContext) statement);
            case PythonParser.RULE_typeStatement -> alias((TypeStatementContext) statement);
            default -> throw new IllegalStateException("no simple statement: " + statement.getClass());
        };
    }

    private Expression value(@Nullable ExpressionsContext list, @Nullable YieldExpressionContext yielded) {
        if (list != null) {
            return lowering.expressions().expressions(list);
        }
        if (yielded != null) {
            return lowering.expressions().yielded(yielded);
        }
        throw new IllegalStateException("neither expressions nor yield");
    }

    private Expression value(AssignedContext context) {
        return value(context.expressions(), context.yieldExpression());
    }

    private Statement expression(ExpressionStatementContext context) {
        Position at = SourceText.at(context);
        Expression first = value(context.expressions(), context.yieldExpression());
        if (context.getChildCount() == 1) {
            return new Statement.ExpressionStatement(at, first);
        }
        if (context.annotation() != null) {
            Expression annotation =
                    lowering.expressions().test(context.annotation().test());
            Optional<Expression> value =
                    Optional.ofNullable(context.annotation().assigned()).map(this::value);
            return new Statement.AnnotatedAssign(at, first, annotation, value);
        }
        if (context.augmentation() != null) {
            return augmented(at, first, context.augmentation());
        }
        List<Expression> targets = new ArrayList<>(1);
        Expression value = first;
        for (AssignedContext assigned : context.assigned()) {
            targets.add(value);
            value = value(assigned);
        }
        return new Statement.Assign(at, targets, value);
    }

    private Statement augmented(Position at, Expression target, AugmentationContext context) {
        String text = context.AUGMENTED().getText();
        BinaryOperator operator = Precedence.binary(text.substring(0, text.length() - 1));
        return new Statement.AugmentedAssign(
                at, target, operator, value(context.expressions(), context.yieldExpression()));
    }

    private Statement print(PrintStatementContext context) {
        List<Expression> values = tests(context.test());
        boolean redirected = context.RSHIFT() != null;
        return new Statement.Print(
                SourceText.at(context),
                redirected ? Optional.of(values.get(0)) : Optional.empty(),
                redirected ? values.subList(1, values.size()) : values);
    }

    private Statement exec(ExecStatementContext context) {
        Expression code = lowering.expressions().arithmetic(context.arithmetic());
        return new Statement.Exec(SourceText.at(context), code, tests(context.test()));
    }

    private List<Expression> tests(List<TestContext> tests) {
        return tests.stream().map(lowering.expressions()::test).toList();
    }

    private Statement assertion(AssertStatementContext context) {
        Expression test = lowering.expressions().test(context.test(0));
        return new Statement.Assert(
                SourceText.at(context), test, lowering.expressions().optional(context.test(1)));
    }

    private Statement delete(DeleteStatementContext context) {
        List<Expression> targets = context.targets().target().stream()
                .map(lowering.expressions()::target)
                .toList();
        return new Statement.Delete(SourceText.at(context), targets);
    }

    private Statement returned(ReturnStatementContext context) {
        Optional<Expression> value =
                Optional.ofNullable(context.expressions()).map(lowering.expressions()::expressions);
        return new Statement.Return(SourceText.at(context), value);
    }

    private Statement raise(RaiseStatementContext context) {
        List<Expression> operands = tests(context.test());
        Optional<Expression> exception = operands.stream().findFirst();
        boolean hasCause = context.FROM() != null;
        Optional<Expression> cause = hasCause ? Optional.of(operands.get(1)) : Optional.empty();
        List<Expression> others = hasCause || operands.isEmpty() ? List.of() : operands.subList(1, operands.size());
        return new Statement.Raise(SourceText.at(context), exception, cause, others);
    }

    private Statement scope(GlobalStatementContext context) {
        List<String> names = context.NAME().stream().map(TerminalNode::getText).toList();
        return new Statement.Scope(SourceText.at(context), names, context.GLOBAL() != null);
    }

    private Statement imported(ImportStatementContext context) {
        List<Alias> aliases = context.importedModule().stream()
                .map(m -> alias(m, m.dottedName().getText(), m.NAME()))
                .toList();
        return new Statement.Import(SourceText.at(context), aliases);
    }

    private static Alias alias(ParserRuleContext context, String name, @Nullable TerminalNode as) {
        return new Alias(SourceText.at(context), name, as == null ? "" : as.getText());
    }

    private Statement from(FromStatementContext context) {
        int level = context.DOT().size() + 3 * context.ELLIPSIS().size();
        String module = context.dottedName() == null ? "" : context.dottedName().getText();
        return new Statement.ImportFrom(SourceText.at(context), level, module, aliases(context));
    }

    private static List<Alias> aliases(FromStatementContext context) {
        if (context.importedNames() == null) {
            Token star = context.STAR().getSymbol();
            return List.of(new Alias(SourceText.at(star), "*", ""));
        }
        List<Alias> aliases = new ArrayList<>();
        for (ParseTree part : context.importedNames().children) {
            if (part instanceof ImportedNameContext name) {
                aliases.add(alias(name, name.NAME(0).getText(), name.NAME(1)));
            }
        }
        return aliases;
    }

    private Statement alias(TypeStatementContext context) {
        Token name = context.NAME().getSymbol();
        Expression target = new Expression.Name(SourceText.at(name), name.getText());
        Expression value = lowering.expressions().test(context.test());
        return new Statement.Assign(SourceText.at(context), List.of(target), value);
    }

    Statement typeParameters(TypeParametersContext context) {
        List<Expression> parts = new ArrayList<>();
        for (TypeParameterContext parameter : context.typeParameter()) {
            lowering.expressions().optional(parameter.test()).ifPresent(parts::add);
            Optional.ofNullable(parameter.starOrTest())
                    .map(lowering.expressions()::starOrTest)
                    .ifPresent(parts::add);
        }
        Position at = SourceText.at(context);
        return new Statement.ExpressionStatement(
                at, new Expression.Opaque(at, lowering.source().of(context), parts));
    }
}
