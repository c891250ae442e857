package org.btdetect.grow;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.associate.python.Binding;
import org.btdetect.associate.python.Callbacks;
import org.btdetect.associate.python.EventRoots;
import org.btdetect.associate.python.ServiceRoots;
import org.btdetect.resolve.python.Interpreter;

/** The functions that Nova has registered for events: with libvirt, and with its own objects. */
record Reactions(Binding binding, Callbacks callbacks) {

    /** The roots for what has been registered so far; the first may register more. */
    List<ServiceRoots.Root> roots(Interpreter interpreter) {
        List<ServiceRoots.Root> roots = new ArrayList<>(new EventRoots(interpreter).of(binding.registrations()));
        roots.addAll(callbacks.roots(interpreter));
        return roots;
    }
}
