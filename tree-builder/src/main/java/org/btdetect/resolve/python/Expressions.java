package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.ExpressionVisitor;
import org.btdetect.program.UnaryOperator;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/** Evaluates expressions in a frame; calls and properties add their behaviour to the frame in evaluation order. */
final class Expressions implements ExpressionVisitor<Value> {

    private final Interpreter interpreter;
    private final Frame frame;

    Expressions(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
    }

    Value evaluate(Expression expression) {
        return expression.accept(this);
    }

    /** What a loop over the expression takes out of it. */
    Value iterate(Expression iterable) {
        Link link = Links.of(
                frame, iterable, EdgeKind.GENERATOR, interpreter.guards().text(iterable));
        return done(interpreter.protocols().iterate(evaluate(iterable), link));
    }

    private Value done(Outcome outcome) {
        frame.emit(outcome.behavior());
        return outcome.value();
    }

    private Link operator(Expression at, String text) {
        return Links.of(frame, at, EdgeKind.OPERATOR, text);
    }

    @Override
    public Value visitName(Expression.Name name) {
        return new Names(interpreter, frame).lookup(name.id());
    }

    @Override
    public Value visitLiteral(Expression.Literal literal) {
        return literal.value() instanceof Constant.Other ? Value.DATA : Value.of(new Atom.Const(literal.value()));
    }

    @Override
    public Value visitTemplate(Expression.Template template) {
        if (interpreter.keepsTemplates()) {
            return TextTemplates.joined(
                    template.parts().stream().map(this::evaluate).toList());
        }
        StringBuilder text = new StringBuilder();
        boolean constant = true;
        for (Expression part : template.parts()) {
            Optional<String> piece = evaluate(part).asText();
            constant &= piece.isPresent();
            piece.ifPresent(text::append);
        }
        return constant ? Value.text(text.toString()) : Value.DATA;
    }

    @Override
    public Value visitAttribute(Expression.Attribute attribute) {
        Value value = member(attribute);
        if (value.atoms().stream().noneMatch(Expressions::isPart)) {
            return value;
        }
        Value result = value.filter(atom -> !isPart(atom));
        for (Atom atom : value.atoms()) {
            result = isPart(atom) ? result.join(whole(atom)) : result;
        }
        return result;
    }

    /** An attribute of plain data, or of what a library's call gave: such a thing too, unless it is called. */
    private static boolean isPart(Atom atom) {
        return atom instanceof Atom.NativeMethod method && method.receiver() instanceof Atom.Data
                || atom instanceof Atom.External external && Paths.isOfResult(external.path());
    }

    private static Value whole(Atom part) {
        return part instanceof Atom.External external
                ? Value.of(new Atom.External(Paths.result(external.path())))
                : Value.DATA;
    }

    /** An attribute as it is called: a method of plain data stays one. */
    Value member(Expression.Attribute attribute) {
        Value target = evaluate(attribute.target());
        Link link = Links.of(frame, attribute, EdgeKind.PROPERTY, attribute.name());
        Attributes.Read read = interpreter.attributes().read(target, attribute.name(), link);
        frame.emit(read.behavior());
        return read.value().join(writtenHere(target, attribute.name()));
    }

    /** What this very activation has written to its own object's attribute. */
    private Value writtenHere(Value target, String attribute) {
        boolean own = frame.self().filter(target.atoms()::contains).isPresent();
        return own ? frame.writes().getOrDefault(attribute, Value.NOTHING) : Value.NOTHING;
    }

    @Override
    public Value visitCall(Expression.Call call) {
        return new CallExpressions(interpreter, frame, this).evaluate(call);
    }

    /** A collection of the module may be filled elsewhere. */
    private Value shared(Expression collection, Value item) {
        boolean module = collection instanceof Expression.Name name
                && frame.state().get(name.id()).isNothing()
                && !frame.captured().has(name.id());
        return module && item.isNothing() ? Value.UNKNOWN : item;
    }

    /** An item of an own attribute that was set before in the same method. */
    private Optional<Value> ownItem(Expression target, Value index) {
        return index.asText()
                .flatMap(key -> Assignments.ownAttribute(frame, target)
                        .map(name -> frame.state().item(name, key)))
                .filter(value -> !value.isNothing());
    }

    @Override
    public Value visitSubscript(Expression.Subscript subscript) {
        Value target = evaluate(subscript.target());
        if (subscript.index() instanceof Expression.Slice) {
            evaluate(subscript.index());
            return sliced(target);
        }
        Value index = evaluate(subscript.index());
        Optional<Value> own = ownItem(subscript.target(), index);
        if (own.isPresent()) {
            return own.get();
        }
        Optional<Outcome> item = interpreter
                .protocols()
                .call(target, List.of("__getitem__"), Arguments.of(index), operator(subscript, "[]"));
        Value known = shared(subscript.target(), interpreter.items().subscript(target, index));
        return item.map(outcome -> either(done(outcome), known)).orElse(known);
    }

    /** What an object's own method gives; where that is not known, what the form of the expression tells. */
    private static Value either(Value own, Value form) {
        return own.isNothing() || own.isUnknown() ? form : own.join(form.filter(atom -> !(atom instanceof Atom.Data)));
    }

    private Value sliced(Value target) {
        Value result = Value.NOTHING;
        for (Atom atom : target.atoms()) {
            boolean text = atom instanceof Atom.Const || atom instanceof Atom.Data;
            result = result.join(
                    text
                            ? Value.DATA
                            : Value.of(new Atom.Elements(interpreter.items().element(Value.of(atom)))));
        }
        return result;
    }

    @Override
    public Value visitSlice(Expression.Slice slice) {
        slice.lower().ifPresent(this::evaluate);
        slice.upper().ifPresent(this::evaluate);
        slice.step().ifPresent(this::evaluate);
        return Value.DATA;
    }

