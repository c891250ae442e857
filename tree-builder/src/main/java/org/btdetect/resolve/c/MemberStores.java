package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.btdetect.program.Expression;
import org.btdetect.program.TranslationUnit.Field;
import org.btdetect.program.TranslationUnit.Struct;
import org.btdetect.program.UnaryOperator;

/**
 * Where functions are stored in members of structs: exactly in the initialisers of tables at file scope (by struct type
 * and member), and by the member's name alone in assignments anywhere.
 */
final class MemberStores {

    /** One table's entry. */
    record Entry(CProgram.Variable table, Expression value) {}

    /** The tables of a struct type and what they hold, by member. */
    record Tables(Set<CProgram.Variable> tables, Map<String, List<Entry>> entries) {}

    private final CProgram program;
    private final TypeNames types;
    private final Predicate<CProgram.Variable> admitted;
    private final Map<String, Tables> tables = new ConcurrentHashMap<>();
    private final Map<String, List<Mentions.Store>> assigned = new HashMap<>();
    private final Map<String, List<Mentions.Store>> initialized = new HashMap<>();

    /** @param admitted which tables the deployment uses */
    MemberStores(CProgram program, TypeNames types, Predicate<CProgram.Variable> admitted) {
        this.admitted = admitted;
        this.program = program;
        this.types = types;
        for (Mentions.Store store : program.mentions().stores()) {
            (store.inFunction() ? assigned : initialized)
                    .computeIfAbsent(store.member(), member -> new ArrayList<>())
                    .add(store);
        }
    }

    /** The tables of the struct that a type is or points to. */
    Tables tables(String type) {
        Optional<Struct> struct = types.struct(type);
        if (struct.isEmpty()) {
            return new Tables(Set.of(), Map.of());
        }
        String key = TypeNames.base(type);
        Tables known = tables.get(key);
        if (known == null) {
            known = find(type, struct.get());
            tables.put(key, known);
        }
        return known;
    }

    private Tables find(String type, Struct struct) {
        Tables found = new Tables(new LinkedHashSet<>(), new HashMap<>());
        for (String name : types.names(type)) {
            for (CProgram.Variable variable : program.variablesOfType(name)) {
                if (admitted.test(variable)
                        && !found.tables().contains(variable)
                        && variable.global().initializer().orElse(null) instanceof Expression.Initializer initializer) {
                    index(found, variable, struct, initializer);
                }
            }
        }
        return found;
    }

    private void index(Tables found, CProgram.Variable variable, Struct struct, Expression.Initializer initializer) {
        found.tables().add(variable);
        if (isArrayOf(struct, initializer)) {
            for (Expression.Element element : initializer.elements()) {
                if (element.value() instanceof Expression.Initializer inner) {
                    index(found, variable, struct, inner);
                }
            }
            return;
        }
        int position = 0;
        for (Expression.Element element : initializer.elements()) {
            int at = position++;
            String member = element.field()
                    .orElseGet(() -> at < struct.fields().size()
                            ? struct.fields().get(at).name()
                            : "");
            found.entries()
                    .computeIfAbsent(member, name -> new ArrayList<>())
                    .add(new Entry(variable, element.value()));
        }
    }

    /** Whether the elements are structs of the type rather than its members. */
    private boolean isArrayOf(Struct struct, Expression.Initializer initializer) {
        boolean nested = initializer.elements().stream()
                .allMatch(element -> element.field().isEmpty() && element.value() instanceof Expression.Initializer);
        return nested
                && struct.fields().stream()
                        .limit(1)
                        .map(Field::type)
                        .noneMatch(first ->
                                !first.contains("*") && types.struct(first).isPresent());
    }

    /** The function that an initialiser names. */
    Optional<Atom.Code> code(Expression value, String file) {
        if (value instanceof Expression.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
            return code(unary.operand(), file);
        }
        if (value instanceof Expression.Cast cast) {
            return code(cast.operand(), file);
        }
        return value instanceof Expression.Name name ? code(name.id(), file) : Optional.empty();
    }

    /** The function that a name used in a file means. */
    Optional<Atom.Code> code(String name, String file) {
        return program.functions(name, file).stream()
                .findFirst()
                .map(definition -> new Atom.Code(name, definition.file()));
    }

    /** A function that the name may stand for though no source defines it: one that the program's build generates. */
    Optional<Atom.Code> generated(String name, String file) {
        boolean defined = program.variable(name, file).isPresent()
                || program.macro(name, file).isPresent()
                || program.enumConstant(name).isPresent()
                || !LibraryModels.constant(name).isUnknown();
        return defined ? Optional.empty() : Optional.of(new Atom.Code(name, ""));
    }

    /** Where some function assigns a plain name to a member of this name. */
    List<Mentions.Store> assignments(String member) {
        return assigned.getOrDefault(member, List.of());
    }

    /** Where some initialiser at file scope gives a plain name to a member of this name. */
    List<Mentions.Store> initializations(String member) {
        return initialized.getOrDefault(member, List.of());
    }

    /** The members that a function is stored in somewhere. */
    Set<String> holding(String function) {
        return program.mentions().stores().stream()
                .filter(store -> store.value().equals(function))
                .map(Mentions.Store::member)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Functions that some function assigns to a member of this name. */
    Set<Atom.Code> assigned(String member) {
        return functions(assigned.getOrDefault(member, List.of()));
    }

    /** Functions that some initialiser at file scope gives a member of this name. */
    Set<Atom.Code> initialized(String member) {
        return functions(initialized.getOrDefault(member, List.of()));
    }

    private Set<Atom.Code> functions(List<Mentions.Store> stores) {
        Set<Atom.Code> functions = new LinkedHashSet<>();
        for (Mentions.Store store : stores) {
            code(store.value(), store.file()).ifPresent(functions::add);
        }
        return functions;
    }
}
