package org.btdetect.tree.diff.io;

import org.btdetect.tree.Place;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.Severity;

/** For the log of a GitHub workflow: an annotation for each change that nobody has accepted, at its newer place. */
final class GithubFormat {
    private GithubFormat() {}

    static String write(DiffReport report) {
        StringBuilder text = new StringBuilder();
        report.open().forEach(change -> add(change, text));
        return text.append(ChangeText.summary(report.diff())).append('\n').toString();
    }

    private static void add(Change change, StringBuilder text) {
        Place place = change.after().isKnown() ? change.after() : change.before();
        text.append("::").append(level(change.severity())).append(' ');
        if (place.isKnown()) {
            text.append("file=")
                    .append(property(place.file()))
                    .append(",line=")
                    .append(Math.max(1, place.line()))
                    .append(',');
        }
        text.append("title=").append(property(change.kind().id())).append("::");
        String message = ChangeText.sentence(change) + ", in " + ChangeText.some(change.actions());
        text.append(data(message)).append('\n');
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case SURFACE -> "error";
            case ORDER, EVIDENCE -> "warning";
            case REFACTORING -> "notice";
        };
    }

    private static String property(String value) {
        return data(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
