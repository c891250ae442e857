package org.btdetect.cli;

/** How a report is printed. */
enum ReportFormat {
    /** For a reader. */
    TEXT,
    /** For a program. */
    JSON
}
