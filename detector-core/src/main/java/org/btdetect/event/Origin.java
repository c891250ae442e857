package org.btdetect.event;

/**
 * The place of a raw record.
 *
 * @param file the log's name as it was given
 * @param line the number of the record's first line, from 1
 * @param lines how many lines it has, which need not follow each other
 */
public record Origin(String file, long line, int lines) {
    public Origin {
        if (line < 1 || lines < 1) {
            throw new IllegalArgumentException("line numbers start at 1: " + line + ", " + lines + " lines");
        }
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
