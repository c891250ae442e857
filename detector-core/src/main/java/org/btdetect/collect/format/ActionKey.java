package org.btdetect.collect.format;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The name of the action that a controller was chosen for: the controller's method or, where one route takes many actions
 * ({@code @wsgi.action}), the single key of the request's body.
 */
final class ActionKey {
    private static final String BY_BODY = "action";
    private static final JsonMapper MAPPER = new JsonMapper();

    private ActionKey() {}

    static String of(String method, String body) {
        if (!method.equals(BY_BODY)) {
            return method;
        }
        try (JsonParser parser = MAPPER.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                return parser.currentName();
            }
        } catch (JacksonException damaged) {
            return method; // a body that is masked or cut in the log; the method is still true
        }
        return method;
    }
}
