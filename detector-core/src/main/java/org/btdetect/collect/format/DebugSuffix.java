package org.btdetect.collect.format;

import java.util.List;
import org.btdetect.keyword.TracePoint;

/**
 * What oslo.log appends to messages for developers: {@code function path:line}, in some deployments
 * {@code {{(pid=N) function path:line}}}.
 *
 * @param message the message without it
 * @param function the function that wrote the record, empty if there is no suffix
 * @param path the source file's path
 * @param line the line in it, 0 if there is no suffix
 */
record DebugSuffix(String message, String function, String path, int line) {
    private static final String ENDING = ".py:";

    static DebugSuffix of(String text) {
        String body = text;
        int braces = text.endsWith("}}") ? text.lastIndexOf("{{") : -1;
        if (braces > 0) {
            body = text.substring(0, text.length() - 2);
        }
        int ending = body.lastIndexOf(ENDING);
        int lastBlank = body.lastIndexOf(' ');
        if (ending < 0 || lastBlank > ending || lastBlank < 1) {
            return new DebugSuffix(text, "", "", 0);
        }
        int line = number(body, ending + ENDING.length());
        int blank = body.lastIndexOf(' ', lastBlank - 1);
        if (line <= 0 || blank < 0 && braces < 0) {
            return new DebugSuffix(text, "", "", 0);
        }
        int end = braces > 0 ? braces : Math.max(0, blank);
        return new DebugSuffix(
                text.substring(0, end).stripTrailing(),
                body.substring(blank + 1, lastBlank),
                body.substring(lastBlank + 1, ending + 3),
                line);
    }

    private static int number(String text, int from) {
        int value = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i - from > 7) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Returns which of the trace points with one template it was: that of this function, else the first. */
    TracePoint choose(List<TracePoint> points) {
        if (points.size() == 1 || function.isEmpty()) {
            return points.get(0);
        }
        TracePoint chosen = points.get(0);
        for (TracePoint point : points) {
            boolean isFunction =
                    point.function().equals(function) || point.function().endsWith("." + function);
            if (isFunction && path.endsWith(point.place().file())) {
                return point;
            }
            chosen = isFunction ? point : chosen;
        }
        return chosen;
    }
}
