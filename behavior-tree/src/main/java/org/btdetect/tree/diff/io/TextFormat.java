package org.btdetect.tree.diff.io;

import java.util.Optional;
import org.btdetect.tree.Place;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.LibraryDiff;
import org.btdetect.tree.diff.Severity;

/** For a reader at a terminal: a line where nothing changed, else a sentence for each change with its two places. */
final class TextFormat {
    private TextFormat() {}

    static String write(DiffReport report) {
        LibraryDiff diff = report.diff();
        StringBuilder text =
                new StringBuilder(diff.before().name() + " → " + diff.after().name() + ": " + ChangeText.summary(diff));
        text.append(report.accepted().isEmpty() ? "" : "; " + report.accepted().size() + " accepted")
                .append('\n');
        Optional<Severity> section = Optional.empty();
        for (Change change : diff.changes()) {
            if (section.isEmpty() || section.get() != change.severity()) {
                section = Optional.of(change.severity());
                text.append('\n').append(ChangeText.heading(change.severity())).append('\n');
            }
            add(change, report, text);
        }
        return text.toString();
    }

    private static void add(Change change, DiffReport report, StringBuilder text) {
        text.append("\n  ")
                .append(change.kind().id())
                .append(": ")
                .append(ChangeText.sentence(change))
                .append('\n');
        line("before", place(change.before()), text);
        line("after", place(change.after()), text);
        line("in", ChangeText.some(change.actions()), text);
        if (!change.others().isEmpty()) {
            line("also in", ChangeText.some(change.others()) + ", which did it before", text);
        }
        report.reason(change).ifPresent(reason -> line("accepted", reason, text));
    }

    private static void line(String name, String value, StringBuilder text) {
        text.append("    ")
                .append(name)
                .append(" ".repeat(Math.max(1, 9 - name.length())))
                .append(value)
                .append('\n');
    }

    private static String place(Place place) {
        return place.isKnown() ? place.toString() : "-";
    }
}
