package org.btdetect.associate.python;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.PyModule;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/**
 * {@code oslo.versionedobjects}: registered classes are attributes of their package, fields have the types that {@code fields}
 * declares, and a remotable method is a database operation whose body is read for its result only.
 */
public final class VersionedObjects implements LibraryModel {

    private static final String LIBRARY = "oslo_versionedobjects";
    private static final Set<String> BASE = Set.of("remotable", "remotable_classmethod", "obj_make_list");
    private static final Set<String> FIELDS = Set.of("ObjectField", "ListOfObjectsField");
    private static final String OBJECT = "object-field";
    private static final String LIST = "object-list-field";
    private static final String REMOTABLE = "remotable";
    private static final String REMOTABLE_QUERY = "remotable-query";

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (call.path().equals(REMOTABLE + ".__call__") || call.path().equals(REMOTABLE_QUERY + ".__call__")) {
            return call.receiver().map(receiver -> execute(call, (Atom.Modeled) receiver));
        }
        if (!isLibrary(call.path())) {
            return Optional.empty();
        }
        return switch (call.name()) {
            case "remotable" -> modeled(REMOTABLE, call.arguments());
            case "remotable_classmethod" ->
                modeled(REMOTABLE_QUERY, call.arguments())
                        .map(outcome ->
                                outcome.value(Value.of(new Atom.Modeled("classmethod", List.of(outcome.value())))));
            case "ObjectField" -> modeled(OBJECT, call.arguments());
            case "ListOfObjectsField" -> modeled(LIST, call.arguments());
            case "obj_make_list" -> call.arguments().get(1, "list_obj").map(Outcome::of);
            case "obj_clone" -> call.receiver().map(receiver -> Outcome.of(Value.of(receiver)));
            default -> Optional.empty();
        };
    }

    /** Fields have declared types, whatever an object was made with. */
    @Override
    public boolean isKnownByClass(String externalBase) {
        return isLibrary(externalBase);
    }

    private static boolean isLibrary(String path) {
        return path.startsWith(LIBRARY + ".");
    }

    private static Optional<Outcome> modeled(String kind, Arguments arguments) {
        return Optional.of(Outcome.of(Value.of(new Atom.Modeled(kind, List.of(arguments.first())))));
    }

    /** The operation happens where the database is; here only what it gives matters. */
    private static Outcome execute(ExternalCall call, Atom.Modeled method) {
        Link link = new Link(
                EdgeKind.DATABASE,
                call.link().evidence(),
                call.link().callText(),
                call.link().certainty());
        Outcome outcome = call.interpreter().call(method.part(0), call.arguments(), link);
        String name = method.part(0).atoms().stream()
                .map(call.interpreter()::function)
                .flatMap(Optional::stream)
                .findFirst()
                .map(function -> function.definition().qualifiedName())
                .orElse(call.link().callText());
        boolean query = method.kind().equals(REMOTABLE_QUERY);
        Behavior done = Behavior.sequence(
                new Behavior.Operation(link, Layer.API, name, "", query),
                LogRecords.of(name, call.arguments(), link.evidence()));
        return new Outcome(outcome.value(), done, true, Value.NOTHING);
    }

    /** A program from before the library defines what became the library itself. */
    @Override
    public Optional<Value> carried(PyModule module, String name) {
        boolean base = BASE.contains(name) && BASE.stream().allMatch(module::defines);
        boolean field = FIELDS.contains(name) && FIELDS.stream().allMatch(module::defines);
        if (base || field) {
            return Optional.of(Value.of(new Atom.External(LIBRARY + (base ? ".base." : ".fields.") + name)));
        }
        boolean root = BASE.stream().allMatch(module::defines)
                && module.classes().stream().anyMatch(type -> type.name().equals(name) && isRoot(type));
        return root ? Optional.of(Value.of(new Atom.External(LIBRARY + ".base.VersionedObject"))) : Optional.empty();
    }

    /** The class that loads fields on demand is the one that all objects inherit from. */
    private static boolean isRoot(Statement.ClassDefinition type) {
        return type.body().statements().stream()
                .anyMatch(statement -> statement instanceof Statement.FunctionDefinition definition
                        && definition.function().name().equals("obj_load_attr"));
    }

    @Override
    public Optional<Value> attribute(Interpreter interpreter, Atom target, String name) {
        if (target instanceof Atom.ModuleRef module) {
            return registered(interpreter, module.name(), name);
        }
        return target instanceof Atom.Instance instance ? field(interpreter, instance, name) : Optional.empty();
    }

    /** A class that is registered becomes an attribute of the package that its module is in. */
    private static Optional<Value> registered(Interpreter interpreter, String packageName, String name) {
        return interpreter.source().modulesDefining(name).stream()
                .filter(module -> module.startsWith(packageName + "."))
                .map(module -> interpreter.pyClass(module, name))
                .flatMap(Optional::stream)
                .filter(type -> isRegistered(type.definition()) || isObject(interpreter, type))
                .findFirst()
                .map(type -> Value.of(new Atom.ClassRef(type)))
                .or(() -> underOtherName(interpreter, packageName, name));
    }

    /** A class may say itself under which name it is registered; of several versions the last one counts. */
    private static Optional<Value> underOtherName(Interpreter interpreter, String packageName, String name) {
        return interpreter.source().modulesContaining("return '" + name + "'").stream()
                .filter(module -> module.startsWith(packageName + "."))
                .flatMap(module -> interpreter.module(module).stream())
                .flatMap(module -> module.classes().stream()
                        .filter(VersionedObjects::isRegistered)
                        .flatMap(definition -> interpreter.pyClass(module.name(), definition.name()).stream()))
                .filter(type -> objectName(interpreter, type).equals(Optional.of(name)))
                .reduce((one, later) -> later)
                .map(type -> Value.of(new Atom.ClassRef(type)));
    }

    private static Optional<String> objectName(Interpreter interpreter, PyClass type) {
        Value method = interpreter.attribute(Value.of(new Atom.ClassRef(type)), "obj_name");
        return interpreter
                .call(method, Arguments.NONE, Link.exact(EdgeKind.DIRECT, Place.NONE, "obj_name"))
                .value()
                .asText();
    }

    /** Before there were decorators to register it, every class of objects was registered. */
    private static boolean isObject(Interpreter interpreter, PyClass type) {
        return interpreter.libraryBase(type).filter(VersionedObjects::isLibrary).isPresent();
    }

    private static boolean isRegistered(Statement.ClassDefinition definition) {
        return definition.decorators().stream()
                .map(decorator -> decorator instanceof Expression.Call call ? call.callee() : decorator)
                .anyMatch(decorator -> decorator instanceof Expression.Attribute attribute
                        && attribute.name().startsWith("register"));
    }

    private static Optional<Value> field(Interpreter interpreter, Atom.Instance instance, String name) {
        for (PyClass type : interpreter.linearisation(instance.type())) {
            Optional<Value> declared = interpreter
                    .classAttribute(type, "fields")
                    .flatMap(fields -> fields.single(Atom.Dictionary.class))
                    .filter(fields -> fields.known().has(name))
                    .map(fields -> fields.known().get(name));
            if (declared.isPresent()) {
                return Optional.of(typed(interpreter, type, declared.get()));
            }
        }
        return Optional.empty();
    }

    private static Value typed(Interpreter interpreter, PyClass owner, Value declaration) {
        Value result = Value.NOTHING;
        for (Atom atom : declaration.atoms()) {
            Value value = Value.DATA;
            if (atom instanceof Atom.Modeled field
                    && (field.kind().equals(OBJECT) || field.kind().equals(LIST))) {
                Value object = field.part(0)
                        .asText()
                        .flatMap(type -> instance(interpreter, owner, type))
                        .orElse(Value.UNKNOWN);
                value = field.kind().equals(LIST) ? Value.of(new Atom.Elements(object)) : object;
            }
            result = result.join(value);
        }
        return result;
    }

    private static Optional<Value> instance(Interpreter interpreter, PyClass owner, String name) {
        String module = owner.module().name();
        String packageName = module.substring(0, Math.max(0, module.lastIndexOf('.')));
        return registered(interpreter, packageName, name)
                .flatMap(value -> value.single(Atom.ClassRef.class))
                .map(type -> Value.of(new Atom.Instance(type.type(), Bindings.EMPTY)));
    }

    /** A list object's elements are those of its field {@code objects}. */
    @Override
    public Optional<Value> element(Interpreter interpreter, Atom target) {
        return target instanceof Atom.Instance instance
                ? field(interpreter, instance, "objects").map(interpreter::element)
                : Optional.empty();
    }
}
