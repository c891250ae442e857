package org.btdetect.frontend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.btdetect.grammar.c.CParser;
import org.btdetect.grammar.c.CSyntaxException;
import org.btdetect.program.Argument;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;
import org.btdetect.program.UnaryOperator;

/** Lowers the parse trees of expressions. */
final class ExpressionLowering {

    private static final Map<String, BinaryOperator> COMPOUND = Map.of(
            "*=", BinaryOperator.MULTIPLY,
            "/=", BinaryOperator.DIVIDE,
            "%=", BinaryOperator.MODULO,
            "+=", BinaryOperator.ADD,
            "-=", BinaryOperator.SUBTRACT,
            "<<=", BinaryOperator.SHIFT_LEFT,
            ">>=", BinaryOperator.SHIFT_RIGHT,
            "&=", BinaryOperator.BIT_AND,
            "^=", BinaryOperator.BIT_XOR,
            "|=", BinaryOperator.BIT_OR);

    /** Operators in a row make a tree as deep, which all who read it descend. */
    private static final int LONGEST_CHAIN = 500;

    private final CText text;
    private final StatementLowering statements;

    ExpressionLowering(CText text, StatementLowering statements) {
        this.text = text;
        this.statements = statements;
    }

    Expression lower(CParser.ExpressionContext tree) {
        checkLength(tree, tree.getChildCount() / 2);
        Expression result = lower(tree.assignmentExpression(0));
        for (int i = 2; i < tree.getChildCount(); i += 2) {
            Expression right = lower((CParser.AssignmentExpressionContext) tree.getChild(i));
            result = new Expression.Binary(result.at(), BinaryOperator.COMMA, result, right);
        }
        return result;
    }

    Expression lower(CParser.AssignmentExpressionContext tree) {
        Expression target = lower(tree.conditionalExpression());
        if (tree.getChildCount() == 1) {
            return target;
        }
        Expression value =
                tree.initializerList() != null ? lower(tree.initializerList()) : lower(tree.assignmentExpression());
        Optional<BinaryOperator> operator =
                Optional.ofNullable(COMPOUND.get(tree.getChild(1).getText()));
        return new Expression.Assignment(target.at(), target, operator, value);
    }

    Expression lower(CParser.ConditionalExpressionContext tree) {
        Expression test = lower(tree.binaryExpression());
        if (tree.getChildCount() == 1) {
            return test;
        }
        Expression then = tree.expression() == null ? test : lower(tree.expression());
        return new Expression.Conditional(test.at(), test, then, lower(tree.conditionalExpression()));
    }

    private Expression lower(CParser.BinaryExpressionContext tree) {
        if (tree.getChildCount() == 1) {
            return lower((CParser.UnaryContext) tree.getChild(0));
        }
        List<Expression> operands = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        for (int i = 0; i < tree.getChildCount(); i += 2) {
            operands.add(lower((CParser.UnaryContext) tree.getChild(i)));
            if (i > 0) {
                operators.add(tree.getChild(i - 1).getText());
            }
        }
        checkLength(
                tree,
                operators.stream().filter(operator -> !isLogical(operator)).count());
        return new Precedence(operands, operators).expression();
    }

    private static boolean isLogical(String operator) {
        return operator.equals("&&") || operator.equals("||");
    }

    private static void checkLength(ParserRuleContext tree, long operators) {
        if (operators > LONGEST_CHAIN) {
            Token start = tree.getStart();
            throw new CSyntaxException(
                    start.getLine(),
                    start.getCharPositionInLine(),
                    "more than " + LONGEST_CHAIN + " operators in a row");
        }
    }

    private Expression lower(CParser.UnaryContext tree) {
        if (tree instanceof CParser.PostfixContext) {
            return postfix((CParser.PostfixContext) tree);
        } else if (tree instanceof CParser.PrefixContext) {
            return prefix((CParser.PrefixContext) tree);
        } else if (tree instanceof CParser.CastContext) {
            return cast((CParser.CastContext) tree);
        } else if (tree instanceof CParser.SizeOfContext) {
            return sizeOf((CParser.SizeOfContext) tree);
        }
        return opaque(tree);
    }

