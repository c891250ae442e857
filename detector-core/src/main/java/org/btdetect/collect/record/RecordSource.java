package org.btdetect.collect.record;

import java.io.IOException;
import java.io.InputStream;

/**
 * A log's records, read as a stream through one buffer. Of a line that does not fit the buffer the beginning is kept, and a
 * record of many lines that does not fit is cut between two of them; memory is bounded whatever the log holds.
 */
public final class RecordSource implements AutoCloseable {
    /** The most bytes that are kept of a record, in a log that is read. */
    public static final int LONGEST = 1 << 19;

    private final String file;
    private final InputStream stream;
    private final RecordStart start;
    private final byte[] buffer;
    private int position;
    private int limit;
    private boolean ended;
    private boolean inOverlong;
    private long line = 1;
    private long bytesRead;

    /** @param file the name that records tell as their file's */
    public RecordSource(String file, InputStream stream, RecordStart start) {
        this(file, stream, start, LONGEST);
    }

    RecordSource(String file, InputStream stream, RecordStart start, int longest) {
        this.file = file;
        this.stream = stream;
        this.start = start;
        this.buffer = new byte[longest];
    }

    /** Returns how many bytes of the unpacked log were read so far. */
    public long bytesRead() {
        return bytesRead - (limit - position);
    }

    /**
     * Reads the next record.
     *
     * @param record is overwritten by it
     * @return false at the log's end
     */
    public boolean next(RawRecord record) throws IOException {
        if (inOverlong && !leftOverlong()) {
            return false;
        }
        int lines = 0;
        int length = 0;
        int scanned = 0;
        while (true) {
            int newline = newline(position + scanned);
            if (newline < 0 && !ended) {
                scanned = limit - position;
                if (!filled()) {
                    return lines > 0 ? taken(record, length, lines) : overlong(record);
                }
                continue;
            }
            int end = newline < 0 ? limit : newline;
            int begin = position + (lines == 0 ? 0 : length + 1);
            if (begin >= limit && newline < 0) {
                return lines > 0 && taken(record, length, lines);
            }
            if (lines > 0 && start.isAt(buffer, begin, end)) {
                return taken(record, length, lines);
            }
            lines++;
            length = end - position;
            scanned = length + 1;
        }
    }

    private boolean taken(RawRecord record, int length, int lines) {
        int end = position + length;
        int trimmed = end > position && buffer[end - 1] == '\r' ? end - 1 : end;
        record.set(buffer, position, trimmed);
        record.place(file, line, lines, false);
        line += lines;
        position = Math.min(limit, end + 1);
        return true;
    }

    /** The buffer holds nothing but a line, and not all of it. */
    private boolean overlong(RawRecord record) {
        record.set(buffer, position, limit);
        record.place(file, line, 1, true);
        position = limit;
        inOverlong = true;
        return true;
    }

    /** Passes over what did not fit of the last line; the log may end meanwhile. */
    private boolean leftOverlong() throws IOException {
        int newline;
        while ((newline = newline(position)) < 0) {
            position = limit;
            if (ended || !filled()) {
                return false;
            }
        }
        position = newline + 1;
        line++;
        inOverlong = false;
        return true;
    }

    private int newline(int from) {
        byte[] all = buffer;
        for (int i = from, end = limit; i < end; i++) {
            if (all[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads more behind what the buffer holds from the position on; false if there is no room. */
    private boolean filled() throws IOException {
        if (limit == buffer.length) {
            if (position == 0) {
                return false;
            }
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        int count = stream.read(buffer, limit, buffer.length - limit);
        ended = count < 0;
        limit += Math.max(0, count);
        bytesRead += Math.max(0, count);
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
