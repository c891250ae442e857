package org.btdetect.program;

/**
 * A place in a source file.
 *
 * @param line 1-based line
 * @param column 1-based column, counted in characters of the decoded line
 */
public record Position(int line, int column) implements Comparable<Position> {

    @Override
    public int compareTo(Position other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
