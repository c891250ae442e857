package org.btdetect.summary;

import org.btdetect.tree.Certainty;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;

/**
 * How a callee was found, and where the call stands.
 *
 * @param evidence the call site
 * @param callText the callee as written
 */
public record Link(EdgeKind kind, Place evidence, String callText, Certainty certainty) {

    /** The same call, found on another ground. */
    public Link ofKind(EdgeKind other) {
        return new Link(other, evidence, callText, certainty);
    }

    public static Link exact(EdgeKind kind, Place evidence, String callText) {
        return new Link(kind, evidence, callText, Certainty.EXACT);
    }
}
