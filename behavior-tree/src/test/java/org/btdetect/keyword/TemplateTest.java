package org.btdetect.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void formatsOfThePercentOperatorNameFieldsByKeyArgumentOrNumber() {
        assertEquals(
                "Took {elapsed:decimal} seconds, 100% of {1}",
                PercentFormat.parse("Took %0.2f seconds, 100%% of %r", List.of("elapsed"))
                        .text());
        assertEquals(
                "volume {volume_id} at {mountpoint}",
                PercentFormat.parse("volume %(volume_id)s at %(mountpoint)s", List.of())
                        .text());
    }

    @Test
    void formatsOfPrintfNameFieldsByWhatStandsInFront() {
        assertEquals(
                "dom={dom:pointer}, (VM: name={name}, uuid={uuid}), flags=0x{flags:hex} len={len:integer}",
                PercentFormat.parse("dom=%p, (VM: name=%s, uuid=%s), flags=0x%x len=%zu", List.of("a", "b"))
                        .text());
        assertEquals(
                "{path}: {1:integer}",
                PercentFormat.parse("%.*s: %-10lld", List.of("path")).text());
    }

    @Test
    void bracesOfStrFormatMayNestAndBeDoubled() {
        assertEquals(
                "{{{host}}} {0}",
                BraceFormat.parse("{{{host!r:>{width}}}} {}", List.of()).text().replace("{1}", "{0}"));
    }

    @Test
    void textIsReadBack() {
        Template template = PercentFormat.parse("{%(a)s} %d}", List.of("count"));
        assertEquals(Optional.of(template), Template.parse(template.text()));
        assertEquals(Optional.empty(), Template.parse("{open"));
        assertEquals(Optional.empty(), Template.parse("close}"));
        assertEquals(Optional.empty(), Template.parse("{a:colour}"));
    }

    @Test
    void fieldsAreFound() {
        assertFields(Map.of("a", "1", "b", "x to y"), "from {a:integer} to {b}", "from 1 to x to y");
        assertFields(Map.of("a", "x", "b", "y to z"), "from {a} to {b}", "from x to y to z");
        assertFields(Map.of("a", "x.y"), "{a}.", "x.y.");
        assertFields(Map.of("a", "", "b", "rest\nof it"), "{a}{b}", "rest\nof it");
        assertFields(Map.of("a", "n7", "n", "12"), "{a} has {n:integer} parts", "n7 has 12 parts");
        assertFields(Map.of("p", "(nil)", "h", "1f"), "{p:pointer} 0x{h:hex}", "(nil) 0x1f");
        assertFields(Map.of("d", "-1.5e-3"), "{d:decimal}s", "-1.5e-3s");
        assertFields(Map.of(), "", "");
    }

    @Test
    void whatDoesNotFitIsNotMatched() {
        assertEquals(Optional.empty(), template("from {a:integer}").match("from x"));
        assertEquals(Optional.empty(), template("from {a}.").match("from x"));
        assertEquals(Optional.empty(), template("a").match("ab"));
        assertEquals(Optional.empty(), template("{p:pointer}").match("0x"));
    }

    @Test
    void manyFieldsAndALongMessageTakeNoTime() {
        Template template = template("{a}a{b}a{c}a{d}a{e}a{f}a{g}a{h}b{n:integer}");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertTrue(template.match("a".repeat(200_000)).isEmpty()));
    }

    /** A message that is made from a template fits it. */
    @Test
    void messagesOfRandomTemplatesAreMatched() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            RandomTemplates.Sample sample = RandomTemplates.next(random);
            Optional<Map<String, String>> fields = sample.template().match(sample.message());
            assertTrue(fields.isPresent(), () -> "seed " + seed + ": " + sample);
            assertEquals(
                    Optional.of(sample.template()),
                    Template.parse(sample.template().text()));
        }
    }

    private static Template template(String text) {
        return Template.parse(text).orElseThrow();
    }

    private static void assertFields(Map<String, String> expected, String template, String message) {
        assertEquals(Optional.of(expected), template(template).match(message));
    }
}
