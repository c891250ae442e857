package org.btdetect.frontend.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.btdetect.grammar.python.PythonParser;
import org.btdetect.grammar.python.PythonParser.*;
import org.btdetect.program.Argument;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.Expression;
import org.btdetect.program.Expression.CollectionKind;
import org.btdetect.program.Position;
import org.btdetect.program.UnaryOperator;

/** Lowers patterns to the expressions that they resemble: a class pattern to a call, {@code as} to an assignment. */
final class Patterns {
    private final Lowering lowering;

    Patterns(Lowering lowering) {
        this.lowering = lowering;
    }

    Expression patterns(PatternsContext context) {
        if (context.getChildCount() == 1) {
            return pattern(context.pattern(0));
        }
        return new Expression.Collection(SourceText.at(context), CollectionKind.TUPLE, each(context));
    }

    private List<Expression> each(PatternsContext context) {
        return context.pattern().stream().map(this::pattern).toList();
    }

    private Expression pattern(PatternContext context) {
        Position at = SourceText.at(context);
        if (context.STAR() != null) {
            return new Expression.Starred(at, name(context.NAME()));
        }
        Expression pattern = closed(context.closedPattern(0));
        for (ClosedPatternContext next :
                context.closedPattern().subList(1, context.closedPattern().size())) {
            pattern = new Expression.Binary(at, BinaryOperator.BIT_OR, pattern, closed(next));
        }
        return context.AS() == null
                ? pattern
                : new Expression.Assignment(at, name(context.NAME()), Optional.empty(), pattern);
    }

    private Expression closed(ClosedPatternContext context) {
        Position at = SourceText.at(context);
        if (!context.NUMBER().isEmpty()) {
            return number(context);
        }
        if (context.strings() != null) {
            return lowering.strings().lower(context.strings());
        }
        if (context.dottedName() != null) {
            return nameOrClass(context);
        }
        if (context.LBRACE() != null) {
            return new Expression.Mapping(
                    at, context.mappingItem().stream().map(this::entry).toList());
        }
        CollectionKind kind = context.LPAREN() == null ? CollectionKind.LIST : CollectionKind.TUPLE;
        if (context.patterns() == null) {
            return new Expression.Collection(at, kind, List.of());
        }
        boolean groups = kind == CollectionKind.TUPLE && context.patterns().getChildCount() == 1;
        return groups ? patterns(context.patterns()) : new Expression.Collection(at, kind, each(context.patterns()));
    }

    private Expression number(ClosedPatternContext context) {
        Position at = SourceText.at(context);
        Expression value = literal(context.NUMBER(0));
        boolean negative = context.getStart().getType() == PythonParser.MINUS;
        Expression left = negative ? new Expression.Unary(at, UnaryOperator.MINUS, value) : value;
        if (context.NUMBER().size() == 1) {
            return left;
        }
        BinaryOperator operator = context.PLUS() == null ? BinaryOperator.SUBTRACT : BinaryOperator.ADD;
        return new Expression.Binary(at, operator, left, literal(context.NUMBER(1)));
    }

    private static Expression literal(TerminalNode number) {
        return new Expression.Literal(SourceText.at(number.getSymbol()), Literals.number(number.getText()));
    }

    private static Expression name(TerminalNode name) {
        return Primaries.name(SourceText.at(name.getSymbol()), name.getText());
    }

    private Expression nameOrClass(ClosedPatternContext context) {
        Position at = SourceText.at(context);
        List<TerminalNode> names = context.dottedName().NAME();
        Expression target = name(names.get(0));
        for (TerminalNode attribute : names.subList(1, names.size())) {
            target = new Expression.Attribute(at, target, attribute.getText(), false);
        }
        if (context.LPAREN() == null) {
            return target;
        }
        List<Argument> arguments = new ArrayList<>();
        for (ClassArgumentContext argument : context.classArgument()) {
            arguments.add(argument(argument));
        }
        return new Expression.Call(at, target, arguments, context.dottedName().getText());
    }

    private Argument argument(ClassArgumentContext context) {
        return context.ASSIGN() == null
                ? Argument.positional(pattern(context.pattern(0)))
                : Argument.keyword(context.pattern(0).getText(), pattern(context.pattern(1)));
    }

    private Expression.Entry entry(MappingItemContext context) {
        if (context.POWER() != null) {
            return new Expression.Entry(Optional.empty(), name(context.NAME()));
        }
        return new Expression.Entry(Optional.of(closed(context.closedPattern())), pattern(context.pattern()));
    }
}
