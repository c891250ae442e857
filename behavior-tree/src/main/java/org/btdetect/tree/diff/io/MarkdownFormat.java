package org.btdetect.tree.diff.io;

import java.util.List;
import java.util.Optional;
import org.btdetect.tree.Place;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.ChangeKind;
import org.btdetect.tree.diff.LibraryDiff;
import org.btdetect.tree.diff.Severity;

/** For a comment on a pull request: the changes by their severity, with a drawing of what is around the gravest. */
final class MarkdownFormat {
    /** Viewers draw slowly, and readers tire sooner. */
    private static final int MOST_DRAWINGS = 12;

    private static final int MOST_NODES = 5;

    private final DiffReport report;
    private final StringBuilder text = new StringBuilder();
    private int drawings;

    private MarkdownFormat(DiffReport report) {
        this.report = report;
    }

    static String write(DiffReport report) {
        MarkdownFormat format = new MarkdownFormat(report);
        format.write();
        return format.text.toString();
    }

    private void write() {
        LibraryDiff diff = report.diff();
        text.append("## Behaviour trees: ")
                .append(escaped(diff.before().name()))
                .append(" → ");
        text.append(escaped(diff.after().name()))
                .append("\n\n")
                .append(ChangeText.summary(diff))
                .append('\n');
        Optional<Severity> section = Optional.empty();
        for (Change change : diff.changes()) {
            if (section.isEmpty() || section.get() != change.severity()) {
                section = Optional.of(change.severity());
                text.append("\n### ")
                        .append(ChangeText.heading(change.severity()))
                        .append("\n\n");
            }
            add(change);
        }
    }

    private void add(Change change) {
        text.append("- **").append(change.kind().id()).append("** ").append(escaped(ChangeText.sentence(change)));
        text.append("  \n  ").append(place(change.before())).append(" → ").append(place(change.after()));
        text.append(", in ").append(escaped(ChangeText.some(change.actions())));
        report.reason(change)
                .ifPresent(reason -> text.append("  \n  accepted: ").append(escaped(reason)));
        text.append('\n');
        if (isDrawn(change) && drawings < MOST_DRAWINGS) {
            drawings++;
            draw(change);
        }
    }

    private static boolean isDrawn(Change change) {
        return change.severity() == Severity.SURFACE
                && !change.subject().isEmpty()
                && change.kind() != ChangeKind.CROSSING_MOVED;
    }

    /** Draws actions, the function that changed, what it calls now, and what that reaches. */
    private void draw(Change change) {
        text.append("\n  ```mermaid\n  flowchart LR\n");
        node("f", change.function());
        node("s", change.subject());
        List<String> actions = change.actions();
        for (int i = 0; i < Math.min(MOST_NODES, actions.size()); i++) {
            node("a" + i, actions.get(i));
            text.append("    a").append(i).append(" -.-> f\n");
        }
        text.append("    f ==> s\n");
        List<String> operations = change.operations();
        for (int i = 0; i < Math.min(MOST_NODES, operations.size()); i++) {
            if (!operations.get(i).endsWith(" " + change.subject())) {
                node("o" + i, operations.get(i));
                text.append("    s --> o").append(i).append('\n');
            }
        }
        text.append("    classDef new stroke:#b00,stroke-width:2px\n    class s new\n  ```\n\n");
    }

    private void node(String id, String label) {
        text.append("    ")
                .append(id)
                .append("[\"")
                .append(label.replaceAll("\\s+", " ")
                        .replace("#", "#35;")
                        .replace("\"", "#quot;")
                        .replace("<", "#lt;")
                        .replace("`", "'"))
                .append("\"]\n");
    }

    private static String place(Place place) {
        return place.isKnown() ? "`" + place.toString().replace("`", "'") + "`" : "–";
    }

    /** Text from sources is not markup. */
    private static String escaped(String plain) {
        return plain.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#@])", "\\\\$1");
    }
}
