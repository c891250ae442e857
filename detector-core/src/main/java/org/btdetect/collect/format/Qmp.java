package org.btdetect.collect.format;

import java.util.Map;
import java.util.TreeMap;
import org.btdetect.collect.record.RawRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of the QEMU monitor protocol.
 *
 * @param execute the command that is to be executed, empty if it is none
 * @param event the event that happened, empty if it is none
 * @param id the command's identifier, in the command and in its answer
 * @param isError whether it answers that the command failed
 * @param values the scalar arguments or data by name, nested ones with points
 */
record Qmp(String execute, String event, String id, boolean isError, Map<String, String> values) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST_VALUES = 64;
    private static final int DEEPEST = 8;

    /** Returns the message between two positions, of which all is empty if it is not one. */
    static Qmp read(RawRecord record, int from, int to) {
        Reading reading = new Reading();
        try (JsonParser parser = MAPPER.createParser(record.bytes(), from, Math.max(0, to - from))) {
            reading.read(parser);
        } catch (JacksonException cut) {
            reading.values.put("damaged", "true"); // logged messages may be cut; what was read until then is true
        }
        return reading.result();
    }

    /** A message that is being read. */
    private static final class Reading {
        private final Map<String, String> values = new TreeMap<>();
        private String execute = "";
        private String event = "";
        private String id = "";
        private boolean isError;

        Qmp result() {
            return new Qmp(execute, event, id, isError, values);
        }

        void read(JsonParser parser) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "execute", "exec-oob" -> execute = parser.getString();
                    case "event" -> event = parser.getString();
                    case "id" -> id = parser.getString();
                    case "error" -> {
                        isError = true;
                        values(parser, "error", 1);
                    }
                    case "arguments", "data" -> values(parser, "", 1);
                    default -> parser.skipChildren();
                }
            }
        }

        private void values(JsonParser parser, String name, int depth) {
            JsonToken token = parser.currentToken();
            if (depth > DEEPEST) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String inner = name.isEmpty() ? parser.currentName() : name + "." + parser.currentName();
                    parser.nextToken();
                    values(parser, inner, depth + 1);
                }
            } else if (token == JsonToken.START_ARRAY) {
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    values(parser, name + "." + i, depth + 1);
                }
            } else if (values.size() < MOST_VALUES && token != null) {
                values.put(name, parser.getString());
            }
        }
    }
}
