package org.btdetect.event;

/**
 * An interval for which a source's records were read without a known gap.
 *
 * @param source the log
 * @param from the first record's time in microseconds since 1970
 * @param to the last record's time, inclusive
 */
public record Coverage(Source source, long from, long to) {}