    @Override
    public Value visitCollection(Expression.Collection collection) {
        List<Value> elements = new ArrayList<>();
        boolean counted = collection.kind() != Expression.CollectionKind.SET
                || !collection.elements().isEmpty();
        for (Expression element : collection.elements()) {
            if (element instanceof Expression.Starred starred) {
                counted = false;
                elements.add(interpreter.items().element(evaluate(starred.value())));
            } else {
                elements.add(evaluate(element));
            }
        }
        return Value.of(
                counted
                        ? new Atom.Tuple(elements)
                        : new Atom.Elements(elements.stream().reduce(Value.NOTHING, Value::join)));
    }

    @Override
    public Value visitMapping(Expression.Mapping mapping) {
        Map<String, Value> known = new TreeMap<>();
        Value rest = Value.NOTHING;
        for (Expression.Entry entry : mapping.entries()) {
            Optional<Value> key = entry.key().map(this::evaluate);
            Value value = evaluate(entry.value());
            if (key.isEmpty()) {
                rest = rest.join(CallExpressions.unpackMapping(value, known));
            } else if (key.get().asText().isPresent()) {
                known.put(key.get().asText().get(), value);
            } else {
                rest = rest.join(value);
            }
        }
        return Value.of(new Atom.Dictionary(Bindings.of(known), rest));
    }

    @Override
    public Value visitInitializer(Expression.Initializer initializer) {
        return Value.DATA;
    }

    @Override
    public Value visitUnary(Expression.Unary unary) {
        Value operand = evaluate(unary.operand());
        if (unary.operator() == UnaryOperator.NOT) {
            return switch (new Conditions(interpreter).verdict(operand)) {
                case TRUE -> Value.FALSE;
                case FALSE -> Value.TRUE;
                default -> Value.BOTH;
            };
        }
        Optional<Outcome> own = interpreter
                .protocols()
                .call(
                        operand,
                        methods(unary.operator()),
                        Arguments.NONE,
                        operator(unary, unary.operator().text()));
        if (own.isPresent()) {
            return done(own.get());
        }
        Value zero = Value.of(new Atom.Const(Constant.Whole.of(unary.operator() == UnaryOperator.INVERT ? -1 : 0)));
        return switch (unary.operator()) {
            case MINUS, INVERT -> Folding.binary(BinaryOperator.SUBTRACT, zero, operand);
            default -> operand;
        };
    }

    private static List<String> methods(UnaryOperator operator) {
        return switch (operator) {
            case MINUS -> List.of("__neg__");
            case PLUS -> List.of("__pos__");
            case INVERT -> List.of("__invert__");
            default -> List.of();
        };
    }

    @Override
    public Value visitBinary(Expression.Binary binary) {
        Value left = evaluate(binary.left());
        Value right = evaluate(binary.right());
        Optional<Outcome> own = interpreter
                .protocols()
                .binary(
                        binary.operator(),
                        left,
                        right,
                        operator(binary, binary.operator().text()));
        Value folded = interpreter.folded(binary.operator(), left, right);
        return own.map(this::done).filter(value -> !value.isNothing()).orElse(folded);
    }

    @Override
    public Value visitComparison(Expression.Comparison comparison) {
        Value left = evaluate(comparison.first());
        Value result = Value.TRUE;
        for (Expression.Step step : comparison.steps()) {
            Value right = evaluate(step.operand());
            Link link = operator(comparison, step.operator().text());
            interpreter
                    .protocols()
                    .comparison(step.operator(), left, right, link)
                    .ifPresent(this::done);
            Value truth = Folding.compare(step.operator(), left, right);
            result = result.equals(Value.TRUE) ? truth : truth.equals(Value.FALSE) ? truth : result;
            left = right;
        }
        return result;
    }

    @Override
    public Value visitLogical(Expression.Logical logical) {
        return new Alternatives(interpreter, frame, this).evaluate(logical);
    }

    @Override
    public Value visitConditional(Expression.Conditional conditional) {
        return new Alternatives(interpreter, frame, this).evaluate(conditional);
    }

    @Override
    public Value visitLambda(Expression.Lambda lambda) {
        return interpreter.functions().lambda(frame, lambda.function());
    }

    @Override
    public Value visitComprehension(Expression.Comprehension comprehension) {
        return new Comprehensions(interpreter, frame, this).evaluate(comprehension);
    }

    @Override
    public Value visitSuspension(Expression.Suspension suspension) {
        Value operand = suspension.operand().map(this::evaluate).orElse(Value.NONE);
        return switch (suspension.kind()) {
            case AWAIT -> operand;
            case YIELD -> {
                frame.yielded(operand);
                frame.emit(new Behavior.Hole());
                yield Value.DATA;
            }
            case YIELD_FROM -> {
                Link link = Links.of(frame, suspension, EdgeKind.GENERATOR, "yield from");
                frame.yielded(done(interpreter.protocols().iterate(operand, link)));
                yield Value.DATA;
            }
        };
    }

    @Override
    public Value visitStarred(Expression.Starred starred) {
        return evaluate(starred.value());
    }

    @Override
    public Value visitAssignment(Expression.Assignment assignment) {
        Value value = evaluate(assignment.value());
        new Assignments(interpreter, frame).assign(assignment.target(), value);
        return value;
    }

    @Override
    public Value visitCast(Expression.Cast cast) {
        return evaluate(cast.operand());
    }

    @Override
    public Value visitStatementExpression(Expression.StatementExpression statementExpression) {
        return Value.DATA;
    }

    @Override
    public Value visitOpaque(Expression.Opaque opaque) {
        opaque.parts().forEach(this::evaluate);
        return Value.DATA;
    }
}
