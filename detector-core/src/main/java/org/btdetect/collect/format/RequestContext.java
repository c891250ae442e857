package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Texts;

/**
 * The request that a service's record belongs to, in any release's form: {@code -}, {@code req-U user project - - -},
 * {@code None req-U user project - - default default}, {@code req-GLOBAL req-U ...}.
 *
 * @param globalRequest the calling service's identifier, empty if none
 * @param request this service's identifier, empty if none
 * @param user the user's identifier or name, empty if none
 * @param project the project's identifier or name, empty if none
 */
record RequestContext(String globalRequest, String request, String user, String project) {
    static final RequestContext NONE = new RequestContext("", "", "", "");

    private static final byte[] REQUEST = Ascii.bytes("req-");
    private static final byte[] NO_GLOBAL = Ascii.bytes("None ");

    static RequestContext read(RawRecord record, int from, int to, Texts texts) {
        int at = record.hasAt(from, NO_GLOBAL) ? from + NO_GLOBAL.length : from;
        if (!record.hasAt(at, REQUEST) && !isBareRequest(record, at)) {
            return NONE;
        }
        int end = wordEnd(record, at, to);
        String first = texts.of(record, at, end);
        String global = "";
        if (record.hasAt(end + 1, REQUEST) && end + 1 < to) {
            at = end + 1;
            end = wordEnd(record, at, to);
            global = first;
            first = texts.of(record, at, end);
        }
        int userEnd = wordEnd(record, end + 1, to);
        int projectEnd = wordEnd(record, userEnd + 1, to);
        return new RequestContext(
                global, first, word(record, end + 1, userEnd, texts), word(record, userEnd + 1, projectEnd, texts));
    }

    /** A word {@code req} alone, which stands where a log was made anonymous. */
    private static boolean isBareRequest(RawRecord record, int at) {
        return record.at(at) == 'r' && record.at(at + 1) == 'e' && record.at(at + 2) == 'q' && record.at(at + 3) == ' ';
    }

    private static int wordEnd(RawRecord record, int from, int to) {
        int end = record.find(' ', from);
        return end < 0 || end > to ? to : end;
    }

    private static String word(RawRecord record, int from, int to, Texts texts) {
        return from >= to || to - from == 1 && record.at(from) == '-' ? "" : texts.of(record, from, to);
    }
}
