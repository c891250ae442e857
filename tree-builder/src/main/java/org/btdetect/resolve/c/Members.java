package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.btdetect.program.Expression;
import org.btdetect.program.TranslationUnit.Struct;

/**
 * What members of structs hold: exactly, where the struct is a table that is known; what all tables of its type hold in that
 * member, where only the type is known; and the functions that are assigned to a member of that name, or passed to what assigns
 * it, where there is no table.
 */
final class Members {

    private static final int ASSIGNED_LIMIT = 12;

    private final CProgram program;
    private final TypeNames types;
    private final MemberStores stores;
    private final PassedFunctions passed;
    private final Constants constants;
    private final Facts facts;

    Members(CProgram program, TypeNames types, MemberStores stores, Constants constants, Facts facts) {
        this.passed = new PassedFunctions(program, types, stores);
        this.program = program;
        this.types = types;
        this.stores = stores;
        this.constants = constants;
        this.facts = facts;
    }

    /** The functions that a member may hold. */
    Set<Atom.Code> functions(CValue receiver, String type, String member) {
        Set<Atom.Code> functions = new LinkedHashSet<>();
        for (MemberStores.Entry entry : entries(receiver, type, member)) {
            stores.code(entry.value(), entry.table().file()).ifPresent(functions::add);
        }
        if (functions.isEmpty()) {
            functions.addAll(stores.assigned(member));
            functions.addAll(stores.initialized(member));
            if (functions.isEmpty()) {
                functions.addAll(passed.stored(type, member));
            }
            return functions.size() <= ASSIGNED_LIMIT ? functions : Set.of();
        }
        return functions;
    }

    /** The functions that a parameter may hold, by the calls of its function. */
    Set<Atom.Code> passed(Definition function, String parameter) {
        return passed.passed(function, parameter);
    }

    private List<MemberStores.Entry> entries(CValue receiver, String type, String member) {
        List<MemberStores.Entry> all = stores.tables(type).entries().getOrDefault(member, List.of());
        Set<String> known = new TreeSet<>();
        for (Atom atom : receiver.atoms()) {
            if (!(atom instanceof Atom.Table table)) {
                return all;
            }
            known.add(table.text());
        }
        return known.isEmpty()
                ? all
                : all.stream()
                        .filter(entry -> known.contains(new Atom.Table(
                                        entry.table().name(), entry.table().file())
                                .text()))
                        .toList();
    }

    /** The value of a member, of a struct that has the type or that the type points to. */
    CValue value(CValue receiver, String type, String member) {
        if (facts.concerns(member)) {
            Optional<CValue> settled = facts.member(types.names(type), member);
            if (settled.isPresent()) {
                return settled.get();
            }
        }
        MemberStores.Tables tables = stores.tables(type);
        if (tables.tables().isEmpty() || !isConstantTable(tables, receiver)) {
            return origin(type, member);
        }
        List<MemberStores.Entry> entries = entries(receiver, type, member);
        SortedSet<Atom> atoms = new TreeSet<>(entries.isEmpty() ? stores.assigned(member) : Set.of());
        int expected = receiver.atoms().isEmpty()
                ? tables.tables().size()
                : receiver.atoms().size();
        if (entries.size() < expected || !atoms.isEmpty()) {
            atoms.add(new Atom.Number(0));
        }
        for (MemberStores.Entry entry : entries) {
            CValue value = initial(entry.value(), entry.table().file());
            if (value.atoms().isEmpty()) {
                return CValue.UNKNOWN;
            }
            atoms.addAll(value.atoms());
        }
        return CValue.of(atoms);
    }

    /** Whether a struct type is one whose values are the tables at file scope: it has members that hold functions. */
    private boolean isConstantTable(MemberStores.Tables tables, CValue receiver) {
        boolean known = !receiver.atoms().isEmpty() && receiver.atoms().stream().allMatch(Atom.Table.class::isInstance);
        return known
                || tables.entries().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(entry ->
                                stores.code(entry.value(), entry.table().file()).isPresent());
    }

    private CValue initial(Expression value, String file) {
        Optional<Atom.Code> code = stores.code(value, file);
        if (code.isPresent()) {
            return CValue.of(code.get());
        }
        if (value instanceof Expression.Literal literal) {
            return Constants.literal(literal.value());
        }
        if (value instanceof Expression.Unary unary && unary.operand() instanceof Expression.Name name) {
            return program.variable(name.id(), file)
                    .map(variable -> CValue.of(new Atom.Table(variable.name(), variable.file())))
                    .orElse(CValue.UNKNOWN);
        }
        if (value instanceof Expression.Name name) {
            CValue library = LibraryModels.constant(name.id());
            return library.isUnknown() ? constants.named(name.id(), file) : library;
        }
        return CValue.UNKNOWN;
    }

    /** A character string is remembered by the member that it was read from. */
    private CValue origin(String type, String member) {
        return types.field(type, member)
                .filter(field -> TypeNames.isText(field.type()))
                .map(field -> CValue.of(new Atom.Origin(structName(type), member)))
                .orElse(CValue.UNKNOWN);
    }

    /** A struct's name, whatever typedef it is spoken of by. */
    private String structName(String type) {
        return types.struct(type).map(Struct::name).orElse("").replaceFirst("^_+", "");
    }

    /** The function that a variable starts with. */
    Optional<Atom> initialFunction(CProgram.Variable variable) {
        return variable.global().initializer().flatMap(value -> stores.code(value, variable.file()));
    }

    /** The functions of a table that is an array of functions. */
    List<Atom.Code> elements(Atom.Table table) {
        List<Atom.Code> functions = new ArrayList<>();
        program.variable(table.name(), table.file())
                .flatMap(variable -> variable.global().initializer())
                .filter(Expression.Initializer.class::isInstance)
                .map(Expression.Initializer.class::cast)
                .ifPresent(list -> list.elements()
                        .forEach(element ->
                                stores.code(element.value(), table.file()).ifPresent(functions::add)));
        return functions;
    }
}
