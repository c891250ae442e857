package org.btdetect.verdict;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.btdetect.tree.Layer;

/**
 * A page of its own, without scripts or anything loaded: for each verdict that is no mere authorisation a timeline with a
 * lane for each layer, and a table of all verdicts.
 */
final class HtmlWriter implements VerdictWriter {
    private static final int WIDTH = 900;
    private static final int LEFT = 90;
    private static final int LANE = 26;
    private static final int MOST = 2000;
    private static final String STYLE =
            "body{font:14px system-ui,sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse;width:100%}"
                    + "td,th{text-align:left;padding:.2rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}"
                    + "section{border:1px solid #ccc;border-radius:6px;padding:0 1rem 1rem;margin:1rem 0}"
                    + ".unauthorised{color:#b00020}.undecidable{color:#8a5a00}.authorised{color:#1b6e2c}"
                    + "svg{width:100%;height:auto}text{font:11px system-ui,sans-serif;fill:#444}"
                    + ".chain{fill:#b00020}.echo{fill:#f0a030}line{stroke:#ddd}code{font-size:12px}";

    private final Writer out;
    private final List<Verdict> verdicts = new ArrayList<>();
    private long count;

    HtmlWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(Verdict verdict) {
        count++;
        if (verdicts.size() < MOST || verdict.kind() != VerdictKind.AUTHORISED) {
            verdicts.add(verdict);
        }
    }

    @Override
    public void finish() throws IOException {
        out.write(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>BTDetect verdicts</title><style>"
                        + STYLE + "</style></head><body>\n<h1>Verdicts</h1>\n");
        for (VerdictKind kind : VerdictKind.values()) {
            long of =
                    verdicts.stream().filter(verdict -> verdict.kind() == kind).count();
            if (of > 0) {
                out.write("<p class=\"" + kind.id() + "\">" + of + " " + kind.id() + "</p>\n");
            }
        }
        for (Verdict verdict : verdicts) {
            if (verdict.kind() != VerdictKind.AUTHORISED) {
                section(verdict);
            }
        }
        table();
        out.write("</body></html>\n");
    }

    private void section(Verdict verdict) throws IOException {
        String level =
                verdict.level().map(layer -> " at " + layer.id() + " level").orElse("");
        out.write("<section><h2 class=\"" + verdict.kind().id() + "\">"
                + escape(verdict.kind().id().toUpperCase(Locale.ROOT) + level + ": " + verdict.operation())
                + "</h2>\n<p>"
                + escape(verdict.object()) + "<br>" + escape(verdict.actor()) + "</p>\n");
        timeline(verdict);
        records("What was done", verdict.chain());
        records("What followed", verdict.echoes());
        out.write("<p>" + escape(verdict.missing().counterfactual()) + "</p><ul>");
        for (Rejection rejection : verdict.rejected()) {
            out.write("<li>" + escape(rejection.explanation() + ": " + rejection.reason()) + "</li>");
        }
        out.write("</ul></section>\n");
    }

    private void timeline(Verdict verdict) throws IOException {
        List<Evidence> all = new ArrayList<>(verdict.chain());
        all.addAll(verdict.echoes());
        long from = all.stream().mapToLong(Evidence::micros).min().orElse(0);
        long span = Math.max(1, all.stream().mapToLong(Evidence::micros).max().orElse(1) - from);
        List<Layer> lanes =
                all.stream().map(Evidence::layer).distinct().sorted().toList();
        int height = LANE * lanes.size() + 24;
        out.write("<svg viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\">");
        for (int i = 0; i < lanes.size(); i++) {
            int y = LANE * i + 14;
            out.write("<line x1=\"" + LEFT + "\" x2=\"" + (WIDTH - 10) + "\" y1=\"" + y + "\" y2=\"" + y
                    + "\"/><text x=\"4\" y=\"" + (y + 4) + "\">" + lanes.get(i).id() + "</text>");
        }
        for (int i = 0; i < all.size(); i++) {
            Evidence evidence = all.get(i);
            long x = LEFT + 6 + (evidence.micros() - from) * (WIDTH - LEFT - 22) / span;
            int y = LANE * lanes.indexOf(evidence.layer()) + 14;
            out.write("<circle class=\"" + (i < verdict.chain().size() ? "chain" : "echo") + "\" r=\"5\" cx=\"" + x
                    + "\" cy=\"" + y + "\"><title>"
                    + escape(Moment.text(evidence.micros()) + " " + evidence.operation() + " " + evidence.origin())
                    + "</title></circle>");
        }
        out.write("<text x=\"" + LEFT + "\" y=\"" + (height - 6) + "\">" + Moment.text(from) + "</text><text x=\""
                + (WIDTH - 190) + "\" y=\"" + (height - 6) + "\">" + Moment.text(from + span) + "</text></svg>\n");
    }

    private void records(String title, List<Evidence> records) throws IOException {
        if (records.isEmpty()) {
            return;
        }
        out.write("<h3>" + title + "</h3><table>");
        for (Evidence evidence : records) {
            out.write("<tr><td>" + evidence.layer().id() + "</td><td>" + Moment.text(evidence.micros())
                    + "</td><td><code>"
                    + escape(evidence.operation()) + "</code></td><td>" + escape(evidence.key()) + "</td><td>"
                    + escape(evidence.origin().toString()) + "</td></tr>\n");
        }
        out.write("</table>");
    }

    private void table() throws IOException {
        out.write("<h2>All verdicts (" + count + ")</h2><table><tr><th>from</th><th>verdict</th><th>level</th>"
                + "<th>operation</th><th>object</th></tr>\n");
        for (Verdict verdict : verdicts) {
            out.write("<tr class=\"" + verdict.kind().id() + "\"><td>" + Moment.text(verdict.from()) + "</td><td>"
                    + verdict.kind().id() + "</td><td>"
                    + verdict.level().map(Layer::id).orElse("") + "</td><td>" + escape(verdict.operation())
                    + "</td><td>"
                    + escape(verdict.object()) + "</td></tr>\n");
        }
        out.write("</table>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
