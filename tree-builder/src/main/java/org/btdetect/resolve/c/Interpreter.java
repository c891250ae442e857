package org.btdetect.resolve.c;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.btdetect.program.Block;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;

/** What all interpretations of a program's functions share; safe for several threads. */
final class Interpreter {

    final CProgram program;
    final TypeNames types;
    final Constants constants;
    final ExpressionTypes expressionTypes;
    final Members members;
    final ReturnValues returnValues;
    final Calls calls;
    final CallRecorder recorder;
    final CRecords records;
    final Facts facts;
    private final List<CBoundary> boundaries;
    private final Reach reach;
    private final boolean exhaustive;
    private final Set<String> constructed = new HashSet<>();
    private final Map<String, Integer> mentionCounts = new HashMap<>();
    private final BiFunction<Definition, List<CValue>, Activation> activations;
    private final Map<String, Map<String, CValue>> globals = new ConcurrentHashMap<>();
    private final Map<String, Optional<CBoundary>> known = new ConcurrentHashMap<>();
    private final Map<Block, Set<String>> assigned = Collections.synchronizedMap(new IdentityHashMap<>());

    Interpreter(CProgram program, COptions options, BiFunction<Definition, List<CValue>, Activation> activations) {
        this.program = program;
        this.boundaries = options.boundaries();
        this.recorder = options.recorder();
        this.records = options.records();
        this.exhaustive = options.exhaustive();
        this.activations = activations;
        types = new TypeNames(program);
        constants = new Constants(program);
        expressionTypes = new ExpressionTypes(program, types);
        facts = options.facts();
        MemberStores stores =
                new MemberStores(program, types, table -> options.tables().test(table) && facts.serves(table));
        members = new Members(program, types, stores, constants, facts);
        Predicate<String> isBoundary = name -> find(name).isPresent();
        reach = new Reach(program.mentions(), isBoundary);
        returnValues = new ReturnValues(this);
        calls = new Calls(this);
        for (Mentions.Owner function : program.mentions().functions()) {
            mentionCounts.merge(function.key(), function.names().length, Math::max);
            if (find(function.name())
                    .filter(one -> one.constructs(function.name()))
                    .isPresent()) {
                program.functions(function.name(), function.file())
                        .forEach(definition -> constructed.add(
                                TypeNames.base(definition.source().returnType())));
            }
        }
    }

    /** Whether values of a type are made by a boundary, such as commands that are executed later. */
    boolean isConstructed(String type) {
        return constructed.contains(TypeNames.base(type));
    }

    /** How many names a function mentions. */
    int size(Definition definition) {
        String name = definition.name();
        return mentionCounts.getOrDefault(
                definition.source().isStatic() ? name + '@' + definition.file() : name, Integer.MAX_VALUE);
    }

    Optional<CBoundary> boundary(String function) {
        Optional<CBoundary> boundary = known.get(function);
        if (boundary == null) {
            boundary = find(function);
            known.put(function, boundary);
        }
        return boundary;
    }

    private Optional<CBoundary> find(String function) {
        for (CBoundary boundary : boundaries) {
            if (boundary.handles(function)) {
                return Optional.of(boundary);
            }
        }
        return Optional.empty();
    }

    /** Whether a function can lead to a boundary operation. */
    boolean matters(Definition definition) {
        return exhaustive || reach.reaches(definition);
    }

    boolean matters(Atom atom) {
        return atom instanceof Atom.Code code && (exhaustive || reach.reaches(code.name(), code.file()));
    }

    boolean matters(String name, String file) {
        return exhaustive || leads(name, file);
    }

    /** Whether a name can lead to a boundary operation. */
    boolean leads(String name, String file) {
        return reach.reaches(name, file);
    }

    /** Whether an argument of a macro may lead to a boundary operation: the name of a function, or of a member that holds one. */
    boolean mattersInMacro(String name, String file) {
        return matters(name, file) || reach.reachesThrough(name);
    }

    Activation activation(Definition definition, List<CValue> arguments) {
        return activations.apply(definition, arguments);
    }

    Refinement refinement(Frame frame) {
        return new Refinement(constants, frame);
    }

    Set<String> assigned(Block block) {
        Set<String> known = assigned.get(block);
        if (known == null) {
            known = Shapes.assigned(block);
            assigned.put(block, known);
        }
        return known;
    }

    /** A name that is no local variable: a constant, a function, or a variable at file scope. */
    CValue global(String name, String file) {
        Map<String, CValue> known = globals.computeIfAbsent(file, one -> new ConcurrentHashMap<>());
        CValue value = known.get(name);
        if (value == null) {
            value = find(name, file);
            known.put(name, value);
        }
        return value;
    }

    private CValue find(String name, String file) {
        CValue library = LibraryModels.constant(name);
        if (!library.isUnknown()) {
            return library;
        }
        Optional<CValue> settled = facts.variable(name);
        if (settled.isPresent()) {
            return settled.get();
        }
        CValue constant = constants.named(name, file);
        if (!constant.isUnknown()) {
            return constant;
        }
        List<Definition> functions = program.functions(name, file);
        if (!functions.isEmpty()) {
            return CValue.of(new Atom.Code(name, functions.get(0).file()));
        }
        Optional<CProgram.Variable> variable = program.variable(name, file);
        if (variable.isEmpty()) {
            return CValue.UNKNOWN;
        }
        return members.initialFunction(variable.get())
                .or(() -> variable.get().global().initializer().isPresent() && isArray(variable.get())
                        ? Optional.of(new Atom.Table(name, variable.get().file()))
                        : Optional.empty())
                .map(CValue::of)
                .orElse(CValue.UNKNOWN);
    }

    private static boolean isArray(CProgram.Variable variable) {
        return variable.global()
                .initializer()
                .filter(org.btdetect.program.Expression.Initializer.class::isInstance)
                .isPresent();
    }

    CValue address(String name, String file) {
        if (!program.functions(name, file).isEmpty()) {
            return global(name, file);
        }
        return program.variable(name, file)
                .map(variable -> CValue.of(new Atom.Table(name, variable.file())))
                .orElse(CValue.UNKNOWN);
    }

    /** Interprets a function for some arguments; each missing argument is unknown. */
    Behavior interpret(Definition definition, List<CValue> arguments, Frame frame) {
        Environment environment = Environment.empty();
        var parameters = definition.function().parameters();
        for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
            environment.set(parameters.get(i).name(), arguments.get(i));
        }
        return new FunctionBody(this, frame)
                .execute(definition.function().body().block(), environment);
    }
}
