package org.btdetect.collect.record;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads date and time as logs write them: {@code 2026-11-22 22:19:45.993}, with a blank or a {@code T} between, months and
 * days of one or two digits, a comma or a point before the fraction. One object reads one log, since it remembers the day.
 */
public final class Stamp {
    /** What {@link #read} returns where no time stands. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long[] SCALE = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    private int year;
    private int month;
    private int day;
    private long dayMicros;
    private int end;
    private long resolution;
    private RawRecord record = new RawRecord();

    /**
     * Reads the time at a position.
     *
     * @return microseconds since 1970, as if the time were universal, or {@link #NONE}
     */
    public long read(RawRecord record, int from) {
        this.record = record;
        int at = from;
        int foundYear = (int) record.number(at, at + 4);
        if (foundYear < 1970 || record.at(at + 4) != '-') {
            return NONE;
        }
        at += 5;
        int monthEnd = upTo2(at);
        int foundMonth = (int) record.number(at, monthEnd);
        int dayEnd = upTo2(monthEnd + 1);
        int foundDay = (int) record.number(monthEnd + 1, dayEnd);
        byte between = record.at(dayEnd);
        if (record.at(monthEnd) != '-' || between != ' ' && between != 'T' || !isDay(foundYear, foundMonth, foundDay)) {
            return NONE;
        }
        long time = timeOfDay(dayEnd + 1);
        return time < 0 ? NONE : dayMicros + time;
    }

    /** Reads the time of day at a position: microseconds since midnight, or -1. */
    private long timeOfDay(int at) {
        long hour = record.number(at, at + 2);
        long minute = record.number(at + 3, at + 5);
        long second = record.number(at + 6, at + 8);
        if (record.at(at + 2) != ':' || record.at(at + 5) != ':' || hour < 0 || minute < 0 || second < 0) {
            return -1;
        }
        if (hour > 23 || minute > 59 || second > 60) {
            return -1;
        }
        return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction(at + 8);
    }

    private long fraction(int at) {
        byte point = record.at(at);
        end = at;
        resolution = 1_000_000;
        if (point != '.' && point != ',') {
            return 0;
        }
        int last = at + 1;
        while (last - at <= 9 && isDigit(record.at(last))) {
            last++;
        }
        int digits = Math.min(6, last - at - 1);
        if (digits == 0) {
            return 0;
        }
        end = last;
        resolution = SCALE[digits];
        return record.number(at + 1, at + 1 + digits) * resolution;
    }

    private boolean isDay(int foundYear, int foundMonth, int foundDay) {
        if (foundYear == year && foundMonth == month && foundDay == day) {
            return true;
        }
        try {
            dayMicros = LocalDate.of(foundYear, foundMonth, foundDay).toEpochDay() * 86_400_000_000L;
        } catch (DateTimeException noDay) {
            return false;
        }
        year = foundYear;
        month = foundMonth;
        day = foundDay;
        return true;
    }

    /** Returns where the time that was read last ends. */
    public int end() {
        return end;
    }

    /** Returns how many microseconds the last digit of the time that was read last stands for. */
    public long resolution() {
        return resolution;
    }

    private int upTo2(int at) {
        return isDigit(record.at(at + 1)) ? at + 2 : at + 1;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
