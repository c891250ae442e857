package org.btdetect.match;

/**
 * Declared maintenance: so many uses of an operation on an object in a time, by a party outside of the service.
 *
 * @param id what the ticket is called
 * @param operation the operation's name, {@code *} for any
 * @param object the instance's UUID, {@code *} for any
 * @param from microseconds since 1970
 * @param to microseconds since 1970
 * @param uses how many activities it licenses
 */
public record Ticket(String id, String operation, String object, long from, long to, int uses) {
    boolean covers(String what, String whom, long micros) {
        return (operation.equals("*") || operation.equals(what))
                && (object.equals("*") || object.equals(whom))
                && from <= micros
                && micros <= to;
    }
}
