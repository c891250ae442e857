package org.btdetect.grow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.btdetect.associate.python.Binding;
import org.btdetect.associate.python.Callbacks;
import org.btdetect.associate.python.Concurrency;
import org.btdetect.associate.python.Configuration;
import org.btdetect.associate.python.ContextLibrary;
import org.btdetect.associate.python.Files;
import org.btdetect.associate.python.FunctionTools;
import org.btdetect.associate.python.Imports;
import org.btdetect.associate.python.LogRecords;
import org.btdetect.associate.python.Messaging;
import org.btdetect.associate.python.Plugins;
import org.btdetect.associate.python.Processes;
import org.btdetect.associate.python.Queues;
import org.btdetect.associate.python.RestActions;
import org.btdetect.associate.python.RouteMapper;
import org.btdetect.associate.python.ServiceThreads;
import org.btdetect.associate.python.VersionedObjects;
import org.btdetect.associate.python.WebRequests;
import org.btdetect.program.Problem;
import org.btdetect.resolve.c.CallRecorder;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.Ledger;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.ModuleSource;
import org.btdetect.resolve.python.Value;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.SourceSet;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.trace.Catalogue;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;

/** From sources to trees: the steps in their order. */
public final class LibraryBuilder {

    private final SourceSet sources;
    private final Profile profile;
    private final BuildListener listener;
    private final ConcurrentLinkedQueue<Problem> problems = new ConcurrentLinkedQueue<>();

    public LibraryBuilder(SourceSet sources, Profile profile, BuildListener listener) {
        this.sources = sources;
        this.profile = profile;
        this.listener = listener;
    }

    /**
     * Grows the operations' behaviours.
     *
     * @param actions the names of those that are wanted; empty for all
     * @throws java.io.UncheckedIOException when a source file cannot be read
     */
    public GrownLibrary grow(Set<String> actions) {
        return DeepStack.call("growth", () -> {
            try (Ahead nativeCode = new Ahead(this::openNativeCode);
                    ReadAhead ahead = new ReadAhead()) {
                return grow(actions, nativeCode, ahead);
            }
        });
    }

    private GrownLibrary grow(Set<String> actions, Ahead nativeCode, ReadAhead ahead) {
        listener.stage("reading sources");
        PythonSources python = new PythonSources(pythonComponents(), ahead);
        RouteMapper mapper = new RouteMapper();
        Reactions reactions = new Reactions(binding(nativeCode), new Callbacks());
        Interpreter interpreter = new Interpreter(python, models(reactions, mapper));
        RestActions rest = new RestActions(interpreter, mapper);
        List<RestActions.Operation> offered = rest.all();
        if (actions.isEmpty()) {
            ahead.execute(() -> python.parseAheadContaining(Catalogue.PYTHON_MARK));
        }
        List<RestActions.Operation> operations = ActionNames.candidates(offered, actions);
        Map<RestActions.Operation, Behavior> behaviors = new LinkedHashMap<>();
        for (RestActions.Operation operation : operations) {
            listener.stage("growing " + title(operation));
            behaviors.put(operation, call(interpreter, rest, operation, operation.body()));
        }
        List<GrownAction> grown = new ArrayList<>();
        Map<RestActions.Operation, String> names = ActionNames.of(behaviors);
        names.forEach((operation, name) -> {
            if (actions.isEmpty() || actions.contains(name)) {
                Behavior whole = behaviors.getOrDefault(operation, Behavior.NOTHING);
                grown.add(variants(interpreter, rest, name, operation, whole));
            }
        });
        ServiceActivities activities = new ServiceActivities(interpreter, reactions, actions, listener);
        boolean found = !actions.isEmpty() && names.values().containsAll(actions);
        if (!found) {
            grown.addAll(activities.grow());
            nativeCode.code().ifPresent(code -> activities.addNative(code, grown));
        }
        listener.stage("interpreting C");
        nativeCode.finish();
        problems.addAll(python.problems());
        return new GrownLibrary(
                grown,
                known(ActionNames.known(offered, names), activities.names()),
                statistics(interpreter, grown),
                List.copyOf(problems),
                python.parsed(),
                statements(python, nativeCode, actions.isEmpty()));
    }

