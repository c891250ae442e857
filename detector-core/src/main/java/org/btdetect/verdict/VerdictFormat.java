package org.btdetect.verdict;

import java.io.Writer;
import java.util.Locale;

/** How verdicts are written. */
public enum VerdictFormat {
    /** For a person. */
    TEXT {
        @Override
        public VerdictWriter to(Writer out) {
            return new TextWriter(out);
        }
    },
    /** One JSON object a line; {@code docs/verdicts.schema.json} tells its shape. */
    JSONL {
        @Override
        public VerdictWriter to(Writer out) {
            return new JsonLinesWriter(out);
        }
    },
    /** One Detection Finding of the Open Cybersecurity Schema Framework a line. */
    OCSF {
        @Override
        public VerdictWriter to(Writer out) {
            return new OcsfWriter(out);
        }
    },
    /** A page with a timeline that has a lane for each layer. */
    HTML {
        @Override
        public VerdictWriter to(Writer out) {
            return new HtmlWriter(out);
        }
    };

    /** Returns a writer of this format; the caller keeps the stream. */
    public abstract VerdictWriter to(Writer out);

    /** Returns the lower-case text that stands for this format on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}
