package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.resolve.python.LibraryModel.ExternalCall;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/** What builtin functions call of the program: methods of the objects that they are given, and functions that order. */
final class BuiltinProtocols {

    private static final Set<String> ITERATING = Set.of(
            "list",
            "tuple",
            "set",
            "frozenset",
            "sorted",
            "enumerate",
            "zip",
            "map",
            "filter",
            "max",
            "min",
            "sum",
            "any",
            "all",
            "dict");

    private static final Set<String> ORDERING = Set.of("sorted", "max", "min");

    private static final Map<String, List<String>> METHODS = Map.ofEntries(
            Map.entry("next", List.of("__next__", "next")),
            Map.entry("iter", List.of("__iter__")),
            Map.entry("reversed", List.of("__reversed__")),
            Map.entry("len", List.of("__len__")),
            Map.entry("str", List.of("__str__", "__repr__")),
            Map.entry("unicode", List.of("__unicode__", "__str__")),
            Map.entry("repr", List.of("__repr__")),
            Map.entry("print", List.of("__str__", "__repr__")),
            Map.entry("bool", List.of("__bool__", "__nonzero__", "__len__")),
            Map.entry("hash", List.of("__hash__")),
            Map.entry("int", List.of("__int__")),
            Map.entry("float", List.of("__float__")),
            Map.entry("abs", List.of("__abs__")));

    private BuiltinProtocols() {}

    /** @return empty if nothing of the program is called */
    static Optional<Outcome> call(ExternalCall call) {
        Link link = new Link(
                EdgeKind.OPERATOR,
                call.link().evidence(),
                call.link().callText(),
                call.link().certainty());
        List<String> methods = METHODS.getOrDefault(call.name(), List.of());
        Optional<Outcome> own =
                call.interpreter().protocols().call(call.arguments().first(), methods, Arguments.NONE, link);
        if (own.isPresent()) {
            boolean gives = call.name().equals("next") || call.name().equals("iter");
            return own.map(outcome -> gives ? outcome : outcome.value(Value.DATA));
        }
        return ITERATING.contains(call.name()) ? iterating(call, link) : Optional.empty();
    }

    private static Optional<Outcome> iterating(ExternalCall call, Link link) {
        List<Behavior> done = new ArrayList<>();
        List<Value> positional = new ArrayList<>();
        for (Value argument : call.arguments().positional()) {
            Outcome taken = call.interpreter().protocols().iterate(argument, link);
            boolean iterated = taken.behavior() != Behavior.NOTHING;
            positional.add(iterated ? Value.of(new Atom.Elements(taken.value())) : argument);
            done.add(taken.behavior());
        }
        done.add(ordering(call, positional));
        Behavior behavior = Behavior.sequence(done);
        if (behavior == Behavior.NOTHING) {
            return Optional.empty();
        }
        Arguments arguments = new Arguments(
                positional,
                call.arguments().keywords(),
                call.arguments().unpacked(),
                call.arguments().unpackedRest());
        ExternalCall replaced =
                new ExternalCall(call.interpreter(), call.path(), call.receiver(), arguments, call.link());
        return Builtins.plain(replaced)
                .map(outcome -> outcome.behavior(Behavior.sequence(behavior, outcome.behavior())));
    }

    /** The function that gives the key to order by is called with each element. */
    private static Behavior ordering(ExternalCall call, List<Value> positional) {
        Optional<Value> key = call.arguments().get(-1, "key");
        boolean followed = call.interpreter().outsideWrites().areOpen() && ORDERING.contains(call.name());
        if (!followed || key.isEmpty() || positional.isEmpty()) {
            return Behavior.NOTHING;
        }
        Value functions = key.get().filter(Libraries::isFunction);
        if (functions.isNothing()) {
            return Behavior.NOTHING;
        }
        Value element = call.interpreter().items().element(positional.get(0));
        Link link = new Link(
                EdgeKind.LIBRARY_MODEL,
                call.link().evidence(),
                call.link().callText(),
                call.link().certainty());
        Outcome outcome = call.interpreter().calls().call(functions, Arguments.of(element), link);
        return Behavior.loop("", outcome.behavior(), false);
    }
}
