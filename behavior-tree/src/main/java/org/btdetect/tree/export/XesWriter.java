package org.btdetect.tree.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Writes runs of a process tree as XES, IEEE 1849: a log that the tree replays without a deviation, for trying out programs of
 * process mining. The same tree has the same runs; times are made up, a second an event.
 */
final class XesWriter {
    private static final int TRACES = 20;
    private static final int MAX_EVENTS = 2000;
    private static final int MOST_ROUNDS = 2;

    private final RandomGenerator random;
    private final List<String> events = new ArrayList<>();

    private XesWriter(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static String write(ProcessTree tree, String name) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append("<log xes.version=\"1849-2016\" xes.features=\"\" xmlns=\"http://www.xes-standard.org/\">\n");
        text.append(
                "  <extension name=\"Concept\" prefix=\"concept\" uri=\"http://www.xes-standard.org/concept.xesext\"/>\n");
        text.append("  <extension name=\"Time\" prefix=\"time\" uri=\"http://www.xes-standard.org/time.xesext\"/>\n");
        text.append("  <classifier name=\"Activity\" keys=\"concept:name\"/>\n");
        text.append("  <string key=\"concept:name\" value=\"")
                .append(XmlText.attribute(name))
                .append("\"/>\n");
        for (int trace = 0; trace < TRACES; trace++) {
            XesWriter run = new XesWriter(trace);
            run.run(tree);
            run.add(trace, text);
        }
        return text.append("</log>\n").toString();
    }

    private void add(int trace, StringBuilder text) {
        text.append("  <trace>\n    <string key=\"concept:name\" value=\"")
                .append(trace)
                .append("\"/>\n");
        for (int i = 0; i < events.size(); i++) {
            Instant time = Instant.ofEpochSecond(trace * 86_400L + i);
            text.append("    <event><string key=\"concept:name\" value=\"").append(XmlText.attribute(events.get(i)));
            text.append("\"/><date key=\"time:timestamp\" value=\"")
                    .append(time)
                    .append("\"/></event>\n");
        }
        text.append("  </trace>\n");
    }

    private void run(ProcessTree tree) {
        if (tree instanceof ProcessTree.Task task) {
            events.add(task.name());
        } else if (tree instanceof ProcessTree.Loop loop) {
            int rounds = random.nextInt(MOST_ROUNDS + 1);
            for (int i = 0; i < rounds && events.size() < MAX_EVENTS; i++) {
                run(loop.body());
            }
        } else if (tree instanceof ProcessTree.Block block) {
            run(block);
        }
    }

    private void run(ProcessTree.Block block) {
        switch (block.kind()) {
            case SEQUENCE -> block.parts().forEach(this::run);
            case XOR -> run(block.parts().get(random.nextInt(block.parts().size())));
            case AND -> interleave(block.parts());
        }
    }

    private void interleave(List<ProcessTree> parts) {
        List<List<String>> runs = new ArrayList<>();
        for (ProcessTree part : parts) {
            int start = events.size();
            run(part);
            List<String> run = events.subList(start, events.size());
            runs.add(new ArrayList<>(run));
            run.clear();
        }
        runs.removeIf(List::isEmpty);
        while (!runs.isEmpty()) {
            List<String> next = runs.get(random.nextInt(runs.size()));
            events.add(next.remove(0));
            runs.removeIf(List::isEmpty);
        }
    }
}
