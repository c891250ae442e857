package org.btdetect.resolve.python;

import java.util.List;
import java.util.Optional;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.Expression;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;

/**
 * An abstract interpreter of Python, driven by demand: asked what a function does when it is called with some abstract arguments,
 * it runs that function, and whatever it reaches, over sets of abstract objects, and gives a {@link
 * org.btdetect.summary.Behavior} term.
 *
 * <p>Values: which classes an object may be an instance of and what it was made with, which function a name holds and what it
 * captured, which constants a parameter has ({@link Atom}). Contexts: a function is run once for each distinct tuple of abstract
 * arguments ({@link Activations}). Control: structured; a test that the values decide cuts the other branch, an undecided one gives
 * a choice, and what a branch tests it assumes ({@link Conditions}). Modules are never run as a whole; each name is evaluated when
 * it is first asked for ({@link Modules}). Attributes are functions of the object, not of a history of writes ({@link Fields}).
 *
 * <p>Not thread-safe: one interpreter belongs to one thread.
 */
public final class Interpreter {

    private final Modules modules;
    private final Classes classes = new Classes(this);
    private final Attributes attributes = new Attributes(this);
    private final Fields fields = new Fields(this);
    private final Items items = new Items(this);
    private final Functions functions = new Functions(this);
    private final Calls calls = new Calls(this);
    private final Protocols protocols = new Protocols(this);
    private final MethodNames methodNames = new MethodNames(this);
    private final Activations activations = new Activations(this);
    private final Ledger ledger = new Ledger();
    private final Guards guards = new Guards();
    private final Definitions definitions = new Definitions();
    private final Libraries libraries;
    private final ModuleSource source;
    private final OutsideWrites outsideWrites;
    private final boolean keepsTemplates;

    /** @param models asked in this order for whatever leaves the program */
    public Interpreter(ModuleSource source, List<LibraryModel> models) {
        this(source, models, OutsideWrites.closed());
    }

    /** @param outsideWrites what is known of attributes that others than an object's own methods write */
    public Interpreter(ModuleSource source, List<LibraryModel> models, OutsideWrites outsideWrites) {
        this(source, models, outsideWrites, false);
    }

    /** An interpreter that keeps the known parts of texts: {@code '/servers/%s' % name} is {@code /servers/{}}. */
    public static Interpreter keepingTemplates(ModuleSource source, List<LibraryModel> models) {
        return new Interpreter(source, models, OutsideWrites.closed(), true);
    }

    private Interpreter(
            ModuleSource source, List<LibraryModel> models, OutsideWrites outsideWrites, boolean keepsTemplates) {
        this.outsideWrites = outsideWrites;
        this.keepsTemplates = keepsTemplates;
        this.source = source;
        this.modules = new Modules(this, source);
        this.libraries = new Libraries(this, models);
    }

    /** Calls a value; the outcome's behaviour is an invocation whose evidence is the place. */
    public Outcome call(Value callee, Arguments arguments, Link link) {
        return calls.call(callee, arguments, link);
    }

    /** Reads an attribute, running a property's body for its value only. */
    public Value attribute(Value target, String name) {
        return attributes
                .read(target, name, Link.exact(EdgeKind.DIRECT, Place.NONE, name))
                .value();
    }

    /** @return what the module binds the name to; empty if there is no such module or name */
    public Optional<Value> global(String module, String name) {
        return modules.module(module).flatMap(found -> modules.name(found, name));
    }

    public Optional<PyModule> module(String name) {
        return modules.module(name);
    }

    /** Evaluates an expression as if it stood in the module's body. */
    public Value evaluate(PyModule module, Expression expression) {
        return modules.evaluate(module, expression);
    }

    /** Calls a generator function that makes context managers; its body runs where the manager is entered. */
    public Outcome manage(Value generator, Arguments arguments, Link link) {
        Value managers = Value.NOTHING;
        for (Atom atom : generator.atoms()) {
            Optional<Atom.Closure> closure = functions.undecorated(atom);
            if (closure.isPresent()) {
                Activations.Summary summary = activations.summary(closure.get(), arguments);
                Link how = new Link(EdgeKind.CONTEXT_MANAGER, link.evidence(), link.callText(), link.certainty());
                managers = managers.join(Value.of(new Atom.Managed(summary.activation(), summary.yields(), how)));
            }
        }
        return managers.isNothing() ? calls.unresolved(link, "the generator is not known") : Outcome.of(managers);
    }

    boolean reraises(Value manager) {
        return !manager.isNothing() && manager.atoms().stream().allMatch(libraries::reraises);
    }

    public ModuleSource source() {
        return source;
    }

    /** @return the attribute that the class's body, or an inherited one, defines */
    public Optional<Value> classAttribute(PyClass type, String name) {
        return classes.member(type, Optional.empty(), name).map(Classes.Member::value);
    }

    /** @return the class and its bases in method resolution order, as far as they belong to the program */
    public List<PyClass> linearisation(PyClass type) {
        return classes.linearisation(type).classes();
    }

    /** @return the dotted path of the first base class outside of the program, if there is one */
    public Optional<String> libraryBase(PyClass type) {
        return classes.linearisation(type).externalBase();
    }

    /** @return the class of the name as the module's statements define it */
    public Optional<PyClass> pyClass(String module, String name) {
        return global(module, name)
                .flatMap(value -> value.single(Atom.ClassRef.class))
                .map(Atom.ClassRef::type);
    }

    /** @return any element of a collection */
    public Value element(Value collection) {
        return items.element(collection);
    }

    /** @return the element of a collection under an index or key */
    public Value subscript(Value collection, Value index) {
        return items.subscript(collection, index);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** @return how many activations have been run to their end */
    public int activationCount() {
        return activations.size();
    }

    /** @return the function below decorators */
    public Optional<PyFunction> function(Atom atom) {
        return functions
                .undecorated(atom instanceof Atom.Method method ? method.function() : atom)
                .map(Atom.Closure::function);
    }

    boolean keepsTemplates() {
        return keepsTemplates;
    }

    Value folded(BinaryOperator operator, Value left, Value right) {
        return keepsTemplates
                ? TextTemplates.binary(operator, left, right).orElseGet(() -> Folding.binary(operator, left, right))
                : Folding.binary(operator, left, right);
    }

    public OutsideWrites outsideWrites() {
        return outsideWrites;
    }

    Guards guards() {
        return guards;
    }

    Protocols protocols() {
        return protocols;
    }

    Definitions definitions() {
        return definitions;
    }

    Modules modules() {
        return modules;
    }

    Classes classes() {
        return classes;
    }

    Attributes attributes() {
        return attributes;
    }

    Fields fields() {
        return fields;
    }

    Items items() {
        return items;
    }

    Functions functions() {
        return functions;
    }

    MethodNames methodNames() {
        return methodNames;
    }

    Calls calls() {
        return calls;
    }

    Activations activations() {
        return activations;
    }

    Libraries libraries() {
        return libraries;
    }

    Expressions expressions(Frame frame) {
        return new Expressions(this, frame);
    }

    BindingValues bindings(Frame frame) {
        return new BindingValues(this, frame);
    }

    Optional<Value> modelledAttribute(Atom target, String name) {
        return libraries.attribute(target, name);
    }

    Optional<Value> modelledElement(Atom target) {
        return libraries.element(target);
    }
}
