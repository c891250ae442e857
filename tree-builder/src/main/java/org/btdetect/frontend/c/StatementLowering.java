package org.btdetect.frontend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.btdetect.grammar.c.CParser;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;
import org.btdetect.program.Statement;

/** Lowers the parse trees of statements; control structure is kept as written, jumps and labels included. */
final class StatementLowering {

    private final ExpressionLowering expressions;
    private final DeclarationLowering declarations;

    StatementLowering(CText text) {
        this.expressions = new ExpressionLowering(text, this);
        this.declarations = new DeclarationLowering(text, expressions);
    }

    ExpressionLowering expressions() {
        return expressions;
    }

    DeclarationLowering declarations() {
        return declarations;
    }

    Block block(CParser.CompoundStatementContext tree) {
        return block(tree.blockItem());
    }

    Block block(List<CParser.BlockItemContext> items) {
        List<Statement> result = new ArrayList<>();
        for (CParser.BlockItemContext item : items) {
            lower(item, result);
        }
        return new Block(result);
    }

    private void lower(CParser.BlockItemContext item, List<Statement> result) {
        if (item.declaration() != null) {
            result.addAll(declarations.locals(item.declaration()));
        } else {
            lower(item.statement(), result);
        }
    }

    private Block body(CParser.StatementContext tree) {
        List<Statement> result = new ArrayList<>();
        lower(tree, result);
        return new Block(result);
    }

    private void lower(CParser.StatementContext tree, List<Statement> result) {
        if (tree instanceof CParser.BlockContext) {
            result.addAll(
                    block(((CParser.BlockContext) tree).compoundStatement()).statements());
        } else if (tree instanceof CParser.ExpressionStatementContext) {
            result.add(effect(expressions.lower(((CParser.ExpressionStatementContext) tree).expression())));
        } else if (tree instanceof CParser.MacroStatementContext) {
            result.add(macro(((CParser.MacroStatementContext) tree).macroInvocation()));
        } else if (tree instanceof CParser.MacroBlockContext) {
            CParser.MacroBlockContext macro = (CParser.MacroBlockContext) tree;
            Expression.Call header = call(macro, macro.IDENTIFIER().getText(), macro.argumentList());
            result.add(new Statement.MacroBlock(header.at(), header, body(macro.statement())));
        } else if (!(tree instanceof CParser.EmptyStatementContext)
                && !(tree instanceof CParser.StaticAssertionContext)) {
            result.add(control(tree));
        }
    }

    /** An assignment as a statement of its own; {@code a = b = c} assigns both. */
    private static Statement effect(Expression expression) {
        List<Expression> targets = new ArrayList<>();
        Expression value = expression;
        while (value instanceof Expression.Assignment
                && ((Expression.Assignment) value).operator().isEmpty()) {
            targets.add(((Expression.Assignment) value).target());
            value = ((Expression.Assignment) value).value();
        }
        if (!targets.isEmpty()) {
            return new Statement.Assign(expression.at(), targets, value);
        }
        if (expression instanceof Expression.Assignment) {
            Expression.Assignment update = (Expression.Assignment) expression;
            return new Statement.AugmentedAssign(
                    update.at(), update.target(), update.operator().orElseThrow(), update.value());
        }
        return new Statement.ExpressionStatement(expression.at(), expression);
    }

    private Statement macro(CParser.MacroInvocationContext tree) {
        Position at = CText.at(tree.IDENTIFIER().getSymbol());
        String name = tree.IDENTIFIER().getText();
        Expression expression =
                tree.argumentList() == null ? new Expression.Name(at, name) : call(tree, name, tree.argumentList());
        return new Statement.ExpressionStatement(at, expression);
    }

    private Expression.Call call(ParserRuleContext tree, String name, CParser.ArgumentListContext arguments) {
        Position at = CText.at(tree);
        return new Expression.Call(at, new Expression.Name(at, name), expressions.arguments(arguments), name);
    }

