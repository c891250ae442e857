package org.btdetect.tree.diff;

import java.util.List;
import org.btdetect.tree.Layer;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Place;

/**
 * A function of the sources with what it does, or the action itself.
 *
 * <p>In a tree, a function is a node or a step on the way to one, as its size decides; here it makes no difference.
 *
 * @param kind {@code ACTION}, {@code ENTRY} or {@code CALL}
 * @param name the qualified name
 * @param place the definition
 * @param layer the layer in which it runs
 * @param body its operations in order
 * @param below a hash of what the body says, without line numbers
 * @param content a hash of what the function says, its own name and file included
 * @param exact the same with line numbers
 * @param sketch which crossings the function leads to, itself included
 */
record Function(
        NodeKind kind,
        String name,
        Place place,
        Layer layer,
        List<Operation> body,
        long below,
        long content,
        long exact,
        Sketch sketch) {

    static Function of(NodeKind kind, String name, Place place, Layer layer, List<Operation> body) {
        Hashing shape = new Hashing();
        Hashing lines = new Hashing();
        Sketch sketch = new Sketch();
        for (Operation operation : body) {
            shape.add(operation.shape());
            lines.add(operation.exact());
            sketch.add(operation.sketch());
        }
        if (kind == NodeKind.ENTRY) {
            sketch.add(layer.id() + " " + name);
        }
        String file = kind == NodeKind.ACTION ? "" : place.file();
        long below = shape.value();
        long content = new Hashing()
                .add(kind.ordinal())
                .add(name)
                .add(file)
                .add(layer.ordinal())
                .add(below)
                .value();
        long exact =
                new Hashing().add(content).add(place.line()).add(lines.value()).value();
        return new Function(kind, name, place, layer, body, below, content, exact, sketch);
    }
}
