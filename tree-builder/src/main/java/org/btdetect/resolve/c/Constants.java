package org.btdetect.resolve.c;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.TranslationUnit.EnumConstant;
import org.btdetect.program.TranslationUnit.Macro;
import org.btdetect.program.UnaryOperator;

/** Values of constant expressions: literals, enumerators, and macros that stand for such expressions. */
final class Constants {

    private static final int DEPTH = 24;

    private final CProgram program;
    private final Map<String, CValue> enumerators = new ConcurrentHashMap<>();
    private final Map<Macro, CValue> macros = new ConcurrentHashMap<>();

    Constants(CProgram program) {
        this.program = program;
    }

    static CValue literal(Constant constant) {
        if (constant instanceof Constant.Whole whole) {
            return CValue.number(whole.value().longValue());
        }
        if (constant instanceof Constant.Text text) {
            return CValue.of(new Atom.Text(text.value()));
        }
        if (constant instanceof Constant.Bytes bytes && bytes.value().length() == 1) {
            return CValue.number(bytes.value().charAt(0));
        }
        if (constant instanceof Constant.Truth truth) {
            return CValue.number(truth.value() ? 1 : 0);
        }
        return constant instanceof Constant.None ? CValue.number(0) : CValue.UNKNOWN;
    }

    /** An enumerator or an object-like macro; unknown if the name is neither. */
    CValue named(String name, String file) {
        return named(name, file, DEPTH);
    }

    private CValue named(String name, String file, int depth) {
        if (depth == 0) {
            return CValue.UNKNOWN;
        }
        CValue known = enumerators.get(name);
        if (known != null) {
            return known;
        }
        Optional<EnumConstant> enumerator = program.enumConstant(name);
        if (enumerator.isPresent()) {
            return enumerator(enumerator.get());
        }
        Optional<Macro> macro =
                program.macro(name, file).filter(m -> m.parameters().isEmpty());
        return macro.map(m -> macro(m, file, depth)).orElse(CValue.UNKNOWN);
    }

    /** Walks back to the last enumerator with an explicit value, so that long enumerations need no recursion. */
    private CValue enumerator(EnumConstant constant) {
        long offset = 0;
        EnumConstant base = constant;
        while (base.value().isEmpty() && base.previous().isPresent()) {
            Optional<EnumConstant> before = program.enumConstant(base.previous().get());
            if (before.isEmpty()) {
                return CValue.UNKNOWN;
            }
            offset++;
            base = before.get();
        }
        long steps = offset;
        CValue first =
                base.value().isEmpty() ? CValue.number(0) : of(base.value().get(), "", DEPTH - 1);
        CValue value = first.combine(CValue.number(steps), Long::sum);
        enumerators.put(constant.name(), value);
        return value;
    }

    private CValue macro(Macro macro, String file, int depth) {
        CValue known = macros.get(macro);
        if (known == null) {
            String body = macro.body().strip();
            known = body.isEmpty() || body.length() > 400
                    ? CValue.UNKNOWN
                    : program.expression(body, macro.at().line())
                            .map(expression -> of(expression, file, depth - 1))
                            .orElse(CValue.UNKNOWN);
            macros.put(macro, known);
        }
        return known;
    }

    private CValue of(Expression expression, String file, int depth) {
        if (depth == 0) {
            return CValue.UNKNOWN;
        }
        if (expression instanceof Expression.Literal literal) {
            return literal(literal.value());
        }
        if (expression instanceof Expression.Name name) {
            return named(name.id(), file, depth - 1);
        }
        if (expression instanceof Expression.Cast cast) {
            return of(cast.operand(), file, depth - 1);
        }
        if (expression instanceof Expression.Binary binary) {
            return Arithmetic.constant(
                    binary.operator(), of(binary.left(), file, depth - 1), of(binary.right(), file, depth - 1));
        }
        if (expression instanceof Expression.Unary unary) {
            CValue operand = of(unary.operand(), file, depth - 1);
            return unary.operator() == UnaryOperator.MINUS
                    ? Arithmetic.negate(operand)
                    : unary.operator() == UnaryOperator.INVERT ? Arithmetic.invert(operand) : CValue.UNKNOWN;
        }
        if (expression instanceof Expression.Template template) {
            return text(template, file, depth - 1);
        }
        return CValue.UNKNOWN;
    }

    /** String literals with macros between them; unknown unless every macro is a string. */
    CValue text(Expression.Template template, String file) {
        return text(template, file, DEPTH);
    }

    private CValue text(Expression.Template template, String file, int depth) {
        StringBuilder text = new StringBuilder();
        for (Expression part : template.parts()) {
            CValue value = of(part, file, depth);
            if (value.atoms().size() != 1 || !(value.atoms().get(0) instanceof Atom.Text one)) {
                return CValue.UNKNOWN;
            }
            text.append(one.value());
        }
        return CValue.of(new Atom.Text(text.toString()));
    }
}
