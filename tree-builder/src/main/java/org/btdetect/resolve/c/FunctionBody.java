package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.summary.Behavior;

/**
 * Executes a function's body as the segments between its labels. A label is entered from the segment before it and by the
 * gotos to it; a segment that only errors reach is a failure, one that some way passes by is optional, and one that a later
 * goto returns to is a loop.
 */
final class FunctionBody {

    private record Segment(String label, List<Statement> statements) {}

    private final Interpreter interpreter;
    private final Frame frame;
    private final Execution execution;

    FunctionBody(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.execution = new Execution(interpreter, frame);
    }

    Behavior execute(Block body, Environment environment) {
        List<Segment> segments = segments(body);
        frame.returnVariable = returnVariable(body);
        markFailingLabels(segments);
        List<Behavior> parts = new ArrayList<>();
        Environment incoming = environment;
        boolean normal = true;
        boolean passed = false;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Frame.Landing landing = frame.landing(segment.label());
            boolean repeated = i > 0 && jumpsBack(segments, i);
            incoming.join(landing.incoming);
            normal |= landing.normal;
            if (repeated) {
                incoming.forget(interpreter.assigned(new Block(segment.statements())));
            }
            if (!incoming.isAlive()) {
                incoming = Environment.dead();
                continue;
            }
            boolean optional = passed || isJumpedOver(segments, i);
            Flow flow = execution.list(segment.statements(), 0, incoming);
            Behavior behavior = repeated ? Behavior.loop("", flow.behavior(), true) : flow.behavior();
            parts.add(normal ? optional ? Execution.optional(behavior) : behavior : Behavior.failure("", behavior));
            passed |= normal && (flow.leaves() & Flow.RETURN) != 0;
            normal &= !flow.isDead();
            incoming = flow.after();
        }
        return Behavior.sequence(parts);
    }

    /** Whether a goto that reports no error lands behind a segment. */
    private boolean isJumpedOver(List<Segment> segments, int index) {
        for (int i = index + 1; i < segments.size(); i++) {
            if (frame.landing(segments.get(i).label()).normal) {
                return true;
            }
        }
        return false;
    }

    private static List<Segment> segments(Block body) {
        List<Segment> segments = new ArrayList<>();
        List<Statement> current = new ArrayList<>();
        String label = "";
        for (Statement statement : body.statements()) {
            if (statement instanceof Statement.Label next) {
                segments.add(new Segment(label, List.copyOf(current)));
                current.clear();
                label = next.name();
            } else {
                current.add(statement);
            }
        }
        segments.add(new Segment(label, List.copyOf(current)));
        return segments;
    }

    /** The variable that the function returns at its end. */
    private static String returnVariable(Block body) {
        for (int i = body.statements().size() - 1; i >= 0; i--) {
            if (body.statements().get(i) instanceof Statement.Return exit) {
                Optional<Expression> value = exit.value();
                return value.isPresent() ? variable(value.get()) : "";
            }
        }
        return "";
    }

    private static String variable(Expression value) {
        if (value instanceof Expression.Name name) {
            return name.id();
        }
        return value instanceof Expression.Call call && !call.arguments().isEmpty()
                ? variable(call.arguments().get(call.arguments().size() - 1).value())
                : "";
    }

    /** Labels behind a {@code return} whose code ends in {@code return -1} or {@code return NULL}. */
    private void markFailingLabels(List<Segment> segments) {
        boolean fails = false;
        for (int i = segments.size() - 1; i > 0; i--) {
            List<Statement> statements = segments.get(i).statements();
            if (!statements.isEmpty() && statements.get(statements.size() - 1) instanceof Statement.Return exit) {
                fails = exit.value().filter(FunctionBody::isError).isPresent();
            }
            if (fails && leavesBefore(segments, i)) {
                frame.failingLabels.add(segments.get(i).label());
            }
        }
    }

    private static boolean isError(Expression value) {
        return Shapes.isNull(value) || Shapes.isNumber(value, -1);
    }

    private static boolean leavesBefore(List<Segment> segments, int index) {
        List<Statement> before = segments.get(index - 1).statements();
        boolean leaves = !before.isEmpty()
                && (before.get(before.size() - 1) instanceof Statement.Return
                        || before.get(before.size() - 1) instanceof Statement.Goto);
        return leaves || index > 1 && before.isEmpty() && leavesBefore(segments, index - 1);
    }

    private boolean jumpsBack(List<Segment> segments, int index) {
        String label = segments.get(index).label();
        boolean[] found = {false};
        for (int i = index; i < segments.size(); i++) {
            Subexpressions.of(
                    new Block(segments.get(i).statements()),
                    statement -> found[0] |= statement instanceof Statement.Goto jump
                            && jump.label().equals(label),
                    expression -> {});
        }
        return found[0];
    }
}
