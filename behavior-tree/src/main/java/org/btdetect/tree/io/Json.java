package org.btdetect.tree.io;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Hop;
import org.btdetect.tree.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** How this package reads and writes JSON: fields in the order of the records, empty ones left out, unknown ones rejected. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_EMPTY)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .changeDefaultNullHandling(
                    nulls -> nulls.withValueNulls(Nulls.AS_EMPTY).withContentNulls(Nulls.FAIL))
            .build();

    private Json() {}

    static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static String pretty(Object value) {
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        return text.replace(System.lineSeparator(), "\n") + "\n";
    }

    static <T> T read(String text, Class<T> type) throws TreeFormatException {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException failure) {
            throw damaged(failure);
        }
    }

    static String map(Map<String, String> map) {
        return line(new TreeMap<>(map));
    }

    static Map<String, String> map(String text) throws TreeFormatException {
        return read(text, new TypeReference<TreeMap<String, String>>() {});
    }

    static String list(List<String> list) {
        return line(list);
    }

    static List<String> list(String text) throws TreeFormatException {
        return read(text, new TypeReference<List<String>>() {});
    }

    static String hops(List<Hop> hops) {
        return line(rows(hops));
    }

    /** Reads what {@link #hops(List)} writes; token by token, since half of a library's text are these. */
    static List<Hop> hops(String text, Places places) throws TreeFormatException {
        try (JsonParser tokens = MAPPER.createParser(text)) {
            List<Hop> hops = new ArrayList<>();
            expect(tokens.nextToken() == JsonToken.START_ARRAY, text);
            while (tokens.nextToken() == JsonToken.START_ARRAY) {
                String name = string(tokens, text);
                Place place = places.of(string(tokens, text));
                EdgeKind kind = Ids.edgeKind(string(tokens, text));
                hops.add(new Hop(name, place, kind, places.of(string(tokens, text))));
                expect(tokens.nextToken() == JsonToken.END_ARRAY, text);
            }
            expect(tokens.currentToken() == JsonToken.END_ARRAY && tokens.nextToken() == null, text);
            return hops;
        } catch (JacksonException failure) {
            throw damaged(failure);
        }
    }

    private static String string(JsonParser tokens, String text) throws TreeFormatException {
        expect(tokens.nextToken() == JsonToken.VALUE_STRING, text);
        return tokens.getString();
    }

    private static void expect(boolean met, String text) throws TreeFormatException {
        if (!met) {
            throw new TreeFormatException("no way of steps: " + text);
        }
    }

    static List<List<String>> rows(List<Hop> hops) {
        return hops.stream()
                .map(hop -> List.of(
                        hop.name(),
                        hop.place().toString(),
                        hop.kind().id(),
                        hop.evidence().toString()))
                .toList();
    }

    static List<Hop> hops(Collection<List<String>> rows) throws TreeFormatException {
        List<Hop> hops = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.size() != 4) {
                throw new TreeFormatException("no step of a way: " + row);
            }
            hops.add(new Hop(row.get(0), Ids.place(row.get(1)), Ids.edgeKind(row.get(2)), Ids.place(row.get(3))));
        }
        return hops;
    }

    private static <T> T read(String text, TypeReference<T> type) throws TreeFormatException {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException failure) {
            throw damaged(failure);
        }
    }

    private static TreeFormatException damaged(JacksonException failure) {
        TokenStreamLocation place = failure.getLocation();
        String line = place == null || place.getLineNr() < 1 ? "" : "line " + place.getLineNr() + ": ";
        return new TreeFormatException(line + "damaged JSON: " + failure.getOriginalMessage(), failure);
    }
}
