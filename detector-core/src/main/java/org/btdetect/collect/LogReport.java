package org.btdetect.collect;

import java.util.List;
import org.btdetect.collect.record.Shapes.Shape;

/**
 * What came of a log's lines. Every line is counted once: with the record that it begins or continues.
 *
 * @param log the log's name
 * @param format its format's name, empty if it is of no known format
 * @param used lines of records that told an event or a part of one
 * @param known lines of records that are understood and no evidence of anything
 * @param unknown lines of records whose format is understood, but not what they say
 * @param malformed lines of records that are not of the log's format
 * @param repeated lines of records that the log holds twice
 * @param events how many events it told
 * @param bytes how many bytes of it were read, unpacked
 * @param shapes the shapes of unknown and malformed records, the most frequent first
 * @param problems what went wrong while it was read, each with its file
 */
public record LogReport(
        String log,
        String format,
        long used,
        long known,
        long unknown,
        long malformed,
        long repeated,
        long events,
        long bytes,
        List<Shape> shapes,
        List<String> problems) {
    public LogReport {
        shapes = List.copyOf(shapes);
        problems = List.copyOf(problems);
    }

    /** Returns how many lines were read. */
    public long lines() {
        return used + known + unknown + malformed + repeated;
    }

    /** Returns the share of lines whose meaning is known among those that repeat none, from 0 to 1; 1 if there is none. */
    public double recognised() {
        return lines() == repeated ? 1 : (double) (used + known) / (lines() - repeated);
    }
}