    Expression opaque(ParserRuleContext tree) {
        return new Expression.Opaque(CText.at(tree), text.of(tree), List.of());
    }

    private Expression prefix(CParser.PrefixContext tree) {
        Expression operand = lower(tree.unary());
        String sign = tree.getChild(0).getText();
        if (sign.equals("__extension__")) {
            return operand;
        }
        return new Expression.Unary(CText.at(tree), unary(sign), operand);
    }

    private static UnaryOperator unary(String sign) {
        switch (sign) {
            case "*":
                return UnaryOperator.DEREFERENCE;
            case "&":
                return UnaryOperator.ADDRESS;
            case "+":
                return UnaryOperator.PLUS;
            case "-":
                return UnaryOperator.MINUS;
            case "!":
                return UnaryOperator.NOT;
            case "~":
                return UnaryOperator.INVERT;
            case "++":
                return UnaryOperator.INCREMENT;
            default:
                return UnaryOperator.DECREMENT;
        }
    }

    private Expression cast(CParser.CastContext tree) {
        Expression operand = tree.unary() != null ? lower(tree.unary()) : lower(tree.initializerList());
        Expression cast = new Expression.Cast(CText.at(tree), text.of(tree.typeName()), operand);
        return suffixed(cast, tree.getStart(), tree.suffix());
    }

    private Expression sizeOf(CParser.SizeOfContext tree) {
        List<Expression> parts = tree.unary() == null ? List.of() : List.of(lower(tree.unary()));
        return new Expression.Opaque(CText.at(tree), text.of(tree), parts);
    }

    private Expression postfix(CParser.PostfixContext tree) {
        checkLength(
                tree,
                tree.suffix().stream().filter(suffix -> suffix.STRING() == null).count());
        return suffixed(primary(tree.primary()), tree.getStart(), tree.suffix());
    }

    private Expression primary(CParser.PrimaryContext tree) {
        if (tree.expression() != null) {
            return lower(tree.expression());
        }
        if (tree.compoundStatement() != null) {
            return new Expression.StatementExpression(CText.at(tree), statements.block(tree.compoundStatement()));
        }
        int type = tree.getStart().getType();
        boolean leaf = type == CParser.IDENTIFIER
                || type == CParser.NUMBER
                || type == CParser.CHARACTER
                || type == CParser.STRING;
        return leaf ? leaf(tree.getStart()) : opaque(tree);
    }

    /** Applies what follows an operand; a literal or name that follows begins an operand of its own, of a concatenation. */
    private Expression suffixed(Expression target, Token start, List<CParser.SuffixContext> suffixes) {
        List<Expression> pieces = new ArrayList<>();
        Expression piece = target;
        Token pieceStart = start;
        for (CParser.SuffixContext suffix : suffixes) {
            Optional<Expression> next = juxtaposed(suffix);
            if (next.isPresent()) {
                pieces.add(piece);
                piece = next.get();
                pieceStart = suffix.getStart();
            } else {
                piece = suffix(piece, pieceStart, suffix);
            }
        }
        pieces.add(piece);
        return concatenation(pieces);
    }

    private Optional<Expression> juxtaposed(CParser.SuffixContext suffix) {
        Token token = suffix.getStart();
        switch (token.getType()) {
            case CParser.STRING:
            case CParser.NUMBER:
            case CParser.IDENTIFIER:
                return Optional.of(leaf(token));
            case CParser.HASH:
                return Optional.of(opaque(suffix));
            default:
                return Optional.empty();
        }
    }

    private static Expression leaf(Token token) {
        switch (token.getType()) {
            case CParser.IDENTIFIER:
                return Literals.name(CText.at(token), token.getText());
            case CParser.NUMBER:
                return new Expression.Literal(CText.at(token), Literals.number(token.getText()));
            case CParser.CHARACTER:
                return new Expression.Literal(CText.at(token), Literals.character(token.getText()));
            default:
                return new Expression.Literal(CText.at(token), Literals.string(token.getText()));
        }
    }

