package org.btdetect.keyword;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/**
 * A place in the sources whose execution leaves a record.
 *
 * @param id unique in its library
 * @param kind what leaves the record
 * @param channel where the record is found
 * @param template what the record says: a log line's message, a command, an event's name
 * @param origin where the statement stands
 * @param layers the layers whose processes were found to execute it, empty if no tree reaches it
 */
public record TracePoint(
        String id, TracePointKind kind, Channel channel, Template template, Origin origin, Set<Layer> layers)
        implements Comparable<TracePoint> {
    private static final Comparator<TracePoint> ORDER = Comparator.comparing(TracePoint::source)
            .thenComparing(TracePoint::place)
            .thenComparing(TracePoint::id);

    /** Orders the layers. */
    public TracePoint {
        layers = layers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(layers));
    }

    /**
     * Where records are found.
     *
     * @param source the log
     * @param level the level at which it is written
     * @param logger the logger that the log names, such as {@code nova.compute.manager} or {@code qemu.qemu_process};
     *     empty where a log has none
     */
    public record Channel(LogSource source, Level level, String logger) {}

    /**
     * Where a statement stands.
     *
     * @param place the line on which it begins
     * @param function the qualified name of the function around it, empty at the top of a file
     */
    public record Origin(Place place, String function) {}

    /** Returns the log in which the record is found. */
    public LogSource source() {
        return channel.source();
    }

    /** Returns the level at which the record is written. */
    public Level level() {
        return channel.level();
    }

    /** Returns the logger that the log names, empty where it names none. */
    public String logger() {
        return channel.logger();
    }

    /** Returns where the statement stands. */
    public Place place() {
        return origin.place();
    }

    /** Returns the qualified name of the function around the statement. */
    public String function() {
        return origin.function();
    }

    /** Returns whether a tree reaches it; others are kept so that every line of a log is recognised. */
    public boolean isReached() {
        return !layers.isEmpty();
    }

    /** Returns what a log line names in front of the message: the function in the daemon's log, the logger in others. */
    public String speaker() {
        return source() == LogSource.LIBVIRT_LOG ? function() : logger();
    }

    /** By log, then by place. */
    @Override
    public int compareTo(TracePoint other) {
        return ORDER.compare(this, other);
    }
}
