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
import org.btdetect.program.Argument;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;
import org.btdetect.program.Statement;
import org.btdetect.program.Statement.Handler;
import org.btdetect.program.Statement.Item;
import org.btdetect.program.Statement.MatchCase;
import org.jspecify.annotations.Nullable;

/** Lowers statements that hold blocks, and the blocks. */
final class CompoundStatements {
    /** Consumers walk statements by recursion. */
    private static final int MAX_BRANCHES = 1000;

    private final Lowering lowering;

    CompoundStatements(Lowering lowering) {
        this.lowering = lowering;
    }

    Block module(ModuleContext context) {
        List<Statement> statements = new ArrayList<>();
        for (StatementContext statement : context.statement()) {
            statement(statement, statements);
        }
        return new Block(statements);
    }

    private Block block(BlockContext context) {
        List<Statement> statements = new ArrayList<>();
        block(context, statements);
        return new Block(statements);
    }

    void block(BlockContext context, List<Statement> into) {
        for (ParseTree part : context.children) {
            if (part instanceof StatementContext statement) {
                statement(statement, into);
            } else if (part instanceof SimpleStatementsContext line) {
                simple(line, into);
            }
        }
    }

    private void simple(SimpleStatementsContext context, List<Statement> into) {
        for (ParseTree part : context.children) {
            if (part instanceof SimpleStatementContext statement) {
                if (statement.typeStatement() != null) {
                    typeParameters(statement.typeStatement(), into);
                }
                into.add(lowering.simpleStatements().lower(statement));
            }
        }
    }

    private void statement(StatementContext context, List<Statement> into) {
        ParserRuleContext statement = (ParserRuleContext) context.getChild(0);
        if (statement instanceof SimpleStatementsContext line) {
            simple(line, into);
        } else {
            typeParameters(statement, into);
            into.add(compound(statement));
        }
    }

    /** The model has no type parameters; what their bounds and defaults call is kept before the definition. */
    private void typeParameters(ParserRuleContext definition, List<Statement> into) {
        ParserRuleContext inner = definition;
        while (inner instanceof DecoratedContext || inner instanceof AsyncStatementContext) {
            inner = (ParserRuleContext) inner.getChild(inner.getChildCount() - 1);
        }
        TypeParametersContext parameters = inner.getRuleContext(TypeParametersContext.class, 0);
        if (parameters != null) {
            into.add(lowering.simpleStatements().typeParameters(parameters));
        }
    }

    private Statement compound(ParserRuleContext statement) {
        return switch (statement.getRuleIndex()) {
            case PythonParser.RULE_ifStatement -> branch((IfStatementContext) statement);
            case PythonParser.RULE_whileStatement -> loop((WhileStatementContext) statement);
            case PythonParser.RULE_forStatement -> forEach((ForStatementContext) statement, SourceText.at(statement));
            case PythonParser.RULE_tryStatement -> attempt((TryStatementContext) statement);
            case PythonParser.RULE_withStatement -> with((WithStatementContext) statement, null);
            case PythonParser.RULE_functionDefinition ->
                lowering.functions().definition((FunctionDefinitionContext) statement, List.of(), null);
            case PythonParser.RULE_classDefinition -> classDefinition((ClassDefinitionContext) statement, List.of());
            case PythonParser.RULE_decorated -> decorated((DecoratedContext) statement);
            case PythonParser.RULE_asyncStatement -> async((AsyncStatementContext) statement);
            case PythonParser.RULE_matchStatement -> match((MatchStatementContext) statement);
            default -> throw new IllegalStateException("no compound statement: " + statement.getClass());
        };
    }

    private Statement branch(IfStatementContext context) {
        List<ElifClauseContext> others = context.elifClause();
        if (others.size() > MAX_BRANCHES) {
            throw new SyntaxProblem(SourceText.at(context), "too many branches");
        }
        Expression test = lowering.expressions().named(context.namedExpression());
        Block then = block(context.block());
        List<Expression> tests = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (ElifClauseContext other : others) {
            tests.add(lowering.expressions().named(other.namedExpression()));
            blocks.add(block(other.block()));
        }
        Block otherwise = otherwise(context.elseClause());
        for (int i = others.size() - 1; i >= 0; i--) {
            Position at = SourceText.at(others.get(i));
            otherwise = new Block(List.of(new Statement.If(at, tests.get(i), blocks.get(i), otherwise)));
        }
        return new Statement.If(SourceText.at(context), test, then, otherwise);
    }

