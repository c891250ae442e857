package org.btdetect.associate.java;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.tree.client.BindingMethod;
import org.btdetect.tree.client.ClientCall;

/** What the methods of a component in Java ask for. */
public final class JavaClients {

    static final String UNMATCHED = "not compared with a library";

    private JavaClients() {}

    /** The methods that send requests, and these; which actions they start is not known yet. */
    public static List<ClientCall> calls(JavaSources sources) {
        List<ClientCall> calls = new ArrayList<>(new AnnotatedRequests(sources).calls());
        calls.addAll(new BuiltRequests(sources).calls());
        return calls;
    }

    /** The methods that call functions of a native library, and these. */
    public static List<BindingMethod> bindings(JavaSources sources) {
        return new NativeBinding(sources).methods();
    }
}
