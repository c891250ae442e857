package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.btdetect.program.Constant;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;

/** Programs that Nova executes: the command's words as far as they are constant, {@code …} for those that are not. */
public final class Processes implements LibraryModel {

    private static final Set<String> WORDS = Set.of("execute", "trycmd", "ssh_execute");
    private static final Set<String> SUBPROCESS = Set.of(
            "subprocess.Popen",
            "subprocess.call",
            "subprocess.check_call",
            "subprocess.check_output",
            "subprocess.run");
    private static final String IMAGE_TOOL = "qemu-img";
    private static final String UNKNOWN = "…";

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        boolean words = call.path().contains("processutils.") && WORDS.contains(call.name());
        if (!words && !SUBPROCESS.contains(call.path())) {
            return Optional.empty();
        }
        Link link = new Link(
                EdgeKind.PROCESS_EXECUTION,
                call.link().evidence(),
                call.link().callText(),
                call.link().certainty());
        List<Value> given =
                words ? call.arguments().positional() : List.of(call.arguments().first());
        List<String> command = words ? words(given) : list(given.get(0));
        if (words && !call.arguments().unpacked().isNothing()) {
            command.add(UNKNOWN);
        }
        String program = command.isEmpty() ? UNKNOWN : command.get(0);
        StringJoiner rest = new StringJoiner(" ");
        command.stream().skip(1).forEach(rest::add);
        Behavior operation = new Behavior.Operation(link, layer(program), program, rest.toString(), false);
        Value output = Value.of(new Atom.Tuple(List.of(Value.DATA, Value.DATA)));
        return Optional.of(Outcome.of(output, operation));
    }

    private static Layer layer(String program) {
        return program.startsWith(IMAGE_TOOL) ? Layer.IMAGE : Layer.COMPUTE;
    }

    private static List<String> list(Value command) {
        return command.single(Atom.Tuple.class)
                .map(tuple -> words(tuple.elements()))
                .orElseGet(() -> new ArrayList<>(List.of(word(command))));
    }

    private static List<String> words(List<Value> values) {
        List<String> words = new ArrayList<>();
        for (Value value : values) {
            String word = word(value);
            boolean repeated = word.equals(UNKNOWN)
                    && !words.isEmpty()
                    && words.get(words.size() - 1).equals(UNKNOWN);
            if (!repeated) {
                words.add(word);
            }
        }
        return words;
    }

    private static String word(Value value) {
        if (value.atoms().isEmpty() || !value.atoms().stream().allMatch(Processes::isConstant)) {
            return UNKNOWN;
        }
        StringJoiner alternatives = new StringJoiner("|");
        value.atoms().forEach(atom -> alternatives.add(text((Atom.Const) atom)));
        return alternatives.toString();
    }

    private static boolean isConstant(Atom atom) {
        return atom instanceof Atom.Const constant
                && (constant.value() instanceof Constant.Text || constant.value() instanceof Constant.Whole);
    }

    private static String text(Atom.Const constant) {
        return constant.value() instanceof Constant.Text text
                ? text.value()
                : ((Constant.Whole) constant.value()).value().toString();
    }
}