    private Block otherwise(@Nullable ElseClauseContext context) {
        return context == null ? Block.EMPTY : block(context.block());
    }

    private Statement loop(WhileStatementContext context) {
        Expression test = lowering.expressions().named(context.namedExpression());
        Block body = block(context.block());
        return new Statement.While(SourceText.at(context), test, body, otherwise(context.elseClause()));
    }

    private Statement forEach(ForStatementContext context, Position at) {
        Expression target = lowering.expressions().targets(context.targets());
        Expression iterable = lowering.expressions().expressions(context.expressions());
        Block body = block(context.block());
        return new Statement.ForEach(at, target, iterable, body, otherwise(context.elseClause()));
    }

    private Statement attempt(TryStatementContext context) {
        Block body = block(context.block());
        List<Handler> handlers =
                context.exceptClause().stream().map(this::handler).toList();
        Block otherwise = otherwise(context.elseClause());
        Block finalBody = context.finallyClause() == null
                ? Block.EMPTY
                : block(context.finallyClause().block());
        return new Statement.Try(SourceText.at(context), body, handlers, otherwise, finalBody);
    }

    /** {@code except E, e} is Python 2's {@code except E as e}; more commas are Python 3.14's tuple without parentheses. */
    private Handler handler(ExceptClauseContext context) {
        List<Expression> operands =
                context.test().stream().map(lowering.expressions()::test).toList();
        Optional<Expression> type = operands.stream().findFirst();
        Optional<Expression> target = operands.size() == 2 ? Optional.of(operands.get(1)) : Optional.empty();
        if (operands.size() > 2) {
            Position at = operands.get(0).at();
            type = Optional.of(new Expression.Collection(at, Expression.CollectionKind.TUPLE, operands));
        }
        return new Handler(SourceText.at(context), type, target, block(context.block()), context.STAR() != null);
    }

    private Statement with(WithStatementContext context, @Nullable Token async) {
        Position at = SourceText.at(async == null ? context.getStart() : async);
        List<Item> items = new ArrayList<>(1);
        for (WithItemContext item : context.withItem()) {
            Expression manager = lowering.expressions().element(item.element());
            items.add(new Item(manager, Optional.ofNullable(item.target()).map(lowering.expressions()::target)));
        }
        return new Statement.With(at, items, block(context.block()), async != null);
    }

    private Statement classDefinition(ClassDefinitionContext context, List<Expression> decorators) {
        Position at = SourceText.at(context);
        String name = context.NAME().getText();
        String qualifiedName = lowering.scopes().qualify(name);
        List<Argument> bases =
                context.arguments() == null ? List.of() : lowering.primaries().arguments(context.arguments());
        lowering.scopes().enter(at, name);
        Block body = block(context.block());
        lowering.scopes().leave();
        return new Statement.ClassDefinition(at, name, qualifiedName, bases, decorators, body);
    }

    private Statement decorated(DecoratedContext context) {
        List<Expression> decorators = context.decorator().stream()
                .map(d -> lowering.expressions().named(d.namedExpression()))
                .toList();
        if (context.classDefinition() != null) {
            return classDefinition(context.classDefinition(), decorators);
        }
        TerminalNode async = context.ASYNC();
        return lowering.functions()
                .definition(context.functionDefinition(), decorators, async == null ? null : async.getSymbol());
    }

    private Statement async(AsyncStatementContext context) {
        Token async = context.getStart();
        if (context.functionDefinition() != null) {
            return lowering.functions().definition(context.functionDefinition(), List.of(), async);
        }
        return context.forStatement() != null
                ? forEach(context.forStatement(), SourceText.at(async))
                : with(context.withStatement(), async);
    }

    private Statement match(MatchStatementContext context) {
        Expression subject = lowering.expressions().expressions(context.expressions());
        List<MatchCase> cases =
                context.caseClause().stream().map(this::caseClause).toList();
        return new Statement.Match(SourceText.at(context), subject, cases);
    }

    private MatchCase caseClause(CaseClauseContext context) {
        Expression pattern = lowering.patterns().patterns(context.patterns());
        Optional<Expression> guard =
                Optional.ofNullable(context.namedExpression()).map(lowering.expressions()::named);
        return new MatchCase(SourceText.at(context), pattern, guard, block(context.block()));
    }
}
