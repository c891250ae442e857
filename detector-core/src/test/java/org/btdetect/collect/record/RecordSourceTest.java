package org.btdetect.collect.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecordSourceTest {
    private static List<String> records(String text, int longest) throws IOException {
        List<String> records = new ArrayList<>();
        RawRecord record = new RawRecord();
        InputStream stream = new Dripping(text.getBytes(StandardCharsets.UTF_8));
        try (RecordSource source = new RecordSource("log", stream, RecordStart.DATED, longest)) {
            while (source.next(record)) {
                records.add(record.line() + "+" + record.lines() + (record.isCut() ? "!" : "") + " " + record);
            }
        }
        return records;
    }

    @Test
    void aLineThatBeginsNoRecordContinuesTheOneBefore() throws IOException {
        assertEquals(
                List.of("1+1 orphan", "2+3 2026-01-01 a\n  b\n", "5+1 2026-01-01 c"),
                records("orphan\n2026-01-01 a\n  b\n\n2026-01-01 c\r\n", 100));
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertEquals(List.of("1+1 2026-01-01 a", "2+2 2026-01-01 b\nc"), records("2026-01-01 a\n2026-01-01 b\nc", 100));
        assertEquals(List.of(), records("", 100));
    }

    @Test
    void ofARecordThatDoesNotFitTheBeginningIsKept() throws IOException {
        String text = "2026-01-01 " + "x".repeat(50) + "\n2026-01-01 b\n";
        assertEquals(List.of("1+1! 2026-01-01 xxxxxxxxx", "2+1 2026-01-01 b"), records(text, 20));
    }

    @Test
    void everyLineIsInOneRecord() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);
            long lines = 0;
            for (String record : records(text, 64)) {
                int plus = record.indexOf('+');
                assertEquals(lines + 1, Long.parseLong(record.substring(0, plus)), "seed=" + seed);
                lines += Long.parseLong(
                        record.substring(plus + 1, record.indexOf(' ')).replace("!", ""));
            }
            assertEquals(text.chars().filter(c -> c == '\n').count(), lines, "seed=" + seed);
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(random.nextBoolean() ? "2026-01-01 " : " ")
                    .append("y".repeat(random.nextInt(100) < 90 ? random.nextInt(20) : 90))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void shapesReplaceWordsWithDigits() {
        assertEquals("# # (#): a=#, b", Shapes.shape("2026-01-01 pool-1 (0x7f): a=12ms, b"));
        Shapes shapes = new Shapes();
        for (String text : List.of("took 12 s", "took 7 s", "ended")) {
            RawRecord record = RawRecord.of(text, new RawRecord());
            shapes.count(record, record.from(), record.to());
        }
        assertEquals(2, shapes.list().get(0).count());
        assertEquals("took # s", shapes.list().get(0).text());
    }

    @Test
    void stampsOfAllReleasesAreRead() {
        Stamp stamp = new Stamp();
        assertEquals(1_618_712_276_000_000L, stamp.read(record("2021-4-18 02:17:56"), 0));
        assertEquals(1_000_000, stamp.resolution());
        assertEquals(1_618_712_276_632_000L, stamp.read(record("2021-04-18T02:17:56.632Z"), 0));
        assertEquals(1_000, stamp.resolution());
        assertEquals(23, stamp.end());
        assertEquals(Stamp.NONE, stamp.read(record("2021-02-30 02:17:56"), 0));
        assertEquals(Stamp.NONE, stamp.read(record("2021-02-20 25:17:56"), 0));
        assertFalse(Stamp.NONE == stamp.read(record("2021-04-18 02:17:56,5"), 0));
        assertTrue(stamp.resolution() == 100_000);
    }

    private static RawRecord record(String text) {
        return RawRecord.of(text, new RawRecord());
    }

    /** Hands out a few bytes at a time, as sockets and inflaters do. */
    private static final class Dripping extends ByteArrayInputStream {
        Dripping(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(7, length));
        }
    }
}
