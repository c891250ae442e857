package org.btdetect.tree.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a process tree as PTML, the format of ProM's package ProcessTree, which PM4Py reads as well. */
final class PtmlWriter {
    private final StringBuilder nodes = new StringBuilder();
    private final List<String> edges = new ArrayList<>();
    private int next;

    private PtmlWriter() {}

    static String write(ProcessTree tree, String name) {
        PtmlWriter writer = new PtmlWriter();
        String root = writer.add(tree);
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ptml>\n");
        text.append("  <processTree id=\"tree\" name=\"")
                .append(XmlText.attribute(name))
                .append("\" root=\"")
                .append(root)
                .append("\">\n");
        text.append(writer.nodes);
        writer.edges.forEach(text::append);
        return text.append("  </processTree>\n</ptml>\n").toString();
    }

    private String add(ProcessTree tree) {
        if (tree instanceof ProcessTree.Task task) {
            return node("manualTask", task.name());
        }
        if (tree instanceof ProcessTree.Block block) {
            String id = node(block.kind().name().toLowerCase(Locale.ROOT), "");
            block.parts().forEach(part -> below(id, part));
            return id;
        }
        if (tree instanceof ProcessTree.Loop loop) {
            // do, redo, exit: nothing is done once, and again after each time that the body was
            String id = node("xorLoop", "");
            below(id, new ProcessTree.Silent());
            below(id, loop.body());
            below(id, new ProcessTree.Silent());
            return id;
        }
        return node("automaticTask", "");
    }

    private void below(String parent, ProcessTree part) {
        int position = edges.size();
        edges.add("");
        String child = add(part);
        edges.set(
                position,
                "    <parentsNode id=\"e" + position + "\" sourceId=\"" + parent + "\" targetId=\"" + child + "\"/>\n");
    }

    private String node(String type, String name) {
        String id = "n" + next++;
        nodes.append("    <")
                .append(type)
                .append(" id=\"")
                .append(id)
                .append("\" name=\"")
                .append(XmlText.attribute(name))
                .append("\"/>\n");
        return id;
    }
}
