package org.btdetect.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.btdetect.keyword.overlap.LayerOverlap;
import org.btdetect.keyword.overlap.LogRecord;
import org.btdetect.keyword.overlap.Overlaps;
import org.btdetect.tree.ActionName;

/** An overlap report for an operator. */
final class OverlapText {
    private static final int SHOWN = 3;
    private static final int LONGEST = 110;

    private final StringBuilder text = new StringBuilder();

    private OverlapText() {}

    static String write(Overlaps overlaps) {
        OverlapText writer = new OverlapText();
        writer.line("Records at level " + overlaps.threshold().id()
                + " and above that actions leave while nothing fails; * marks a record that the action always leaves.");
        overlaps.layers().forEach(writer::layer);
        return writer.text.toString();
    }

    private void layer(LayerOverlap layer) {
        line("");
        line(layer.layer().id().toUpperCase(Locale.ROOT) + ": " + layer.records()
                + (layer.records() == 1 ? " record" : " different records"));
        section("told apart by a record of their own", layer.own().size());
        layer.own().forEach(this::own);
        section(
                "look alike: each of a group may leave exactly the same records",
                layer.alike().size());
        layer.alike().forEach(group -> line("    " + names(group)));
        section(
                "hidden: all that the first leaves, each of the others may leave too",
                layer.within().size());
        layer.within().forEach((inner, outer) -> line("    " + inner + " < " + names(outer)));
        section("leave no record", layer.silent().size());
        if (!layer.silent().isEmpty()) {
            line("    " + names(layer.silent()));
        }
    }

    private void section(String title, int count) {
        line("  " + title + " (" + count + ")");
    }

    private void own(ActionName action, List<LayerOverlap.Own> records) {
        line("    " + action + ": " + records.size() + (records.size() == 1 ? " record" : " records"));
        records.stream()
                .limit(SHOWN)
                .forEach(own -> line("      " + (own.isCertain() ? "* " : "  ") + shown(own.record())));
    }

    private static String shown(LogRecord record) {
        String speaker = record.speaker().isEmpty() ? "" : " " + record.speaker();
        String template = record.template().replace("\n", "\\n");
        String cut = template.length() > LONGEST ? template.substring(0, LONGEST) + "…" : template;
        return "[" + record.source().id() + speaker + "] " + cut;
    }

    private static String names(Collection<ActionName> names) {
        return names.stream().map(ActionName::toString).collect(Collectors.joining(", "));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
