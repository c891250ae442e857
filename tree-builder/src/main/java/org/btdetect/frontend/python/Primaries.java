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
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;

/** Lowers atoms and what follows them: attributes, calls, subscripts. */
final class Primaries {
    /** Consumers walk expressions by recursion. */
    private static final int MAX_TRAILERS = 1000;

    private final Lowering lowering;

    Primaries(Lowering lowering) {
        this.lowering = lowering;
    }

    Expression primary(PrimaryContext context) {
        List<ParseTree> parts = context.children;
        Expression target = atom(parts.get(0));
        if (parts.size() == 1) {
            return target;
        }
        if (parts.size() > 3 * MAX_TRAILERS) {
            throw new SyntaxProblem(SourceText.at(context), "expression nested too deeply");
        }
        Position at = SourceText.at(context);
        int next = 1;
        while (next < parts.size()) {
            int type = symbol(parts.get(next)).getType();
            if (type == PythonParser.DOT) {
                target = new Expression.Attribute(
                        at, target, symbol(parts.get(next + 1)).getText(), false);
                next += 2;
            } else if (type == PythonParser.LBRACKET) {
                target = new Expression.Subscript(at, target, subscripts((SubscriptsContext) parts.get(next + 1)));
                next += 3;
            } else {
                boolean empty = parts.get(next + 1) instanceof TerminalNode;
                List<Argument> arguments = empty ? List.of() : arguments((ArgumentsContext) parts.get(next + 1));
                target = new Expression.Call(at, target, arguments, calleeText(context, next));
                next += empty ? 2 : 3;
            }
        }
        return target;
    }

    /** The callee as written; of a callee in parentheses, what stands in them, as in CPython's positions. */
    private String calleeText(PrimaryContext context, int parenthesis) {
        if (parenthesis == 1 && context.getChild(0) instanceof GroupContext group) {
            return lowering.source().of(Groups.unwrap(group));
        }
        return lowering.source().between(context.getStart(), lastToken(context.getChild(parenthesis - 1)));
    }

    private static Token lastToken(ParseTree part) {
        return part instanceof TerminalNode terminal ? terminal.getSymbol() : ((ParserRuleContext) part).getStop();
    }

    private static Token symbol(ParseTree part) {
        return ((TerminalNode) part).getSymbol();
    }

    private Expression atom(ParseTree part) {
        if (part instanceof TerminalNode terminal) {
            return terminal(terminal.getSymbol());
        }
        if (part instanceof StringsContext strings) {
            return lowering.strings().lower(strings);
        }
        if (part instanceof GroupContext group) {
            return lowering.displays().group(group);
        }
        if (part instanceof ListDisplayContext list) {
            return lowering.displays().list(list);
        }
        if (part instanceof BracesContext braces) {
            return lowering.displays().braces(braces);
        }
        return lowering.displays().backquoted((BackquotedContext) part);
    }

    private static Expression terminal(Token token) {
        Position at = SourceText.at(token);
        String text = token.getText();
        return switch (token.getType()) {
            case PythonParser.NUMBER -> new Expression.Literal(at, Literals.number(text));
            case PythonParser.ELLIPSIS -> new Expression.Literal(at, new Constant.Other(text));
            default -> name(at, text);
        };
    }

    static Expression name(Position at, String id) {
        return switch (id) {
            case "None" -> new Expression.Literal(at, new Constant.None());
            case "True" -> new Expression.Literal(at, new Constant.Truth(true));
            case "False" -> new Expression.Literal(at, new Constant.Truth(false));
            default -> new Expression.Name(at, id);
        };
    }

    List<Argument> arguments(ArgumentsContext context) {
        List<Argument> arguments = new ArrayList<>((context.getChildCount() + 1) / 2);
        for (ParseTree part : context.children) {
            if (part instanceof ArgumentContext argument) {
                arguments.add(argument(argument));
            }
        }
        return arguments;
    }

    private Argument argument(ArgumentContext context) {
        Expressions expressions = lowering.expressions();
        if (context.STAR() != null || context.POWER() != null) {
            Argument.Kind kind = context.STAR() != null ? Argument.Kind.UNPACKED : Argument.Kind.UNPACKED_MAPPING;
            return new Argument(kind, "", expressions.test(context.test(0)));
        }
        if (context.getChildCount() == 1) {
            return Argument.positional(expressions.test(context.test(0)));
        }
        if (context.comprehension() != null) {
            return Argument.positional(lowering.displays().generator(context.test(0), context.comprehension()));
        }
        if (context.ASSIGN() != null) {
            return Argument.keyword(context.test(0).getText(), expressions.test(context.test(1)));
        }
        return Argument.positional(expressions.walrus(context.test(0), context.test(1)));
    }

    private Expression subscripts(SubscriptsContext context) {
        List<Expression> indices = new ArrayList<>(1);
        for (ParseTree part : context.children) {
            if (part instanceof SubscriptContext subscript) {
                indices.add(subscript(subscript));
            }
        }
        boolean single = context.getChildCount() == 1;
        return single
                ? indices.get(0)
                : new Expression.Collection(SourceText.at(context), Expression.CollectionKind.TUPLE, indices);
    }

    private Expression subscript(SubscriptContext context) {
        Optional<Expression> lower = Optional.ofNullable(context.element()).map(lowering.expressions()::element);
        if (context.slice() == null) {
            return lower.orElseThrow();
        }
        List<Optional<Expression>> bounds = new ArrayList<>(List.of(lower, Optional.empty(), Optional.empty()));
        int bound = 0;
        for (ParseTree part : context.slice().children) {
            if (part instanceof TestContext test) {
                bounds.set(bound, Optional.of(lowering.expressions().test(test)));
            } else {
                bound++;
            }
        }
        return new Expression.Slice(SourceText.at(context), bounds.get(0), bounds.get(1), bounds.get(2));
    }
}
