package org.btdetect.tree.diff.io;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** How this package reads and writes JSON: keys in their order, unknown ones rejected, lines ending in a line feed. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static String write(Object document) {
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        return text.replace(System.lineSeparator(), "\n") + "\n";
    }
}
