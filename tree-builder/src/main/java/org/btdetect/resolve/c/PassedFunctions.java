package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.btdetect.program.Argument;
import org.btdetect.program.Expression;
import org.btdetect.program.Parameter;
import org.btdetect.program.Statement;
import org.btdetect.program.UnaryOperator;

/**
 * Which functions the program's calls pass to a parameter, read off their text and followed through parameters and members that
 * pass them on: for a pointer that is stored in one place and called in another, where no interpretation sees both.
 *
 * <p>A name of which the sources have no definition stands for a function that the program's build generates.
 */
final class PassedFunctions {

    private static final int DEPTH = 5;
    private static final int MOST = 12;

    private final CProgram program;
    private final TypeNames types;
    private final ExpressionTypes expressionTypes;
    private final MemberStores stores;
    private final Map<String, Integer> numbers = new HashMap<>();

    PassedFunctions(CProgram program, TypeNames types, MemberStores stores) {
        this.program = program;
        this.types = types;
        this.expressionTypes = new ExpressionTypes(program, types);
        this.stores = stores;
        List<String> symbols = program.mentions().symbols();
        for (int i = 0; i < symbols.size(); i++) {
            numbers.put(symbols.get(i), i);
        }
    }

    /**
     * The functions that reach a member because it is assigned a parameter; none if they are too many to mean anything.
     *
     * @param type the struct's type; empty if it is not known
     */
    Set<Atom.Code> stored(String type, String member) {
        Search search = new Search();
        search.stored(type, member, DEPTH);
        return search.result();
    }

    /** The functions that reach a parameter of a function; none if they are too many to mean anything. */
    Set<Atom.Code> passed(Definition function, String parameter) {
        Search search = new Search();
        search.parameter(function, parameter, DEPTH);
        return search.result();
    }

    private final class Search {

        private final Set<Atom.Code> found = new TreeSet<>();
        private final Set<String> seen = new HashSet<>();

        Set<Atom.Code> result() {
            return found.size() <= MOST ? new LinkedHashSet<>(found) : Set.of();
        }

        void stored(String type, String member, int depth) {
            if (depth > 0 && seen.add(type + "." + member)) {
                for (Mentions.Store store : stores.assignments(member)) {
                    program.functions(store.function(), store.file()).stream()
                            .filter(function -> function.file().equals(store.file()))
                            .filter(function -> position(function, store.value()) >= 0)
                            .filter(function -> mayStore(function, type, member))
                            .forEach(function -> name(store.value(), function, depth - 1));
                }
            }
        }

        void parameter(Definition function, String name, int depth) {
            int position = position(function, name);
            if (depth > 0 && position >= 0 && seen.add(function + "/" + position)) {
                calls(function.name(), false, position, depth - 1);
                stores.holding(function.name()).forEach(member -> calls(member, true, position, depth - 1));
            }
        }

        private void calls(String callee, boolean member, int position, int depth) {
            for (Definition caller : mentioning(callee, member)) {
                for (Expression.Call call : callsIn(caller)) {
                    if (call.arguments().size() > position && isCallOf(call, callee, member)) {
                        argument(call.arguments().get(position), caller, depth);
                    }
                }
            }
        }

        private void argument(Argument argument, Definition caller, int depth) {
            Expression value = argument.value();
            if (value instanceof Expression.Cast cast) {
                value = cast.operand();
            }
            if (value instanceof Expression.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
                value = unary.operand();
            }
            if (value instanceof Expression.Name name) {
                name(name.id(), caller, depth);
            } else if (value instanceof Expression.Attribute attribute) {
                stores.initializations(attribute.name()).forEach(store -> function(store.value(), store.file()));
                stored("", attribute.name(), depth);
            }
        }

        private void name(String name, Definition user, int depth) {
            if (position(user, name) >= 0) {
                parameter(user, name, depth);
            } else if (!frame(user).types.containsKey(name)) {
                function(name, user.file());
            }
        }

        private void function(String name, String file) {
            stores.code(name, file).or(() -> stores.generated(name, file)).ifPresent(found::add);
        }
    }

    private static int position(Definition function, String parameter) {
        List<Parameter> parameters = function.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(parameter)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a function may store something in a member of a struct of this type, rather than in one of the same name. */
    private boolean mayStore(Definition function, String type, String member) {
        List<String> owners = new ArrayList<>();
        Frame frame = frame(function);
        Subexpressions.of(
                function.function().body().block(),
                statement -> {
                    if (statement instanceof Statement.Declaration declaration
                            && declaration.initializer().orElse(null) instanceof Expression.Initializer list
                            && list.elements().stream()
                                    .anyMatch(element ->
                                            element.field().orElse("").equals(member))) {
                        owners.add(declaration.type());
                    } else if (statement instanceof Statement.Assign assign) {
                        assign.targets().forEach(target -> owner(target, member, frame, owners));
                    }
                },
                expression -> {
                    if (expression instanceof Expression.Assignment assignment) {
                        owner(assignment.target(), member, frame, owners);
                    }
                });
        List<String> names = types.names(type);
        return names.isEmpty()
                || owners.isEmpty()
                || owners.stream()
                        .anyMatch(owner ->
                                owner.isEmpty() || types.names(owner).stream().anyMatch(names::contains));
    }

    private void owner(Expression target, String member, Frame frame, List<String> owners) {
        if (target instanceof Expression.Attribute attribute && attribute.name().equals(member)) {
            owners.add(expressionTypes.of(attribute.target(), frame));
        }
    }

    /** The types of a function's parameters and local variables. */
    private Frame frame(Definition function) {
        Frame frame = new Frame(function, program.component(), 0, false);
        Subexpressions.of(
                function.function().body().block(),
                statement -> {
                    if (statement instanceof Statement.Declaration declaration) {
                        frame.types.put(declaration.name(), declaration.type());
                    }
                },
                expression -> {});
        return frame;
    }

    private static List<Expression.Call> callsIn(Definition function) {
        List<Expression.Call> calls = new ArrayList<>();
        Subexpressions.of(function.function().body().block(), statement -> {}, expression -> {
            if (expression instanceof Expression.Call call) {
                calls.add(call);
            }
        });
        return calls;
    }

    private static boolean isCallOf(Expression.Call call, String callee, boolean member) {
        return member
                ? call.callee() instanceof Expression.Attribute attribute
                        && attribute.name().equals(callee)
                : call.callee() instanceof Expression.Name name && name.id().equals(callee);
    }

    private List<Definition> mentioning(String name, boolean member) {
        Integer number = numbers.get(name);
        if (number == null) {
            return List.of();
        }
        return program.mentions().functions().stream()
                .filter(owner -> Arrays.binarySearch(member ? owner.members() : owner.names(), number) >= 0)
                .flatMap(owner -> program.functions(owner.name(), owner.file()).stream()
                        .filter(function -> function.file().equals(owner.file())))
                .toList();
    }
}
