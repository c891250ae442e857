package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.btdetect.program.Argument;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.ExpressionText;
import org.btdetect.program.Language;
import org.btdetect.program.TranslationUnit.Macro;
import org.btdetect.program.UnaryOperator;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Behavior.Branch;
import org.btdetect.summary.Link;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.EdgeKind;

/**
 * Finds what a call calls: a boundary, a library model, a function in scope, a macro's body, a function that a variable, a
 * parameter or a member holds, or something outside of the sources.
 */
final class Calls {

    private static final int NESTED_MACROS = 24;
    private static final int LONGEST_VALUE_MACRO = 200;

    private static final Pattern NUMBER = Pattern.compile("((unsigned|signed|int|long|short|char|size_t|bool)\\s*)+");

    private final Interpreter interpreter;

    Calls(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    CValue evaluate(Expression.Call call, Evaluation at) {
        Expression callee = bare(call.callee());
        if (!(callee instanceof Expression.Name name) || isPointer(name.id(), at)) {
            return throughPointer(call, callee, at);
        }
        if (at.frame.isObserved() && interpreter.records.writes(name.id())) {
            at.effects.add(new Behavior.Recorded(at.frame.place(call.at())));
        }
        Optional<CBoundary> boundary = interpreter.boundary(name.id());
        if (boundary.isPresent()) {
            return cross(boundary.get(), name.id(), call, at);
        }
        Optional<LibraryModels.Model> model = LibraryModels.function(name.id());
        if (model.isPresent()) {
            return library(model.get(), call, name.id(), at);
        }
        if (LibraryModels.isIdentity(name.id()) && call.arguments().size() == 1) {
            Expression argument = call.arguments().get(0).value();
            boolean address = argument instanceof Expression.Unary unary && unary.operator() == UnaryOperator.ADDRESS;
            return at.of(address ? ((Expression.Unary) argument).operand() : argument);
        }
        List<Definition> definitions = interpreter.program.functions(name.id(), at.frame.definition.file());
        if (!definitions.isEmpty()) {
            boolean matters = false;
            for (Definition definition : definitions) {
                matters |= interpreter.matters(definition) || interpreter.returnValues.isTelling(definition);
            }
            List<CValue> values = matters ? arguments(call, at) : effects(call, at);
            return invoke(call, definitions, EdgeKind.DIRECT, values, at);
        }
        return notAFunction(call, name, at);
    }

    /** A local variable that may hold a function; one of a number type may have the name of a function that it hides from us. */
    private static boolean isPointer(String name, Evaluation at) {
        String type = at.frame.types.get(name);
        return type != null && !NUMBER.matcher(type).matches();
    }

    private CValue notAFunction(Expression.Call call, Expression.Name name, Evaluation at) {
        String file = at.frame.definition.file();
        Optional<Macro> macro = interpreter.program.macro(name.id(), file);
        if (macro.isPresent() && macro.get().parameters().isPresent()) {
            return macro(macro.get(), call, at);
        }
        if (macro.isPresent() && at.frame.expanding.size() < NESTED_MACROS && at.frame.expanding.add(name.id())) {
            Optional<Expression> body =
                    interpreter.program.expression(macro.get().body(), call.at().line());
            CValue value = body.isPresent()
                    ? evaluate(new Expression.Call(call.at(), body.get(), call.arguments(), call.calleeText()), at)
                    : external(call, name.id(), at);
            at.frame.expanding.remove(name.id());
            return value;
        }
        if (interpreter.program.variable(name.id(), file).isPresent()) {
            return throughPointer(call, name, at);
        }
        return external(call, name.id(), at);
    }

    private static Expression bare(Expression callee) {
        if (callee instanceof Expression.Unary unary && unary.operator() == UnaryOperator.DEREFERENCE) {
            return bare(unary.operand());
        }
        return callee instanceof Expression.Cast cast ? bare(cast.operand()) : callee;
    }

    private static List<CValue> arguments(Expression.Call call, Evaluation at) {
        List<CValue> values = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            values.add(at.of(argument.value()));
        }
        return values;
    }