    /** @param all whether also those count that stand in modules which no wanted action has asked for */
    private static Catalogue statements(PythonSources python, Ahead nativeCode, boolean all) {
        Catalogue statements = new Catalogue();
        Predicate<String> modules = all ? name -> true : python::isAskedFor;
        python.containing(Catalogue.PYTHON_MARK, modules, LibraryBuilder::statements)
                .forEach(statements::add);
        nativeCode.code().ifPresent(code -> statements.add(code.statements()));
        return statements;
    }

    private static Catalogue statements(String name, ModuleSource.Loaded loaded) {
        Catalogue statements = new Catalogue();
        statements.add(loaded.component(), loaded.module(), name);
        return statements;
    }

    private static List<String> known(List<String> operations, List<String> activities) {
        return Stream.concat(operations.stream(), activities.stream()).sorted().toList();
    }

    private static Statistics statistics(Interpreter interpreter, List<GrownAction> grown) {
        List<Behavior> behaviors = grown.stream().map(GrownAction::behavior).toList();
        Ledger ledger = interpreter.ledger();
        return Statistics.of(behaviors, (int) ledger.count(Ledger.Fate.LIBRARY), ledger.alwaysDecided());
    }

    private static GrownAction variants(
            Interpreter interpreter, RestActions rest, String name, RestActions.Operation operation, Behavior whole) {
        List<GrownAction.Variant> variants = new ArrayList<>();
        for (Variants.Field field : Variants.of(operation)) {
            for (String word : field.words()) {
                Behavior behavior = call(interpreter, rest, operation, Variants.body(operation, field, word));
                variants.add(new GrownAction.Variant(field.name(), word, behavior));
            }
        }
        return new GrownAction(
                GrownAction.Start.REQUEST,
                name,
                operation.route(),
                operation.declaration(),
                operation.handlerName(),
                whole,
                variants);
    }

    private static Behavior call(
            Interpreter interpreter, RestActions rest, RestActions.Operation operation, Optional<Value> body) {
        Link link = Link.exact(
                EdgeKind.ROUTE, operation.declaration(), operation.route().toString());
        List<Behavior.Branch> branches = new ArrayList<>();
        for (RestActions.Implementation implementation : operation.implementations()) {
            List<Behavior> steps = new ArrayList<>();
            steps.add(entered(interpreter, implementation.handlers(), rest, body, link));
            for (Value extension : implementation.extensions()) {
                steps.add(entered(interpreter, extension, rest, body, link));
            }
            branches.add(new Behavior.Branch("", Behavior.sequence(steps)));
        }
        return Behavior.choice(branches);
    }

    private static Behavior entered(
            Interpreter interpreter, Value function, RestActions rest, Optional<Value> body, Link link) {
        return Entries.enter(
                interpreter.call(function, rest.arguments(function, body), link).behavior(), Layer.API);
    }

    private static String title(RestActions.Operation operation) {
        return operation.key().isEmpty() ? operation.route().toString() : operation.key();
    }

    private List<Component> pythonComponents() {
        return sources.components().stream()
                .filter(component ->
                        component.kind() == ComponentKind.NOVA || component.kind() == ComponentKind.LIBVIRT_PYTHON)
                .toList();
    }

    private Optional<NativeCode> openNativeCode() {
        return sources.component(ComponentKind.LIBVIRT)
                .map(libvirt -> NativeCode.open(
                        new NativeCode.Setting(
                                libvirt.root(),
                                sources.component(ComponentKind.QEMU).map(Component::root),
                                profile.scheme(),
                                profile.facts(),
                                false),
                        CallRecorder.NONE,
                        problems::add));
    }

    private static Binding binding(Ahead nativeCode) {
        return new Binding((function, arguments) -> nativeCode
                .code()
                .flatMap(code -> code.enter(function, PythonToC.arguments(arguments))
                        .map(target -> new Binding.Target(target, code.asksDaemon(function)))));
    }

    private List<LibraryModel> models(Reactions reactions, RouteMapper mapper) {
        ServiceThreads threads = new ServiceThreads();
        return List.of(
                mapper,
                new Plugins(),
                new LogRecords(),
                new FunctionTools(),
                new ContextLibrary(),
                new Concurrency(threads),
                new Queues(threads),
                new Imports(),
                new Configuration(profile.options()),
                new VersionedObjects(),
                new WebRequests(),
                new Messaging(),
                reactions.binding(),
                reactions.callbacks(),
                new Processes(),
                new Files());
    }
}
