package org.btdetect.keyword.io;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.TracePoint;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.io.TreeFormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads a keyword library as JSON, a trace point or an action a line; {@code docs/keywords.md} tells the format. */
public final class KeywordJson {
    private static final String FORMAT = "btdetect-keywords-1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_EMPTY)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .changeDefaultNullHandling(
                    nulls -> nulls.withValueNulls(Nulls.AS_EMPTY).withContentNulls(Nulls.FAIL))
            .build();

    private KeywordJson() {}

    /** Writes a library. */
    public static void write(KeywordLibrary library, Writer out) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        library.tracePoints().forEach(point -> numbers.put(point.id(), numbers.size()));
        out.write("{\"format\":\"" + FORMAT + "\",\n\"tracePoints\":[");
        String separator = "\n";
        for (TracePoint point : library.tracePoints()) {
            out.write(separator + MAPPER.writeValueAsString(TracePointJson.of(point)));
            separator = ",\n";
        }
        out.write("\n],\n\"actions\":[");
        separator = "\n";
        for (ActionName action : library.actions()) {
            ActionJson json = ActionJson.of(action, library.emissions(action), id -> numbers.getOrDefault(id, -1));
            out.write(separator + MAPPER.writeValueAsString(json));
            separator = ",\n";
        }
        out.write("\n]}\n");
    }

    /** Reads a library. */
    public static KeywordLibrary read(Reader in) throws IOException {
        try (JsonParser parser = MAPPER.createParser(in)) {
            return document(parser);
        } catch (JacksonException failure) {
            throw new TreeFormatException(
                    line(failure.getLocation()) + "damaged JSON: " + failure.getOriginalMessage());
        } catch (IllegalArgumentException failure) {
            throw new TreeFormatException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private static KeywordLibrary document(JsonParser parser) throws TreeFormatException {
        List<TracePoint> points = new ArrayList<>();
        Map<ActionName, List<Emission>> emissions = new TreeMap<>();
        String format = "";
        expect(parser, JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = parser.currentName();
            parser.nextToken();
            switch (property) {
                case "format" -> format = parser.getString();
                case "tracePoints" -> readPoints(parser, points);
                case "actions" -> readActions(parser, points, emissions);
                default -> throw new TreeFormatException(line(parser) + "unknown property '" + property + "'");
            }
        }
        if (!format.equals(FORMAT)) {
            throw new TreeFormatException("no keyword library: the format is '" + format + "', not " + FORMAT);
        }
        return new KeywordLibrary(points, emissions);
    }

    private static void readPoints(JsonParser parser, List<TracePoint> points) throws TreeFormatException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            points.add(parser.readValueAs(TracePointJson.class).toTracePoint());
        }
    }

    private static void readActions(
            JsonParser parser, List<TracePoint> points, Map<ActionName, List<Emission>> emissions)
            throws TreeFormatException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            ActionJson action = parser.readValueAs(ActionJson.class);
            emissions.put(action.name(), action.emissions(points));
        }
    }

    private static void expect(JsonParser parser, JsonToken token) throws TreeFormatException {
        if (parser.nextToken() != token) {
            throw new TreeFormatException(line(parser) + "no keyword library");
        }
    }

    private static String line(JsonParser parser) {
        return line(parser.currentLocation());
    }

    private static String line(TokenStreamLocation place) {
        return place == null || place.getLineNr() < 1 ? "" : "line " + place.getLineNr() + ": ";
    }
}
