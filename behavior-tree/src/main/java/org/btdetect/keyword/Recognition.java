package org.btdetect.keyword;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a record was recognised as.
 *
 * @param template the most specific template that fits
 * @param points the trace points with this template, in their order; several where statements write the same
 * @param fields the values of the template's fields, in order
 */
public record Recognition(Template template, List<TracePoint> points, Map<String, String> fields) {
    /** Copies what it is given. */
    public Recognition {
        points = List.copyOf(points);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
