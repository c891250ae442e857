package org.btdetect.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * Templates of addresses that show a line of a source, by component; the empty component stands for all others. {@code {file}},
 * {@code {line}}, {@code {component}} and {@code {version}} (the upstream version) are filled in.
 */
public record SourceLinks(Map<String, String> templates) {
    /** No links. */
    public static final SourceLinks NONE = new SourceLinks(Map.of());

    /** Copies the templates, and rejects addresses that a browser would run instead of visit. */
    public SourceLinks {
        templates = new TreeMap<>(templates);
        templates.values().forEach(SourceLinks::check);
    }

    private static void check(String template) {
        if (!template.matches("(?i)(https?|file)://.+")) {
            throw new IllegalArgumentException("'" + template + "' is no address that starts with https:// or file://");
        }
    }
}