    private Expression suffix(Expression target, Token start, CParser.SuffixContext suffix) {
        Position at = CText.at(start);
        Token sign = suffix.getStart();
        switch (sign.getType()) {
            case CParser.LPAREN:
                return new Expression.Call(at, target, arguments(suffix.argumentList()), text.before(start, sign));
            case CParser.LBRACK:
                return new Expression.Subscript(at, target, lower(suffix.expression()));
            case CParser.INCREMENT:
                return new Expression.Unary(at, unary(sign.getText()), target);
            default:
                String name = suffix.getChild(1).getText();
                return new Expression.Attribute(at, target, name, sign.getType() == CParser.ARROW);
        }
    }

    /** Adjacent literals are one text; with a macro between them they are a template. */
    private static Expression concatenation(List<Expression> pieces) {
        List<Expression> parts = new ArrayList<>();
        for (Expression piece : pieces) {
            Optional<String> before = parts.isEmpty() ? Optional.empty() : Literals.text(parts.get(parts.size() - 1));
            Optional<String> text = Literals.text(piece);
            if (before.isPresent() && text.isPresent()) {
                Position at = parts.remove(parts.size() - 1).at();
                parts.add(new Expression.Literal(at, new Constant.Text(before.get() + text.get())));
            } else {
                parts.add(piece);
            }
        }
        return parts.size() == 1
                ? parts.get(0)
                : new Expression.Template(parts.get(0).at(), parts);
    }

    List<Argument> arguments(CParser.ArgumentListContext list) {
        List<Argument> arguments = new ArrayList<>();
        boolean several = list.getChildCount() > 1;
        boolean expected = several;
        for (int i = 0; i < list.getChildCount(); i++) {
            if (list.getChild(i) instanceof TerminalNode) {
                if (expected) {
                    arguments.add(missing(((TerminalNode) list.getChild(i)).getSymbol()));
                }
                expected = true;
            } else {
                arguments.add(Argument.positional(argument((CParser.ArgumentContext) list.getChild(i))));
                expected = false;
            }
        }
        return arguments;
    }

    private static Argument missing(Token before) {
        return Argument.positional(new Expression.Opaque(CText.at(before), "", List.of()));
    }

    private Expression argument(CParser.ArgumentContext tree) {
        if (tree.assignmentExpression() != null) {
            return lower(tree.assignmentExpression());
        } else if (tree.initializerList() != null) {
            return lower(tree.initializerList());
        } else if (!tree.blockItem().isEmpty()) {
            return new Expression.StatementExpression(CText.at(tree), statements.block(tree.blockItem()));
        } else if (tree.typeName() != null) {
            return opaque(tree.typeName());
        }
        return opaque(tree);
    }

    Expression lower(CParser.InitializerContext tree) {
        return tree.initializerList() != null ? lower(tree.initializerList()) : lower(tree.assignmentExpression());
    }

    private Expression lower(CParser.InitializerListContext tree) {
        List<Expression.Element> elements = new ArrayList<>();
        for (CParser.InitializerItemContext item : tree.initializerItem()) {
            elements.add(element(item));
        }
        return new Expression.Initializer(CText.at(tree), elements);
    }

    /** A path of designators {@code .a.b = v} is an initialiser within one. */
    private Expression.Element element(CParser.InitializerItemContext item) {
        Expression.Element element =
                new Expression.Element(Optional.empty(), Optional.empty(), lower(item.initializer()));
        List<CParser.DesignatorContext> path = item.designator();
        for (int i = path.size() - 1; i >= 0; i--) {
            Expression value = i == path.size() - 1
                    ? element.value()
                    : new Expression.Initializer(CText.at(path.get(i + 1)), List.of(element));
            element = designated(path.get(i), value);
        }
        return element;
    }

    private Expression.Element designated(CParser.DesignatorContext designator, Expression value) {
        if (designator.IDENTIFIER() != null) {
            return new Expression.Element(Optional.of(designator.IDENTIFIER().getText()), Optional.empty(), value);
        }
        return new Expression.Element(Optional.empty(), Optional.of(range(designator.conditionalExpression())), value);
    }

    /** One bound as it is, two as a slice. */
    Expression range(List<CParser.ConditionalExpressionContext> bounds) {
        Expression lower = lower(bounds.get(0));
        if (bounds.size() == 1) {
            return lower;
        }
        return new Expression.Slice(
                lower.at(), Optional.of(lower), Optional.of(lower(bounds.get(1))), Optional.empty());
    }
}
