package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.summary.Behavior;

/**
 * Statements that leave a function or jump to its cleanup code. A way out reports an error if the value that the function
 * returns there is known to be one (negative; null where it returns a pointer), or if that value tells nothing and the way
 * out stands in a branch that is taken because something failed.
 */
final class Exits {

    private final Interpreter interpreter;
    private final Frame frame;

    Exits(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
    }

    Flow leave(Statement statement, Environment environment) {
        List<Behavior> effects = new ArrayList<>();
        if (statement instanceof Statement.Goto jump) {
            boolean fails = frame.failingLabels.contains(jump.label())
                    || fails(environment.get(frame.returnVariable), frame.returnVariable.isEmpty());
            Frame.Landing landing = frame.landing(jump.label());
            landing.used = true;
            landing.normal |= !fails;
            landing.incoming.join(environment);
            return Flow.leaving(Behavior.NOTHING, fails ? 0 : Flow.GOTO);
        }
        Statement.Return exit = (Statement.Return) statement;
        CValue value = CValue.UNKNOWN;
        if (exit.value().isPresent()) {
            value = new Evaluation(interpreter, frame, environment, effects)
                    .of(exit.value().get());
        }
        frame.returns(value);
        boolean fails = fails(value, exit.value().isEmpty()) && !isCall(exit);
        return Flow.leaving(Behavior.sequence(effects), fails ? 0 : Flow.RETURN);
    }

    /** {@code return f();} hands on whatever comes. */
    private static boolean isCall(Statement.Return exit) {
        return exit.value().filter(Expression.Call.class::isInstance).isPresent();
    }

    private boolean fails(CValue value, boolean valueless) {
        if (valueless || value.atoms().isEmpty()) {
            return frame.failing;
        }
        String type = frame.definition.source().returnType();
        boolean truth = TypeNames.base(type).equals("bool");
        boolean pointer = interpreter.types.isPointer(type);
        boolean error = value.atoms().stream()
                .allMatch(atom -> atom instanceof Atom.Number number
                        && (number.value() < 0 || number.value() == 0 && (pointer || truth && frame.failing)));
        return error;
    }
}
