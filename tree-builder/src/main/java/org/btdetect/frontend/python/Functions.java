package org.btdetect.frontend.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.btdetect.grammar.python.PythonParser;
import org.btdetect.grammar.python.PythonParser.*;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Parameter;
import org.btdetect.program.Parameter.Kind;
import org.btdetect.program.Position;
import org.btdetect.program.Statement;
import org.jspecify.annotations.Nullable;

/** Lowers functions and lambdas with their parameters. */
final class Functions {
    private static final String LAMBDA = "<lambda>";

    private final Lowering lowering;

    Functions(Lowering lowering) {
        this.lowering = lowering;
    }

    Statement definition(FunctionDefinitionContext context, List<Expression> decorators, @Nullable Token async) {
        Position at = SourceText.at(async == null ? context.getStart() : async);
        String name = context.NAME().getText();
        String qualifiedName = lowering.scopes().qualify(name);
        Parameters parameters = new Parameters();
        parameters.read(context.parameters());
        Optional<Expression> returns =
                Optional.ofNullable(context.expressions()).map(lowering.expressions()::expressions);
        lowering.scopes().enter(at, name);
        List<Statement> body = new ArrayList<>(parameters.unpacking);
        lowering.compoundStatements().block(context.block(), body);
        boolean generator = lowering.scopes().leave();
        Function function = new Function(
                at, name, qualifiedName, parameters.read, new Block(body), returns, async != null, generator);
        return new Statement.FunctionDefinition(at, function, decorators);
    }

    Expression lambda(ParserRuleContext context, @Nullable LambdaParametersContext list, Supplier<Expression> value) {
        Position at = SourceText.at(context);
        String qualifiedName = lowering.scopes().qualify(LAMBDA);
        Parameters parameters = new Parameters();
        parameters.read(list);
        lowering.scopes().enter(at, LAMBDA);
        List<Statement> body = new ArrayList<>(parameters.unpacking);
        Expression result = value.get();
        body.add(new Statement.Return(result.at(), Optional.of(result)));
        boolean generator = lowering.scopes().leave();
        return new Expression.Lambda(
                at,
                new Function(
                        at,
                        LAMBDA,
                        qualifiedName,
                        parameters.read,
                        new Block(body),
                        Optional.empty(),
                        false,
                        generator));
    }

    /** A parameter list as it is read: kinds depend on the stars and the slash before and after. */
    private final class Parameters {
        private final List<Parameter> read = new ArrayList<>();
        private final List<Statement> unpacking = new ArrayList<>();
        private boolean starred;

        void read(@Nullable ParserRuleContext list) {
            if (list == null) {
                return;
            }
            for (ParseTree part : list.children) {
                if (part instanceof ParserRuleContext parameter) {
                    parameter(parameter);
                }
            }
        }

        private void parameter(ParserRuleContext context) {
            ParseTree first = context.getChild(0);
            Token token = ((TerminalNode) first).getSymbol();
            switch (token.getType()) {
                case PythonParser.STAR -> {
                    starred = true;
                    if (context.getChildCount() > 1) {
                        add(context, 1, Kind.VARIADIC);
                    }
                }
                case PythonParser.POWER -> add(context, 1, Kind.KEYWORDS);
                case PythonParser.SLASH -> read.replaceAll(Functions::positionalOnly);
                case PythonParser.LPAREN -> tuple(context);
                default -> add(context, 0, starred ? Kind.KEYWORD_ONLY : Kind.ORDINARY);
            }
        }

        private void add(ParserRuleContext context, int name, Kind kind) {
            Token token = ((TerminalNode) context.getChild(name)).getSymbol();
            read.add(new Parameter(SourceText.at(token), token.getText(), kind, defaultValue(context), type(context)));
        }

        private Optional<Expression> defaultValue(ParserRuleContext context) {
            int value = context.getChildCount() - 1;
            boolean present = value > 0
                    && context.getChild(value - 1) instanceof TerminalNode before
                    && before.getSymbol().getType() == PythonParser.ASSIGN;
            return present
                    ? Optional.of(lowering.expressions().test((TestContext) context.getChild(value)))
                    : Optional.empty();
        }

        private Optional<Expression> type(ParserRuleContext context) {
            for (int i = 1; i < context.getChildCount(); i++) {
                if (context.getChild(i) instanceof TerminalNode colon
                        && colon.getSymbol().getType() == PythonParser.COLON) {
                    return Optional.of(annotation(context.getChild(i + 1)));
                }
            }
            return Optional.empty();
        }

        private Expression annotation(ParseTree type) {
            return type instanceof StarOrTestContext star
                    ? lowering.expressions().starOrTest(star)
                    : lowering.expressions().test((TestContext) type);
        }

        /** Python 2: {@code def f(a, (b, c)=(1, 2))}. */
        private void tuple(ParserRuleContext context) {
            ParametersContext names = context.getRuleContext(ParametersContext.class, 0);
            Position at = SourceText.at(context);
            String text = "(" + lowering.source().of(names) + ")";
            read.add(new Parameter(at, text, Kind.ORDINARY, defaultValue(context), Optional.empty()));
            Expression target = unpacked(at, names);
            unpacking.add(new Statement.Assign(at, List.of(target), new Expression.Name(at, text)));
        }
    }

    private static Parameter positionalOnly(Parameter parameter) {
        return new Parameter(
                parameter.at(), parameter.name(), Kind.POSITIONAL_ONLY, parameter.defaultValue(), parameter.type());
    }

    private static Expression unpacked(Position at, ParametersContext names) {
        List<Expression> elements = new ArrayList<>();
        for (ParameterContext name : names.parameter()) {
            Position place = SourceText.at(name);
            elements.add(
                    name.parameters() != null
                            ? unpacked(place, name.parameters())
                            : new Expression.Name(place, name.getStart().getText()));
        }
        boolean single = elements.size() == 1 && names.COMMA().isEmpty();
        return single ? elements.get(0) : new Expression.Collection(at, Expression.CollectionKind.TUPLE, elements);
    }
}