    /** Evaluates arguments for what evaluating them does, and for the functions among them. */
    private List<CValue> effects(Expression.Call call, Evaluation at) {
        List<CValue> values = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            Expression value = argument.value();
            boolean plain = value instanceof Expression.Literal
                    || value instanceof Expression.Template
                    || value instanceof Expression.Attribute attribute && attribute.target() instanceof Expression.Name
                    || value instanceof Expression.Name name
                            && !at.frame.types.containsKey(name.id())
                            && !interpreter.matters(name.id(), at.frame.definition.file());
            values.add(plain ? CValue.UNKNOWN : at.of(value));
        }
        return values;
    }

    private Link link(EdgeKind kind, Expression.Call call, Evaluation at, Certainty certainty) {
        return new Link(kind, at.frame.place(call.at()), call.calleeText(), certainty);
    }

    private CValue cross(CBoundary boundary, String name, Expression.Call call, Evaluation at) {
        List<CValue> values = arguments(call, at);
        List<String> texts = call.arguments().stream()
                .map(argument -> ExpressionText.bounded(Language.C, argument.value()))
                .toList();
        CBoundary.Crossing crossing = boundary.cross(new CCall(name, values, texts, at.frame.place(call.at())));
        record(call, interpreter.program.functions(name, at.frame.definition.file()), EdgeKind.DIRECT, at);
        at.effects.add(crossing.behavior());
        return crossing.value();
    }

    private CValue invoke(
            Expression.Call call, List<Definition> candidates, EdgeKind kind, List<CValue> values, Evaluation at) {
        record(call, candidates, kind, at);
        boolean functions =
                values.stream().flatMap(value -> value.atoms().stream()).anyMatch(interpreter::matters);
        List<Definition> entered = candidates.stream()
                .filter(one -> functions || interpreter.matters(one))
                .toList();
        Certainty certainty = entered.size() > 1 ? Certainty.AMBIGUOUS : Certainty.EXACT;
        if (at.frame.isObserved()) {
            List<Branch> branches = new ArrayList<>();
            for (Definition definition : entered) {
                branches.add(new Branch(
                        "",
                        new Behavior.Invocation(
                                link(kind, call, at, certainty),
                                interpreter.activation(definition, values),
                                Optional.empty())));
            }
            at.effects.add(branches.isEmpty() ? left(candidates) : Behavior.choice(branches));
        }
        return candidates.stream()
                .map(definition -> interpreter.returnValues.of(definition, values, at.frame.depth))
                .reduce(CValue::join)
                .orElse(CValue.UNKNOWN);
    }

    /** The records that functions leave which are not entered. */
    private Behavior left(List<Definition> candidates) {
        return Behavior.sequence(candidates.stream()
                .flatMap(definition -> interpreter.records.within(definition.name()).stream())
                .<Behavior>map(place -> new Behavior.Recorded(place))
                .toList());
    }

    private void record(Expression.Call call, List<Definition> callees, EdgeKind kind, Evaluation at) {
        if (at.frame.isObserved()) {
            for (Definition callee : callees) {
                interpreter.recorder.resolved(at.frame.definition, call.at().line(), callee, kind);
            }
        }
    }

    private CValue throughPointer(Expression.Call call, Expression callee, Evaluation at) {
        Collection<Atom.Code> codes = new TreeSet<>();
        EdgeKind kind = EdgeKind.FUNCTION_VALUE;
        boolean none = false;
        if (callee instanceof Expression.Attribute attribute) {
            CValue tracked = at.of(attribute);
            tracked.atoms().stream()
                    .filter(Atom.Code.class::isInstance)
                    .map(Atom.Code.class::cast)
                    .forEach(codes::add);
            if (codes.isEmpty()) {
                Evaluation quiet = new Evaluation(interpreter, at.frame, at.environment, new ArrayList<>());
                String type = interpreter.expressionTypes.of(attribute.target(), at.frame);
                codes.addAll(interpreter.members.functions(quiet.of(attribute.target()), type, attribute.name()));
            }
            kind = EdgeKind.OPS_TABLE;
        } else {
            CValue value = at.of(callee);
            value.atoms().stream()
                    .filter(Atom.Code.class::isInstance)
                    .map(Atom.Code.class::cast)
                    .forEach(codes::add);
            none = value.truth() == Truth.FALSE;
            if (codes.isEmpty() && !none && callee instanceof Expression.Name name) {
                codes.addAll(interpreter.members.passed(at.frame.definition, name.id()));
            }
        }
        List<CValue> values = arguments(call, at);
        List<Definition> definitions = new ArrayList<>();
        codes.forEach(code -> definitions.addAll(interpreter.program.functions(code.name(), code.file())));
        if (definitions.isEmpty() && !none) {
            if (codes.isEmpty()) {
                unresolved(call, callee, at);
            } else if (at.frame.isObserved()) {
                codes.forEach(code -> interpreter.recorder.external(
                        at.frame.definition, call.at().line(), code.name()));
            }
            return CValue.UNKNOWN;
        }
        return definitions.isEmpty() ? CValue.UNKNOWN : invoke(call, definitions, kind, values, at);
    }

    private void unresolved(Expression.Call call, Expression callee, Evaluation at) {
        String reason = callee instanceof Expression.Attribute attribute
                ? "no function is known to be stored in "
                        + TypeNames.base(interpreter.expressionTypes.of(attribute.target(), at.frame))
                        + "." + attribute.name()
                : "no function is known to be the value of " + ExpressionText.bounded(Language.C, callee);
        unresolved(call, at, reason);
    }

    private void unresolved(Expression.Call call, Evaluation at, String reason) {
        if (at.frame.isObserved()) {
            Link link = link(EdgeKind.FUNCTION_VALUE, call, at, Certainty.AMBIGUOUS);
            interpreter.recorder.unresolved(at.frame.definition, link.evidence(), link.callText(), reason);
            at.effects.add(new Behavior.Unresolved(link, reason));
        }
    }

    /** A function of a library; functions that it is given may be called any number of times. */
    private CValue external(Expression.Call call, String name, Evaluation at) {
        boolean compares = LibraryModels.comparesTexts(name) && call.arguments().size() == 2;
        List<CValue> values = compares ? arguments(call, at) : effects(call, at);
        if (at.frame.isObserved()) {
            interpreter.recorder.external(at.frame.definition, call.at().line(), name);
            for (CValue value : values) {
                at.effects.add(Behavior.loop("", handedOver(value, EdgeKind.FUNCTION_VALUE, call, at), false));
            }
        }
        return compares
                ? Arithmetic.difference(values.get(0), values.get(1))
                : interpreter.facts.result(name).orElse(CValue.UNKNOWN);
    }

    private CValue library(LibraryModels.Model model, Expression.Call call, String name, Evaluation at) {
        List<CValue> values = arguments(call, at);
        if (!at.frame.isObserved()) {
            return CValue.UNKNOWN;
        }
        interpreter.recorder.external(at.frame.definition, call.at().line(), name);
        CValue function = model.argument() < values.size() ? values.get(model.argument()) : CValue.UNKNOWN;
        switch (model.use()) {
            case THREAD -> {
                if (function.atoms().stream().noneMatch(Atom.Code.class::isInstance)) {
                    unresolved(call, at, "the function that the thread runs is not known");
                }
                at.effects.add(Behavior.detached(handedOver(function, EdgeKind.THREAD, call, at)));
            }
            case POOL -> at.effects.add(Behavior.detached(pooled(call, at)));
            case ONCE -> at.effects.add(handedOver(function, EdgeKind.LIBRARY_MODEL, call, at));
            case REGISTERS -> {}
        }
        return CValue.UNKNOWN;
    }

    /** The job is handed to the function that the pool was made with, by what is known of the job's members. */
    private Behavior pooled(Expression.Call call, Evaluation at) {
        if (!(call.arguments().get(0).value() instanceof Expression.Attribute pool)) {
            return Behavior.NOTHING;
        }
        String type = interpreter.expressionTypes.of(pool.target(), at.frame);
        SortedSet<Atom> functions = new TreeSet<>(interpreter.members.functions(CValue.UNKNOWN, type, pool.name()));
        if (functions.isEmpty()) {
            unresolved(call, at, "the function that the pool runs is not known");
            return Behavior.NOTHING;
        }
        Expression job = call.arguments().get(call.arguments().size() - 1).value();
        List<CValue> arguments =
                job instanceof Expression.Name name ? List.of(at.environment.struct(name.id())) : List.of();
        return handedOver(CValue.of(functions), EdgeKind.THREAD, call, arguments, at);
    }

    private Behavior handedOver(CValue function, EdgeKind kind, Expression.Call call, Evaluation at) {
        return handedOver(function, kind, call, List.of(), at);
    }

    private Behavior handedOver(
            CValue function, EdgeKind kind, Expression.Call call, List<CValue> arguments, Evaluation at) {
        List<Branch> branches = new ArrayList<>();
        for (Atom atom : function.atoms()) {
            if (atom instanceof Atom.Code code) {
                for (Definition definition : interpreter.program.functions(code.name(), code.file())) {
                    interpreter.recorder.resolved(at.frame.definition, call.at().line(), definition, kind);
                    if (interpreter.matters(definition)) {
                        Link link = link(kind, call, at, Certainty.EXACT);
                        branches.add(new Branch(
                                "",
                                new Behavior.Invocation(
                                        link, interpreter.activation(definition, arguments), Optional.empty())));
                    }
                }
            }
        }
        return branches.isEmpty() ? Behavior.NOTHING : Behavior.choice(branches);
    }

    private CValue macro(Macro macro, Expression.Call call, Evaluation at) {
        if (mattersAsMacro(macro.name(), call, at.frame)) {
            return expand(macro, call, at);
        }
        boolean known = false;
        for (CValue value : effects(call, at)) {
            known |= !value.isUnknown();
        }
        boolean valued = known
                && macro.body().length() <= LONGEST_VALUE_MACRO
                && macro.body().indexOf(';') < 0
                && macro.body().indexOf('{') < 0;
        if (!valued) {
            return CValue.UNKNOWN;
        }
        Evaluation aside = new Evaluation(interpreter, at.frame, at.environment.copy(), new ArrayList<>());
        return at.frame.quietly(() -> expand(macro, call, aside));
    }

    private CValue expand(Macro macro, Expression.Call call, Evaluation at) {
        if (at.frame.expanding.contains(macro.name())) {
            return CValue.UNKNOWN;
        }
        String text = MacroExpansion.of(macro, call);
        Optional<Expression> expression =
                interpreter.program.expression(text, call.at().line());
        if (expression.isPresent()) {
            return insideMacro(call, at.frame, () -> at.of(expression.get()));
        }
        Optional<Block> block = interpreter.program.statements(text, call.at().line());
        if (block.isPresent()) {
            return insideMacro(call, at.frame, () -> at.of(new Expression.StatementExpression(call.at(), block.get())));
        }
        if (interpreter.leads(macro.name(), at.frame.definition.file())) {
            unresolved(call, at, "the macro's expansion does not parse");
        }
        return CValue.UNKNOWN;
    }

    /** What a statement that is a use of a macro stands for; absent where it is no macro or cannot matter. */
    Optional<Block> expandStatement(Expression.Call call, Frame frame) {
        if (!(call.callee() instanceof Expression.Name name)
                || frame.types.containsKey(name.id())
                || interpreter.boundary(name.id()).isPresent()
                || !interpreter
                        .program
                        .functions(name.id(), frame.definition.file())
                        .isEmpty()) {
            return Optional.empty();
        }
        return interpreter
                .program
                .macro(name.id(), frame.definition.file())
                .filter(macro -> macro.parameters().isPresent() && mattersAsMacro(name.id(), call, frame))
                .flatMap(macro -> interpreter.program.statements(
                        MacroExpansion.of(macro, call) + ";", call.at().line()));
    }

    private boolean mattersAsMacro(String name, Expression.Call call, Frame frame) {
        String file = frame.definition.file();
        return frame.expanding.size() < NESTED_MACROS
                && !frame.expanding.contains(name)
                && (interpreter.matters(name, file)
                        || call.arguments().stream()
                                .anyMatch(argument -> argument.value() instanceof Expression.Name id
                                        && !frame.types.containsKey(id.id())
                                        && interpreter.mattersInMacro(id.id(), file)));
    }

    /** C does not expand a macro inside its own expansion. */
    <T> T insideMacro(Expression.Call call, Frame frame, Supplier<T> work) {
        String name = call.callee() instanceof Expression.Name id ? id.id() : "";
        boolean entered = frame.expanding.add(name);
        T result = work.get();
        if (entered) {
            frame.expanding.remove(name);
        }
        return result;
    }
}
