package org.btdetect.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.TreeNode;

/** Draws the outline of a tree as SVG, each layer in a lane of its own, one node a line. */
public final class LanePicture {
    private static final int ROW = 22;
    private static final int TOP = 40;
    private static final int INDENT = 14;
    private static final int LANE = 104;
    private static final int CHARACTER = 7;
    private static final int MARGIN = 10;
    private static final int LONGEST_GUARD = 46;
    private static final Map<Layer, String> COLOURS = colours();

    private final List<Row> rows = new ArrayList<>();
    private final Map<Layer, Integer> indents = new EnumMap<>(Layer.class);
    private final Map<Layer, Integer> lanes = new TreeMap<>();
    private final int depth;

    private LanePicture(int depth) {
        this.depth = depth;
    }

    private record Row(TreeNode node, int indent, int parent) {}

    /**
     * Returns the picture.
     *
     * @param depth how many levels of the outline below the action are drawn
     */
    public static String of(BehaviorTree tree, int depth) {
        LanePicture picture = new LanePicture(depth);
        picture.collect(Outline.of(tree.root()), 0, -1, 0);
        return picture.draw(tree.name().toString());
    }

    private void collect(TreeNode node, int indent, int parent, int level) {
        int index = rows.size();
        rows.add(new Row(node, indent, parent));
        indents.merge(node.layer(), indent, Math::max);
        if (level < depth) {
            for (TreeNode child : node.children()) {
                boolean same = child.layer() == node.layer();
                collect(child, same ? indent + 1 : 0, index, level + 1);
            }
        }
    }

    private String draw(String name) {
        int x = MARGIN;
        for (Map.Entry<Layer, Integer> lane : new TreeMap<>(indents).entrySet()) {
            lanes.put(lane.getKey(), x);
            x += Math.max(LANE, lane.getValue() * INDENT + INDENT * 3);
        }
        int height = TOP + rows.size() * ROW + MARGIN;
        int right = x;
        int width = MARGIN
                + rows.stream()
                        .mapToInt(row -> x(row) + INDENT + text(row).length() * CHARACTER)
                        .reduce(right, Math::max);
        StringJoiner svg = new StringJoiner("\n", "", "\n");
        svg.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">"
                        .formatted(width, height, width, height));
        svg.add("<title>The behaviour tree of " + escaped(name) + "</title>");
        svg.add("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        svg.add("<g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"11.5\">");
        drawLanes(svg, right, height);
        for (int i = 0; i < rows.size(); i++) {
            drawRow(svg, i);
        }
        svg.add("</g>").add("</svg>");
        return svg.toString();
    }

    private void drawLanes(StringJoiner svg, int right, int height) {
        List<Map.Entry<Layer, Integer>> all = List.copyOf(lanes.entrySet());
        for (int i = 0; i < all.size(); i++) {
            int x = all.get(i).getValue();
            int end = i + 1 < all.size() ? all.get(i + 1).getValue() : right;
            String colour = colour(all.get(i).getKey());
            svg.add("<rect x=\"%d\" y=\"0\" width=\"%d\" height=\"%d\" fill=\"%s\" opacity=\"0.06\"/>"
                    .formatted(x - 4, end - x - 4, height, colour));
            svg.add("<text x=\"%d\" y=\"20\" fill=\"%s\" font-weight=\"bold\">%s</text>"
                    .formatted(x + 4, colour, all.get(i).getKey()));
        }
    }

    private void drawRow(StringJoiner svg, int index) {
        Row row = rows.get(index);
        int y = TOP + index * ROW;
        if (row.parent() >= 0) {
            Row parent = rows.get(row.parent());
            boolean crossing = parent.node().layer() != row.node().layer();
            svg.add("<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>"
                    .formatted(
                            x(parent) + 4,
                            TOP + row.parent() * ROW + 6,
                            y,
                            x(row) - 3,
                            crossing ? colour(row.node().layer()) : "#b9c0cc",
                            crossing ? "1.6" : "1"));
        }
        boolean operator = row.node().kind() == NodeKind.OPERATOR;
        String style = operator
                ? "fill=\"#5b6577\" font-style=\"italic\""
                : "fill=\"" + colour(row.node().layer()) + "\"";
        svg.add("<text x=\"%d\" y=\"%d\" %s%s>%s</text>"
                .formatted(
                        x(row),
                        y + 4,
                        style,
                        row.node().kind() == NodeKind.ENTRY ? " font-weight=\"bold\"" : "",
                        escaped(text(row))));
    }

    private int x(Row row) {
        return lanes.getOrDefault(row.node().layer(), 0) + row.indent() * INDENT + 4;
    }

    private static String text(Row row) {
        TreeNode node = row.node();
        String name = node.kind() == NodeKind.BOUNDARY ? "● " + node.label() : node.name();
        String guard = node.edge().guard();
        if (guard.isEmpty()) {
            return name;
        }
        String shown = guard.length() > LONGEST_GUARD ? guard.substring(0, LONGEST_GUARD) + "…" : guard;
        return name + " [" + shown + "]";
    }

    private static String colour(Layer layer) {
        return COLOURS.getOrDefault(layer, "#1c2330");
    }

    private static Map<Layer, String> colours() {
        Map<Layer, String> colours = new EnumMap<>(Layer.class);
        colours.put(Layer.USER, "#6b7280");
        colours.put(Layer.API, "#1f5fc4");
        colours.put(Layer.CONDUCTOR, "#7a4fc0");
        colours.put(Layer.SCHEDULER, "#a0479f");
        colours.put(Layer.COMPUTE, "#0f7d7d");
        colours.put(Layer.LIBVIRT, "#b25b09");
        colours.put(Layer.QEMU, "#b3261e");
        colours.put(Layer.GUEST, "#7c5a00");
        colours.put(Layer.IMAGE, "#3d7a1f");
        return colours;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
