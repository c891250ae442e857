package org.btdetect.verdict;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Verdicts for a person: what, where, who; the records; what is missing. */
final class TextWriter implements VerdictWriter {
    private static final int MOST = 10;

    private final Writer out;

    TextWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(Verdict verdict) throws IOException {
        String level =
                verdict.level().map(layer -> " at " + layer.id() + " level").orElse("");
        String what = clean(verdict.operation() + (verdict.object().isEmpty() ? "" : " on " + verdict.object()));
        line("", verdict.kind().id().toUpperCase(Locale.ROOT) + level + ": " + what);
        line("  time    ", Moment.text(verdict.from()) + " to " + Moment.text(verdict.to()));
        if (!verdict.actor().isEmpty()) {
            line("  by      ", verdict.actor());
        }
        if (verdict.kind() != VerdictKind.AUTHORISED) {
            records("  record  ", verdict.chain());
            records("  then    ", verdict.echoes());
            reasons(verdict);
        }
    }

    private void records(String label, List<Evidence> records) throws IOException {
        for (Evidence evidence : records.subList(0, Math.min(MOST, records.size()))) {
            line(
                    label,
                    evidence.layer().id() + " " + Moment.text(evidence.micros()) + " " + evidence.operation() + " ("
                            + evidence.origin() + ", " + evidence.key() + ")");
        }
        if (records.size() > MOST) {
            line(label, "and " + (records.size() - MOST) + " more");
        }
    }

    private void reasons(Verdict verdict) throws IOException {
        for (Rejection rejection : verdict.rejected()) {
            line("  not     ", rejection.explanation() + ": " + rejection.reason());
        }
        for (String expected : verdict.missing().expected()) {
            line(
                    "  missing ",
                    expected + " (searched: "
                            + String.join(", ", verdict.missing().searched()) + ")");
        }
        if (!verdict.missing().counterfactual().isEmpty()) {
            line("  else    ", verdict.missing().counterfactual());
        }
    }

    @Override
    public void finish() {}

    private void line(String label, String text) throws IOException {
        out.write(label + clean(text) + "\n");
    }

    /** What logs hold must not steer a terminal. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
