package org.btdetect.tree.io;

import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Place;
import org.btdetect.tree.Subject;

/**
 * A subject taken apart into what files hold.
 *
 * @param arguments the arguments of a boundary, else empty
 * @param reason why a call is unresolved, else empty
 * @param target the id that a reference points to, else empty
 */
record SubjectParts(NodeKind kind, String name, Place place, String arguments, String reason, String target) {
    static SubjectParts of(Subject subject) {
        String arguments = subject instanceof Subject.Boundary boundary ? boundary.arguments() : "";
        String reason = subject instanceof Subject.Unresolved call ? call.reason() : "";
        String target = subject instanceof Subject.Reference reference ? reference.target() : "";
        return new SubjectParts(subject.kind(), subject.name(), subject.place(), arguments, reason, target);
    }

    Subject subject() throws TreeFormatException {
        return switch (kind) {
            case ACTION -> new Subject.Action(name, place);
            case ENTRY -> new Subject.Entry(name, place);
            case CALL -> new Subject.Call(name, place);
            case BOUNDARY -> new Subject.Boundary(name, place, arguments);
            case OPERATOR -> new Subject.Control(Ids.operator(name), place);
            case UNRESOLVED -> new Subject.Unresolved(name, place, reason);
            case REFERENCE -> new Subject.Reference(name, place, target);
        };
    }
}
