package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;

/**
 * A REST request as a server's access line has it. Forms: {@code ADDRESS "METHOD PATH HTTP/1.1" status: N len: N time: S}
 * (with a microversion and without a protocol where the service's own filter writes it), and
 * {@code ADDRESS - - [DATE] "METHOD PATH HTTP/1.1" STATUS LENGTH SECONDS}.
 *
 * @param address the client's
 * @param method the request's
 * @param path the request's, with its query
 * @param status the answer's
 * @param took microseconds from the request to the answer, 0 if untold
 */
record AccessLine(String address, String method, String path, int status, long took) {
    private static final byte[] STATUS = Ascii.bytes("status: ");
    private static final byte[] TIME = Ascii.bytes(" time: ");
    private static final int LONGEST_ADDRESS = 100;

    /** Whether a message may be an access line: an address, then a quotation mark before or behind a date. */
    static boolean mayBeAt(RawRecord record, int from) {
        byte first = record.at(from);
        boolean isAddress = first >= '0' && first <= '9' || first == ':' || first >= 'a' && first <= 'f';
        int quote = isAddress ? record.find('"', from) : -1;
        return quote > 0 && quote - from < LONGEST_ADDRESS && isMethod(record.at(quote + 1));
    }

    private static boolean isMethod(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    /** Returns the access line that the message is, or nothing's placeholder with an empty method if it is none. */
    static AccessLine read(RawRecord record, int from) {
        int addressEnd = record.find(' ', from);
        int quote = record.find('"', from);
        int methodEnd = record.find(' ', quote + 1);
        int closing = record.find('"', quote + 1);
        if (addressEnd < 0 || methodEnd < 0 || closing < methodEnd) {
            return new AccessLine("", "", "", 0, 0);
        }
        int protocol = record.find(' ', methodEnd + 1);
        int pathEnd = protocol > 0 && protocol < closing ? protocol : closing;
        int status = record.find(STATUS, closing);
        int statusAt = status < 0 ? closing + 2 : status + STATUS.length;
        int statusEnd = wordEnd(record, statusAt);
        int lengthEnd = wordEnd(record, statusEnd + 1);
        int time = record.find(TIME, closing);
        int timeAt = time >= 0 ? time + TIME.length : status < 0 ? lengthEnd + 1 : record.to();
        return new AccessLine(
                record.text(from, addressEnd),
                record.text(quote + 1, methodEnd),
                record.text(methodEnd + 1, pathEnd),
                (int) Math.max(0, record.number(statusAt, statusEnd)),
                micros(record, timeAt));
    }

    private static int wordEnd(RawRecord record, int from) {
        int end = record.find(' ', from);
        return end < 0 ? record.firstLineEnd() : end;
    }

    /** Reads seconds with a fraction. */
    private static long micros(RawRecord record, int from) {
        int end = wordEnd(record, from);
        int point = record.find('.', from);
        if (point < 0 || point >= end) {
            return Math.max(0, record.number(from, end)) * 1_000_000L;
        }
        long micros = Math.max(0, record.number(from, point)) * 1_000_000L;
        long scale = 100_000;
        for (int i = point + 1; i < end && scale > 0; i++, scale /= 10) {
            int digit = record.at(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            micros += digit * scale;
        }
        return micros;
    }
}
