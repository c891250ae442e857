package org.btdetect.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A node of a behaviour tree with everything below it.
 *
 * <p>Children are an implicit sequence, except below {@link Operator#CHOICE}, where each is a branch.
 *
 * <p>A node is a value: a grower builds nodes from the leaves up, without ids, and may use the same node at several places.
 * {@link Numbering} gives out the ids when the tree is complete. Until then an id is a provisional name that only a node
 * needs to which a {@link Subject.Reference} points.
 *
 * @param id the node's id, unique in its tree once that is numbered
 * @param subject what the node stands for
 * @param layer the layer in which the node runs
 * @param edge the way from the parent to the node
 * @param marks the properties of this occurrence, in the order of their declaration
 * @param children what happens below, in order
 */
public record TreeNode(String id, Subject subject, Layer layer, Edge edge, Set<Mark> marks, List<TreeNode> children) {
    /** Copies marks and children, and rejects children below a leaf. */
    public TreeNode {
        marks = ordered(marks);
        children = List.copyOf(children);
        if (!children.isEmpty() && isLeaf(subject.kind())) {
            throw new IllegalArgumentException(
                    "a node of kind " + subject.kind().id() + " cannot have children");
        }
    }

    /** Returns a node without id, edge, marks and children. */
    public static TreeNode of(Subject subject, Layer layer) {
        return new TreeNode("", subject, layer, Edge.ROOT, Set.of(), List.of());
    }

    /** Returns a control node whose edge is the control structure at the given place. */
    public static TreeNode control(Operator operator, Layer layer, Place place, List<TreeNode> children) {
        Edge edge = Edge.of(EdgeKind.CONTROL, place);
        return new TreeNode("", new Subject.Control(operator, place), layer, edge, Set.of(), children);
    }

    /** Returns this node with another id. */
    public TreeNode withId(String other) {
        return new TreeNode(other, subject, layer, edge, marks, children);
    }

    /** Returns this node with another subject. */
    public TreeNode withSubject(Subject other) {
        return new TreeNode(id, other, layer, edge, marks, children);
    }

    /** Returns this node with another edge. */
    public TreeNode withEdge(Edge other) {
        return new TreeNode(id, subject, layer, other, marks, children);
    }

    /** Returns this node with other marks. */
    public TreeNode withMarks(Set<Mark> other) {
        return new TreeNode(id, subject, layer, edge, other, children);
    }

    /** Returns this node with other children. */
    public TreeNode withChildren(List<TreeNode> other) {
        return new TreeNode(id, subject, layer, edge, marks, other);
    }

    /** Returns the kind of this node. */
    public NodeKind kind() {
        return subject.kind();
    }

    /** Returns the subject's qualified name. */
    public String name() {
        return subject.name();
    }

    /** Returns what a drawing of the tree calls this node. */
    public String label() {
        return subject.label();
    }

    /** Returns whether this node is a control node with the given operator. */
    public boolean is(Operator operator) {
        return subject instanceof Subject.Control control && control.operator() == operator;
    }

    /** Returns this node and all below it, in pre-order. */
    public Stream<TreeNode> stream() {
        List<TreeNode> nodes = new ArrayList<>();
        collect(nodes);
        return nodes.stream();
    }

    /**
     * Returns whether another node describes the same behaviour, wherever and however it was found, and whatever the nodes are
     * called that references within the two point to.
     */
    public boolean behavesLike(TreeNode other) {
        return new Likeness().holds(this, other);
    }

    private void collect(List<TreeNode> nodes) {
        nodes.add(this);
        children.forEach(child -> child.collect(nodes));
    }

    private static boolean isLeaf(NodeKind kind) {
        return kind == NodeKind.BOUNDARY || kind == NodeKind.UNRESOLVED || kind == NodeKind.REFERENCE;
    }

    private static Set<Mark> ordered(Set<Mark> marks) {
        return marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
    }
}
