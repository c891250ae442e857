package org.btdetect.tree.diff.io;

import java.util.Locale;

/** A format in which a difference is told. */
public enum DiffFormat {
    /** For a reader at a terminal. */
    TEXT,
    /** For a comment on a pull request. */
    MARKDOWN,
    /** For programs. */
    JSON,
    /** For code scanning. */
    SARIF,
    /** For the log of a GitHub workflow. */
    GITHUB;

    /** Returns the difference as text. */
    public String text(DiffReport report) {
        return switch (this) {
            case TEXT -> TextFormat.write(report);
            case MARKDOWN -> MarkdownFormat.write(report);
            case JSON -> JsonFormat.write(report);
            case SARIF -> SarifFormat.write(report);
            case GITHUB -> GithubFormat.write(report);
        };
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
