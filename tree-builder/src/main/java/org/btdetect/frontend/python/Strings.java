package org.btdetect.frontend.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.btdetect.grammar.python.PythonParser;
import org.btdetect.grammar.python.PythonParser.FieldContext;
import org.btdetect.grammar.python.PythonParser.FstringContext;
import org.btdetect.grammar.python.PythonParser.StringsContext;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;

/** Lowers adjacent string literals to one constant, or to a template where there is an f-string with fields. */
final class Strings {
    private final Lowering lowering;

    Strings(Lowering lowering) {
        this.lowering = lowering;
    }

    Expression lower(StringsContext context) {
        if (context.getChildCount() == 1 && context.getChild(0) instanceof TerminalNode only) {
            return new Expression.Literal(SourceText.at(context), Literals.string(only.getText()));
        }
        Parts parts = new Parts();
        for (ParseTree child : context.children) {
            if (child instanceof FstringContext fstring) {
                fstring(fstring, parts);
            } else {
                parts.add(((TerminalNode) child).getSymbol());
            }
        }
        return parts.expression(SourceText.at(context));
    }

    private void fstring(FstringContext context, Parts parts) {
        boolean raw = context.FSTRING_START().getText().toLowerCase(Locale.ROOT).contains("r");
        for (ParseTree child : context.children) {
            if (child instanceof FieldContext field) {
                field(field, parts);
            } else if (((TerminalNode) child).getSymbol().getType() == PythonParser.FSTRING_TEXT) {
                parts.addFormatted(((TerminalNode) child).getSymbol(), raw);
            }
        }
    }

    private void field(FieldContext context, Parts parts) {
        if (context.ASSIGN() != null) {
            Token begin = context.getStart();
            String shown = lowering.source().between(begin, context.ASSIGN().getSymbol());
            parts.addText(SourceText.at(begin), shown.substring(1));
        }
        Expression value = value(context);
        List<Expression> nested = new ArrayList<>();
        nested.add(value);
        for (FieldContext inner : context.field()) {
            nested.add(new Expression.Opaque(
                    SourceText.at(inner), lowering.source().of(inner), inner(inner)));
        }
        parts.addField(
                nested.size() == 1
                        ? value
                        : new Expression.Opaque(
                                SourceText.at(context), lowering.source().of(context), nested));
    }

    private List<Expression> inner(FieldContext context) {
        List<Expression> parts = new ArrayList<>();
        parts.add(value(context));
        for (FieldContext inner : context.field()) {
            parts.addAll(inner(inner));
        }
        return parts;
    }

    private Expression value(FieldContext context) {
        return context.yieldExpression() != null
                ? lowering.expressions().yielded(context.yieldExpression())
                : lowering.expressions().expressions(context.expressions());
    }

    /** Puts neighbouring pieces of text together. */
    private static final class Parts {
        private final List<Expression> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Position textAt = new Position(1, 1);
        private boolean bytes;

        void add(Token string) {
            Constant constant = Literals.string(string.getText());
            if (constant instanceof Constant.Bytes b) {
                bytes = true;
                addText(SourceText.at(string), b.value());
            } else if (constant instanceof Constant.Text t) {
                addText(SourceText.at(string), t.value());
            }
        }

        void addFormatted(Token token, boolean raw) {
            String plain = token.getText().replace("{{", "{").replace("}}", "}");
            addText(SourceText.at(token), raw ? plain : Escapes.resolve(plain, false));
        }

        void addText(Position at, String piece) {
            if (text.isEmpty()) {
                textAt = at;
            }
            text.append(piece);
        }

        void addField(Expression value) {
            flush();
            parts.add(value);
        }

        private void flush() {
            if (!text.isEmpty()) {
                parts.add(new Expression.Literal(textAt, new Constant.Text(text.toString())));
                text.setLength(0);
            }
        }

        Expression expression(Position at) {
            if (parts.isEmpty()) {
                String value = text.toString();
                return new Expression.Literal(at, bytes ? new Constant.Bytes(value) : new Constant.Text(value));
            }
            flush();
            return new Expression.Template(at, parts);
        }
    }
}
