package org.btdetect.collect;

import java.nio.file.Path;
import org.btdetect.collect.format.LogFormat;

/**
 * How a file begins.
 *
 * @param file the file
 * @param format the format of its first records
 * @param time the first event's or record's time as it stands there, for the order of a log's files
 */
record Begin(Path file, LogFormat format, String time) {}
