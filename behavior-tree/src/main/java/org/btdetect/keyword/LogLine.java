package org.btdetect.keyword;

/**
 * A record to be recognised.
 *
 * @param source the log that it stands in
 * @param speaker what it names in front of its message: the logger, in the virtualization daemon's log the function;
 *     empty if that is not known
 * @param message the message without time, level, request and instance
 */
public record LogLine(LogSource source, String speaker, String message) {}
