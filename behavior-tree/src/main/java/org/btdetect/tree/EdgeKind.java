package org.btdetect.tree;

import java.util.Locale;

/** The closed vocabulary of the grounds on which an edge of a tree was found. */
public enum EdgeKind {
    /** The tree's root, which nothing leads to. */
    ROOT("the root of the tree"),
    /** A control structure of the enclosing function's body. */
    CONTROL("a control structure in the caller's body"),
    DIRECT("the callee is named in the caller's scope"),
    SELF("a method of the caller's own object"),
    INHERITED("a method that the object's class inherits"),
    SUPER("a method of the next class in the method resolution order"),
    ATTRIBUTE_TYPE("a method of the class that an attribute was assigned"),
    RETURN_TYPE("a method of the class that a call returns"),
    PARAMETER_TYPE("a method of the class of an argument"),
    METHOD_NAME("the few classes that have a method of the name, where the object is not known"),
    FUNCTION_VALUE("a function that a variable or parameter holds"),
    CLOSURE("a nested function or lambda"),
    DECORATOR("a wrapper that a decorator put around the callee"),
    CONTEXT_MANAGER("the entry or exit of a with statement"),
    PROPERTY("a property read or written as an attribute"),
    CONSTRUCTOR("the initialiser of an object that is created"),
    GENERATOR("the body of a generator that is iterated"),
    OPERATOR("a method that an operator or a builtin function calls"),
    DICTIONARY("a function found in a dictionary or by a computed name"),
    LIBRARY_MODEL("a function handed to a library that calls it"),
    ROUTE("a REST route to its controller method"),
    RPC_CAST("a message that expects no answer"),
    RPC_CALL("a message that expects an answer"),
    DRIVER_LOAD("the virtualization driver that the configuration names"),
    BINDING("a method of a language binding to its C function"),
    OPS_TABLE("a function pointer in a table of operations"),
    CALLBACK("a function registered to be called later"),
    MONITOR_COMMAND("a command sent to the virtualization process's monitor"),
    AGENT_COMMAND("a command sent to the agent inside the virtual machine"),
    QAPI_HANDLER("a monitor command to the function that implements it"),
    PROCESS_EXECUTION("a program that is executed"),
    SIGNAL("a signal sent to a process"),
    FILE_ACCESS("a file that is created, changed, read or removed"),
    DATABASE("a record that is written or read"),
    EXTERNAL_SERVICE("a request to another service"),
    THREAD("a function that a new thread runs");

    private final String doc;

    EdgeKind(String doc) {
        this.doc = doc;
    }

    /** Returns the lower-case, hyphenated text that stands for this kind in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns one line that says what an edge of this kind rests on. */
    public String doc() {
        return doc;
    }
}
