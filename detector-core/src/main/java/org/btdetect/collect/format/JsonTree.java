package org.btdetect.collect.format;

import java.util.Optional;
import org.btdetect.collect.record.RawRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON documents, and what stands in them by path. */
final class JsonTree {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonTree() {}

    /** Returns the document that a record is, unless it is damaged. */
    static Optional<JsonNode> read(RawRecord record) {
        try {
            return Optional.ofNullable(MAPPER.readTree(record.bytes(), record.from(), record.length()));
        } catch (JacksonException damaged) {
            return Optional.empty(); // counted as malformed by the reader
        }
    }

    /** Returns the document that a text is, unless it is damaged. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JacksonException damaged) {
            return Optional.empty(); // counted by the reader
        }
    }

    /** Returns the scalar behind the first of some names that is there, empty if none is. */
    static String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isValueNode() && !value.isNull()) {
                return value.asString("");
            }
        }
        return "";
    }
}
