package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Behavior.Branch;

/** Switches: a choice among the cases that the subject may have, each with what it falls through to. */
final class Switches {

    private final Interpreter interpreter;
    private final Frame frame;
    private final Execution execution;

    Switches(Interpreter interpreter, Frame frame, Execution execution) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.execution = execution;
    }

    /** Cases that share a body: the labels of empty cases join those of the next. */
    private record Group(List<Expression> labels, boolean isDefault, int index) {}

    Flow execute(Statement.Switch choice, Environment environment) {
        List<Behavior> effects = new ArrayList<>();
        Evaluation evaluation = new Evaluation(interpreter, frame, environment, effects);
        CValue subject = evaluation.of(choice.subject());
        Environment outer = frame.breaks;
        frame.breaks = Environment.dead();
        List<Branch> branches = new ArrayList<>();
        int leaves = 0;
        boolean open = true;
        boolean decided = false;
        for (Group group : groups(choice)) {
            Truth match =
                    group.isDefault() && group.labels().isEmpty() ? Truth.EITHER : matches(subject, group, evaluation);
            if (match == Truth.FALSE || decided) {
                continue;
            }
            decided = match == Truth.TRUE;
            open &= !group.isDefault() && !decided;
            Flow flow = run(choice, group, environment.copy());
            frame.breaks.join(flow.after());
            leaves |= flow.leaves();
            Behavior body = flow.onlyFails() ? Behavior.failure("", flow.behavior()) : flow.behavior();
            branches.add(new Branch(guard(choice, group), body));
        }
        if (open) {
            frame.breaks.join(environment);
            branches.add(new Branch("", Behavior.NOTHING));
        }
        Environment after = frame.breaks;
        frame.breaks = outer;
        effects.add(branches.isEmpty() ? Behavior.NOTHING : Behavior.choice(branches));
        return new Flow(Behavior.sequence(effects), after, leaves & ~Flow.BREAK);
    }

    /** Moves the default to the end, where it is what the other cases leave. */
    private static List<Group> groups(Statement.Switch choice) {
        List<Group> groups = new ArrayList<>();
        List<Group> last = new ArrayList<>();
        List<Expression> labels = new ArrayList<>();
        boolean isDefault = false;
        for (int i = 0; i < choice.cases().size(); i++) {
            Statement.Case one = choice.cases().get(i);
            labels.addAll(one.labels());
            isDefault |= one.labels().isEmpty();
            if (!one.body().isEmpty() || i + 1 == choice.cases().size()) {
                Group group = new Group(List.copyOf(labels), isDefault, i);
                (isDefault ? last : groups).add(group);
                labels.clear();
                isDefault = false;
            }
        }
        groups.addAll(last);
        return groups;
    }

    private Truth matches(CValue subject, Group group, Evaluation evaluation) {
        Truth result = group.isDefault() ? Truth.EITHER : Truth.FALSE;
        for (Expression label : group.labels()) {
            CValue value = label instanceof Expression.Slice ? CValue.UNKNOWN : evaluation.of(label);
            Truth truth = Arithmetic.compare(org.btdetect.program.ComparisonOperator.EQUAL, subject, value);
            if (truth == Truth.TRUE) {
                return Truth.TRUE;
            }
            result = truth == Truth.EITHER ? Truth.EITHER : result;
        }
        return result;
    }

    private Flow run(Statement.Switch choice, Group group, Environment environment) {
        Flow flow = Flow.through(Behavior.NOTHING, environment);
        for (int i = group.index(); i < choice.cases().size() && !flow.isDead(); i++) {
            Flow next = execution.block(choice.cases().get(i).body(), flow.after());
            Behavior body = flow.leaves() == 0 ? next.behavior() : Execution.optional(next.behavior());
            flow = new Flow(Behavior.sequence(flow.behavior(), body), next.after(), flow.leaves() | next.leaves());
        }
        return flow;
    }

    private static String guard(Statement.Switch choice, Group group) {
        if (group.isDefault()) {
            return "default";
        }
        String labels =
                String.join(" | ", group.labels().stream().map(Evaluation::text).toList());
        String text = Evaluation.text(choice.subject()) + " == " + labels;
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }
}
