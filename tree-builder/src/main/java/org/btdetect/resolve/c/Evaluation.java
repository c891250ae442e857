package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.Block;
import org.btdetect.program.Children;
import org.btdetect.program.Expression;
import org.btdetect.program.ExpressionText;
import org.btdetect.program.ExpressionVisitor;
import org.btdetect.program.Language;
import org.btdetect.program.Negation;
import org.btdetect.program.Statement;
import org.btdetect.program.UnaryOperator;
import org.btdetect.summary.Behavior;

/**
 * Evaluates expressions at one point of a function: returns what is known of their values, changes the environment as they
 * do, and appends what their calls do to {@code effects} in the order of evaluation.
 */
final class Evaluation implements ExpressionVisitor<CValue> {

    private final Interpreter interpreter;
    final Frame frame;
    final Environment environment;
    final List<Behavior> effects;

    Evaluation(Interpreter interpreter, Frame frame, Environment environment, List<Behavior> effects) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.environment = environment;
        this.effects = effects;
    }

    CValue of(Expression expression) {
        return expression.accept(this);
    }

    /** Evaluates on a copy of the environment; what is done there happens only if {@code guard} holds. */
    private CValue maybe(String guard, Expression expression, Expression test, boolean outcome) {
        Environment branch = environment.copy();
        interpreter.refinement(frame).assume(test, outcome, branch);
        List<Behavior> inner = new ArrayList<>();
        CValue value = new Evaluation(interpreter, frame, branch, inner).of(expression);
        Behavior body = Behavior.sequence(inner);
        if (body != Behavior.NOTHING) {
            effects.add(Behavior.choice(
                    List.of(new Behavior.Branch(guard, body), new Behavior.Branch("", Behavior.NOTHING))));
        }
        environment.join(branch);
        return value;
    }

    static String text(Expression expression) {
        return ExpressionText.bounded(Language.C, expression);
    }

    static String negated(Expression test) {
        return text(Negation.of(Language.C, test));
    }

    @Override
    public CValue visitName(Expression.Name name) {
        if (frame.types.containsKey(name.id())) {
            return environment.get(name.id());
        }
        return interpreter.global(name.id(), frame.definition.file());
    }

    @Override
    public CValue visitLiteral(Expression.Literal literal) {
        return Constants.literal(literal.value());
    }

    @Override
    public CValue visitTemplate(Expression.Template template) {
        return interpreter.constants.text(template, frame.definition.file());
    }

    @Override
    public CValue visitAttribute(Expression.Attribute attribute) {
        Optional<String> path = pointed(attribute);
        if (path.isPresent() && environment.knows(path.get())) {
            return environment.get(path.get());
        }
        CValue receiver = of(attribute.target());
        if (receiver.atoms().size() == 1 && receiver.atoms().get(0) instanceof Atom.Members known) {
            return known.values().getOrDefault(attribute.name(), CValue.UNKNOWN);
        }
        String type = interpreter.expressionTypes.of(attribute.target(), frame);
        return interpreter.members.value(receiver, type, attribute.name());
    }

    /** Whether a value has one owner, so that other code does not change the member that holds it. */
    private static boolean isOwned(CValue value) {
        return !value.atoms().isEmpty()
                && value.atoms().stream().allMatch(atom -> atom instanceof Atom.Program || atom instanceof Atom.Code);
    }

    private static boolean isNumber(CValue value) {
        return value.atoms().size() == 1 && value.atoms().get(0) instanceof Atom.Number;
    }

    /** Whether a target is a member of a struct that this function has made. */
    private boolean isFresh(Expression target) {
        return target instanceof Expression.Attribute attribute
                && attribute.target() instanceof Expression.Name name
                && frame.fresh.contains(name.id());
    }

    /** Notes whether a variable holds a struct that this function has made. */
    private void note(String variable, Expression value) {
        if (value instanceof Expression.Call call
                && call.callee() instanceof Expression.Name name
                && LibraryModels.allocates(name.id())) {
            frame.fresh.add(variable);
        }
    }

    /** The key under which a member behind a local pointer is tracked. */
    private Optional<String> pointed(Expression expression) {
        return expression instanceof Expression.Attribute attribute
                ? pointed(attribute.target()).map(target -> target + "." + attribute.name())
                : path(expression);
    }

    /** The key under which a member of a local struct is tracked. */
    private Optional<String> path(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return frame.types.containsKey(name.id()) ? Optional.of(name.id()) : Optional.empty();
        }
        return expression instanceof Expression.Attribute attribute && !attribute.indirect()
                ? path(attribute.target()).map(target -> target + "." + attribute.name())
                : Optional.empty();
    }

    @Override
    public CValue visitCall(Expression.Call call) {
        return interpreter.calls.evaluate(call, this);
    }

    @Override
    public CValue visitSubscript(Expression.Subscript subscript) {
        CValue target = of(subscript.target());
        of(subscript.index());
        SortedSet<Atom> functions = new TreeSet<>();
        for (Atom atom : target.atoms()) {
            if (atom instanceof Atom.Table table) {
                functions.addAll(interpreter.members.elements(table));
            }
        }
        return CValue.of(functions);
    }

    @Override
    public CValue visitSlice(Expression.Slice slice) {
        return CValue.UNKNOWN;
    }

    @Override
    public CValue visitCollection(Expression.Collection collection) {
        collection.elements().forEach(this::of);
        return CValue.UNKNOWN;
    }

    @Override
    public CValue visitMapping(Expression.Mapping mapping) {
        return CValue.UNKNOWN;
    }

    @Override
    public CValue visitInitializer(Expression.Initializer initializer) {
        initializer.elements().forEach(element -> of(element.value()));
        return CValue.UNKNOWN;
    }

    @Override
    public CValue visitUnary(Expression.Unary unary) {
        if (unary.operator() == UnaryOperator.ADDRESS) {
            return address(unary.operand());
        }
        CValue operand = of(unary.operand());
        return switch (unary.operator()) {
            case NOT -> operand.truth().not().value();
            case MINUS -> Arithmetic.negate(operand);
            case PLUS -> operand;
            case INVERT -> Arithmetic.invert(operand);
            case DEREFERENCE -> isCode(operand) ? operand : CValue.UNKNOWN;
            default -> {
                Shapes.root(unary.operand()).ifPresent(environment::forget);
                yield CValue.UNKNOWN;
            }
        };
    }

    private static boolean isCode(CValue value) {
        return !value.atoms().isEmpty() && value.atoms().stream().allMatch(Atom.Code.class::isInstance);
    }

    private CValue address(Expression operand) {
        if (operand instanceof Expression.Name name && !frame.types.containsKey(name.id())) {
            return interpreter.address(name.id(), frame.definition.file());
        }
        if (!(operand instanceof Expression.Name)) {
            of(operand);
        }
        Shapes.root(operand).ifPresent(environment::forget);
        return CValue.UNKNOWN;
    }

    @Override
    public CValue visitBinary(Expression.Binary binary) {
        CValue left = of(binary.left());
        CValue right = of(binary.right());
        return Arithmetic.binary(binary.operator(), left, right);
    }

    @Override
    public CValue visitComparison(Expression.Comparison comparison) {
        CValue left = of(comparison.first());
        Truth truth = Truth.TRUE;
        for (Expression.Step step : comparison.steps()) {
            truth = Arithmetic.compare(step.operator(), left, of(step.operand()));
        }
        return truth.value();
    }

    /**
     * Operands are evaluated until one decides. An operand of {@code ||} that asks whether a call failed does not make the
     * next one conditional: it is evaluated on every path that goes well.
     */
    @Override
    public CValue visitLogical(Expression.Logical logical) {
        boolean stop = !logical.conjunction();
        Truth result = Truth.of(!stop);
        Expression previous = logical.operands().get(0);
        for (int i = 0; i < logical.operands().size(); i++) {
            Expression operand = logical.operands().get(i);
            boolean certain = i == 0 || result == Truth.of(!stop) || stop && Shapes.asksForFailure(previous);
            CValue value =
                    certain ? of(operand) : maybe(stop ? negated(previous) : text(previous), operand, previous, !stop);
            Truth truth = value.truth();
            if (truth == Truth.of(stop)) {
                return truth.value();
            }
            result = result.join(truth);
            previous = operand;
        }
        return result.value();
    }

    @Override
    public CValue visitConditional(Expression.Conditional conditional) {
        Truth truth = of(conditional.test()).truth();
        if (truth != Truth.EITHER) {
            return of(truth == Truth.TRUE ? conditional.then() : conditional.otherwise());
        }
        List<Behavior> then = new ArrayList<>();
        List<Behavior> otherwise = new ArrayList<>();
        CValue first = branch(conditional.then(), conditional.test(), true, then);
        CValue second = branch(conditional.otherwise(), conditional.test(), false, otherwise);
        Behavior choice = Behavior.choice(List.of(
                new Behavior.Branch(text(conditional.test()), Behavior.sequence(then)),
                new Behavior.Branch(negated(conditional.test()), Behavior.sequence(otherwise))));
        if (choice != Behavior.NOTHING) {
            effects.add(choice);
        }
        return first.join(second);
    }

    private CValue branch(Expression expression, Expression test, boolean outcome, List<Behavior> sink) {
        Environment branch = environment.copy();
        interpreter.refinement(frame).assume(test, outcome, branch);
        CValue value = new Evaluation(interpreter, frame, branch, sink).of(expression);
        environment.join(branch);
        return value;
    }

    @Override
    public CValue visitLambda(Expression.Lambda lambda) {
        return CValue.UNKNOWN;
    }

    @Override
    public CValue visitComprehension(Expression.Comprehension comprehension) {
        return CValue.UNKNOWN;
    }

    @Override
    public CValue visitSuspension(Expression.Suspension suspension) {
        return CValue.UNKNOWN;
    }

    @Override
    public CValue visitStarred(Expression.Starred starred) {
        return of(starred.value());
    }

    @Override
    public CValue visitAssignment(Expression.Assignment assignment) {
        if (assignment.target() instanceof Expression.Name name) {
            note(name.id(), assignment.value());
        }
        CValue value = of(assignment.value());
        return assign(assignment.target(), assignment.operator(), value);
    }

    CValue assign(Expression target, Optional<BinaryOperator> operator, CValue assigned) {
        CValue value = operator.isPresent() ? Arithmetic.binary(operator.get(), of(target), assigned) : assigned;
        Optional<String> path = path(target);
        if (path.isEmpty() && (isOwned(value) || isFresh(target) && isNumber(value))) {
            path = pointed(target);
        }
        if (path.isPresent()) {
            environment.forget(path.get());
            environment.set(path.get(), value);
        } else {
            Children.of(target).forEach(this::of);
            Shapes.root(target).ifPresent(environment::forget);
        }
        return value;
    }

    /** Gives the members of a local struct the values of its initialiser. */
    void initialize(String variable, Expression initializer) {
        note(variable, initializer);
        if (initializer instanceof Expression.Initializer list) {
            environment.forget(variable);
            for (Expression.Element element : list.elements()) {
                CValue value = of(element.value());
                element.field().ifPresent(field -> environment.set(variable + "." + field, value));
            }
        } else {
            CValue value = of(initializer);
            environment.forget(variable);
            environment.set(variable, value);
        }
    }

    @Override
    public CValue visitCast(Expression.Cast cast) {
        return of(cast.operand());
    }

    @Override
    public CValue visitStatementExpression(Expression.StatementExpression compound) {
        List<Statement> statements = compound.body().statements();
        boolean valued =
                !statements.isEmpty() && statements.get(statements.size() - 1) instanceof Statement.ExpressionStatement;
        List<Statement> before = valued ? statements.subList(0, statements.size() - 1) : statements;
        Flow flow = new Execution(interpreter, frame).list(new Block(before).statements(), 0, environment.copy());
        effects.add(flow.behavior());
        if (flow.isDead()) {
            return CValue.UNKNOWN;
        }
        environment.join(flow.after());
        return valued
                ? of(((Statement.ExpressionStatement) statements.get(statements.size() - 1)).expression())
                : CValue.UNKNOWN;
    }

    @Override
    public CValue visitOpaque(Expression.Opaque opaque) {
        opaque.parts().forEach(this::of);
        return CValue.UNKNOWN;
    }

    /** The truth of a test, its calls' effects included. */
    Truth test(Expression test) {
        return of(test).truth();
    }
}
