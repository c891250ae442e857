package org.btdetect.grow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyModule;
import org.btdetect.source.Component;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;
import org.btdetect.tree.client.ActionWord;

/**
 * The names under which the service records actions: the words of its module of instance actions that the API hands on as the
 * argument {@code action} while it serves a request.
 */
final class InstanceActionWords {

    private static final String MODULE = "nova.compute.instance_actions";
    private static final Pattern ARGUMENT = Pattern.compile("\\baction='([^']+)'");

    private final Map<String, Place> vocabulary = new TreeMap<>();
    private final Set<Activation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> found = new TreeSet<>();

    private InstanceActionWords(Component service) {
        Interpreter interpreter = new Interpreter(new PythonSources(List.of(service), task -> {}), List.of());
        interpreter.module(MODULE).ifPresent(this::read);
    }

    static List<ActionWord> of(List<GrownAction> actions, Component service) {
        List<ActionWord> words = new ArrayList<>();
        InstanceActionWords reader = new InstanceActionWords(service);
        for (GrownAction action : actions) {
            reader.seen.clear();
            reader.found.clear();
            reader.walk(action.behavior());
            reader.found.forEach(word -> words.add(new ActionWord(
                    action.name(),
                    ActionWord.Source.INSTANCE_ACTION,
                    word,
                    reader.vocabulary.getOrDefault(word, Place.NONE))));
        }
        return words;
    }

    private void read(PyModule module) {
        for (Expression value : module.assignments().values()) {
            if (value instanceof Expression.Literal literal && literal.value() instanceof Constant.Text word) {
                vocabulary.put(word.value(), module.place(literal.at()));
            }
        }
    }

    /** The API's part alone: what other services do in turn, they record by themselves. */
    private void walk(Behavior behavior) {
        if (behavior instanceof Behavior.Invocation call) {
            if (call.enters().isEmpty() || call.enters().get() == Layer.API) {
                enter(call.target());
            }
        } else if (behavior instanceof Behavior.Enclosure enclosure) {
            enter(enclosure.target());
        }
        Terms.parts(behavior).forEach(this::walk);
    }

    private void enter(Activation target) {
        if (!seen.add(target)) {
            return;
        }
        Matcher argument = ARGUMENT.matcher(target.context());
        if (argument.find() && vocabulary.containsKey(argument.group(1))) {
            found.add(argument.group(1));
        }
        walk(target.behavior());
    }
}
