package org.btdetect.tree.diff;

import java.util.Optional;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Place;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/**
 * What an operation does: a function that it calls, a boundary operation, a call that could not be followed, or a recursion.
 *
 * @param kind the kind of the node, {@code REFERENCE} for a recursion only
 * @param layer the layer in which it happens
 * @param edge how it was found
 * @param label name and arguments
 * @param key operations with the same key may be the same one
 * @param place the definition
 * @param function the function, if it is one
 */
record Callee(
        NodeKind kind, Layer layer, EdgeKind edge, String label, String key, Place place, Optional<Function> function) {
    static Callee of(Function function, EdgeKind edge) {
        String key = function.layer().id() + " " + function.name();
        return new Callee(
                function.kind(), function.layer(), edge, function.name(), key, function.place(), Optional.of(function));
    }

    /** Returns what a leaf of a tree does. */
    static Callee of(TreeNode leaf) {
        Subject subject = leaf.subject();
        String key = switch (leaf.kind()) {
            case UNRESOLVED -> "? " + leaf.name();
            case REFERENCE -> "↑ " + leaf.name();
            default -> Crossings.key(leaf);
        };
        return new Callee(
                leaf.kind(), leaf.layer(), leaf.edge().kind(), leaf.label(), key, subject.place(), Optional.empty());
    }

    /** Whether it is a function between two crossings, of which nobody outside of the code knows. */
    boolean isCall() {
        return kind == NodeKind.CALL;
    }

    boolean isCrossing() {
        return kind == NodeKind.ENTRY || kind == NodeKind.BOUNDARY;
    }

    boolean isUnresolved() {
        return kind == NodeKind.UNRESOLVED;
    }

    long content() {
        return function.map(Function::content)
                .orElseGet(() -> new Hashing()
                        .add(kind.ordinal())
                        .add(layer.ordinal())
                        .add(label)
                        .value());
    }

    long exact() {
        return function.map(Function::exact).orElse((long) place.line());
    }

    Sketch sketch() {
        return function.map(Function::sketch).orElseGet(this::ownSketch);
    }

    private Sketch ownSketch() {
        Sketch sketch = new Sketch();
        if (kind == NodeKind.BOUNDARY) {
            sketch.add(key);
        }
        return sketch;
    }
}