    private Statement control(CParser.StatementContext tree) {
        Position at = CText.at(tree);
        if (tree instanceof CParser.IfStatementContext) {
            CParser.IfStatementContext branch = (CParser.IfStatementContext) tree;
            Block otherwise = branch.ELSE() == null ? Block.EMPTY : body(branch.statement(1));
            return new Statement.If(at, expressions.lower(branch.expression()), body(branch.statement(0)), otherwise);
        } else if (tree instanceof CParser.ReturnStatementContext) {
            CParser.ReturnStatementContext exit = (CParser.ReturnStatementContext) tree;
            return new Statement.Return(
                    at, Optional.ofNullable(exit.expression()).map(expressions::lower));
        } else if (tree instanceof CParser.WhileStatementContext) {
            CParser.WhileStatementContext loop = (CParser.WhileStatementContext) tree;
            return new Statement.While(at, expressions.lower(loop.expression()), body(loop.statement()), Block.EMPTY);
        } else if (tree instanceof CParser.DoStatementContext) {
            CParser.DoStatementContext loop = (CParser.DoStatementContext) tree;
            return new Statement.DoWhile(at, body(loop.statement()), expressions.lower(loop.expression()));
        } else if (tree instanceof CParser.ForStatementContext) {
            return loop(at, (CParser.ForStatementContext) tree);
        } else if (tree instanceof CParser.SwitchStatementContext) {
            return choice(at, (CParser.SwitchStatementContext) tree);
        }
        return jump(at, tree);
    }

    private Statement jump(Position at, CParser.StatementContext tree) {
        if (tree instanceof CParser.JumpStatementContext) {
            boolean leaves = ((CParser.JumpStatementContext) tree).BREAK() != null;
            return leaves ? new Statement.Break(at) : new Statement.Continue(at);
        } else if (tree instanceof CParser.NamedLabelContext) {
            return new Statement.Label(
                    at, ((CParser.NamedLabelContext) tree).LABEL_NAME().getText());
        } else if (tree instanceof CParser.GotoStatementContext
                && ((CParser.GotoStatementContext) tree).IDENTIFIER() != null) {
            return new Statement.Goto(
                    at, ((CParser.GotoStatementContext) tree).IDENTIFIER().getText());
        }
        return new Statement.ExpressionStatement(at, expressions.opaque(tree));
    }

    /** The header's three parts are told apart by the semicolons between them. */
    private Statement loop(Position at, CParser.ForStatementContext tree) {
        List<Statement> first = new ArrayList<>();
        List<Optional<Expression>> parts =
                new ArrayList<>(List.of(Optional.empty(), Optional.empty(), Optional.empty()));
        int part = 0;
        for (int i = 2; i < tree.getChildCount(); i++) {
            if (tree.getChild(i) instanceof CParser.DeclarationContext) {
                first.addAll(declarations.locals((CParser.DeclarationContext) tree.getChild(i)));
                part++;
            } else if (tree.getChild(i) instanceof CParser.ExpressionContext) {
                parts.set(part, Optional.of(expressions.lower((CParser.ExpressionContext) tree.getChild(i))));
            } else if (CText.isToken(tree.getChild(i), CParser.SEMI)) {
                part++;
            }
        }
        parts.get(0).map(StatementLowering::effect).ifPresent(first::add);
        return new Statement.For(at, new Block(first), parts.get(1), parts.get(2), body(tree.statement()));
    }

    private Statement choice(Position at, CParser.SwitchStatementContext tree) {
        CaseCollector cases = new CaseCollector(at);
        if (tree.statement() instanceof CParser.BlockContext) {
            for (CParser.BlockItemContext item : ((CParser.BlockContext) tree.statement())
                    .compoundStatement()
                    .blockItem()) {
                if (item.statement() instanceof CParser.CaseLabelContext) {
                    CParser.CaseLabelContext label = (CParser.CaseLabelContext) item.statement();
                    cases.label(CText.at(label), expressions.range(label.conditionalExpression()));
                } else if (item.statement() instanceof CParser.MacroLabelContext) {
                    CParser.MacroLabelContext label = (CParser.MacroLabelContext) item.statement();
                    cases.label(CText.at(label), call(label, label.IDENTIFIER().getText(), label.argumentList()));
                } else if (item.statement() instanceof CParser.DefaultLabelContext) {
                    cases.byDefault(CText.at(item));
                } else {
                    lower(item, cases.body());
                }
            }
        } else {
            lower(tree.statement(), cases.body());
        }
        return new Statement.Switch(at, expressions.lower(tree.expression()), cases.cases());
    }
}
