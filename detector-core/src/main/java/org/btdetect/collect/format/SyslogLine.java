package org.btdetect.collect.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Stamp;

/**
 * What syslog puts in front of a message: {@code Nov 22 19:30:14.185123 host name[123]: } or {@code
 * 2026-11-22T19:30:14.185123+00:00 host name[123]: }; where each part stands in the record that was read last.
 */
final class SyslogLine {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final int DATE = "2026-11-22 ".length();

    private final LocalDate last;
    private final Stamp stamp = new Stamp();
    private long time;
    private boolean isUniversal;
    private int host;
    private int hostEnd;
    private int nameEnd;
    private int message;

    /** @param until when the log was written last, in microseconds since 1970: no time that names no year is after it */
    SyslogLine(long until) {
        this.last = LocalDate.ofEpochDay(until / 86_400_000_000L + 1);
    }

    boolean read(RawRecord record) {
        int end = record.at(record.from() + 4) == '-' ? iso(record) : traditional(record);
        if (end < 0 || record.at(end) != ' ') {
            return false;
        }
        host = end + 1;
        hostEnd = record.find(' ', host);
        int colon = hostEnd < 0 ? -1 : record.find(':', hostEnd + 1);
        if (colon < 0 || colon - hostEnd > 80 || record.at(colon + 1) != ' ') {
            return false;
        }
        nameEnd = colon;
        message = colon + 2;
        int blank = record.find(' ', hostEnd + 1);
        return blank > colon;
    }

    /** Reads a time with a zone, and returns where it ends. */
    private int iso(RawRecord record) {
        time = stamp.read(record, record.from());
        if (time == Stamp.NONE) {
            return -1;
        }
        int end = stamp.end();
        isUniversal = true;
        if (record.at(end) == 'Z') {
            return end + 1;
        }
        boolean hasColon = record.at(end + 3) == ':';
        long hours = record.number(end + 1, end + 3);
        long minutes = hasColon ? record.number(end + 4, end + 6) : record.number(end + 3, end + 5);
        if (record.at(end) != '+' && record.at(end) != '-' || hours < 0 || minutes < 0) {
            return -1;
        }
        long offset = (hours * 60 + minutes) * 60_000_000L;
        time -= record.at(end) == '-' ? -offset : offset;
        return hasColon ? end + 6 : end + 5;
    }

    /** Reads a time with a month's name and without a year, and returns where it ends. */
    private int traditional(RawRecord record) {
        int from = record.from();
        int month = MONTHS.indexOf(record.text(from, Math.min(record.to(), from + 3))) + 1;
        int day = record.at(from + 4) == ' ' ? from + 5 : from + 4;
        int dayEnd = record.at(day + 1) == ' ' ? day + 1 : day + 2;
        if (month == 0 || record.at(from + 3) != ' ' || record.at(dayEnd) != ' ') {
            return -1;
        }
        try {
            int number = (int) record.number(day, dayEnd);
            LocalDate thisYear = LocalDate.of(last.getYear(), month, number);
            LocalDate date = thisYear.isAfter(last) ? LocalDate.of(last.getYear() - 1, month, number) : thisYear;
            RawRecord whole =
                    RawRecord.of(date + " " + record.text(dayEnd + 1, Math.min(record.to(), dayEnd + 17)), record);
            time = stamp.read(whole, 0);
        } catch (DateTimeException noDay) {
            return -1;
        }
        isUniversal = false;
        return time == Stamp.NONE ? -1 : dayEnd + 1 + stamp.end() - DATE;
    }

    long time() {
        return time;
    }

    boolean isUniversal() {
        return isUniversal;
    }

    String host(RawRecord record) {
        return record.text(host, hostEnd);
    }

    /** Returns who speaks, and its process behind it in brackets where it is told. */
    String speaker(RawRecord record) {
        return record.text(hostEnd + 1, nameEnd);
    }

    int message() {
        return message;
    }
}
