package org.btdetect.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.btdetect.collect.format.OsloFormat;
import org.btdetect.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several logs together: zones, hosts, names, rotation and packing. */
class SurveyTest {
    private static final String INSTANCE = "aaaaaaaa-0000-4000-8000-00000000000a";

    @TempDir
    Path folder;

    private final List<Event> events = new ArrayList<>();

    private Collection collected(CollectOptions options) throws IOException {
        try (Collection collection = Collection.open(List.of(folder), options)) {
            collection.forEachRemaining(events::add);
            return collection;
        }
    }

    private static String compute(String time, int request, String message) {
        return time + " 80 INFO nova.compute.manager [req-11111111-0000-4000-8000-00000000000" + request
                + " u1 p1 - - -] [instance: " + INSTANCE + "] " + message + "\n";
    }

    private static String api(String time, int request) {
        return time + " 70 INFO nova.osapi_compute.wsgi.server [req-11111111-0000-4000-8000-00000000000" + request
                + " u1 p1 - - -] 192.0.2.7 \"DELETE /v2.1/servers/" + INSTANCE
                + " HTTP/1.1\" status: 204 len: 0 time: 0.1\n";
    }

    private void domainLog() throws IOException {
        write("instance-0000002a.log", """
                2026-11-22 08:00:00.000+0000: starting up libvirt version: 9.0.0, hostname: node7
                -uuid aaaaaaaa-0000-4000-8000-00000000000a \\
                2026-11-22 09:17:00.600+0000: shutting down, reason=destroyed
                2026-11-22 11:29:10.600+0000: shutting down, reason=destroyed
                2026-11-22 16:03:20.600+0000: shutting down, reason=destroyed
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void zonesAreEstimatedAndHandedOnByRequests() throws IOException {
        domainLog();
        write(
                "nova-compute.log",
                compute("2026-11-22 18:17:00.500", 1, "Terminating instance")
                        + compute("2026-11-22 20:29:10.500", 2, "Terminating instance")
                        + compute("2026-11-23 01:03:20.500", 3, "Terminating instance"));
        write("nova-api.log", api("2026-11-22 04:17:00.400", 1) + api("2026-11-22 06:29:10.400", 2));
        Collection collection = collected(CollectOptions.of(SmallVocabulary.create()));
        assertEquals(
                List.of(
                        "nova-compute.log: its stamps are in the time zone +09:00: 3 of its records agree with other logs",
                        "nova-api.log: its stamps are in the time zone -05:00: it shares requests with a log whose zone is known"),
                collection.findings().stream()
                        .map(text -> text.replace(folder + "/", ""))
                        .toList());
        List<String> services =
                events.stream().map(event -> event.source().service()).toList();
        assertEquals(List.of("qemu", "nova-api", "nova-compute", "qemu"), services.subList(0, 4));
        assertTrue(events.stream().allMatch(event -> event.source().host().equals("node7")));
        assertTrue(events.stream()
                .allMatch(event -> event.target().domain().equals("instance-0000002a")
                        || event.source().service().equals("nova-api")));
    }

    @Test
    void aGivenZoneIsTaken() throws IOException {
        write("nova-compute.log", compute("2026-07-22 18:00:00.500", 1, "Terminating instance"));
        CollectOptions options = CollectOptions.of(SmallVocabulary.create());
        collected(new CollectOptions(
                options.vocabulary(),
                Optional.empty(),
                Map.of("nova-compute", ZoneId.of("Europe/Berlin")),
                Map.of(),
                new OsloFormat()));
        assertEquals("2026-07-22T16:00:00.500Z", events.get(0).time().instant().toString());
    }

    @Test
    void rotatedAndPackedFilesAreOneLogWithTheOldestFirst() throws IOException {
        write("nova-compute.log", compute("2026-11-22 12:00:00.000", 3, "Terminating instance"));
        write(
                "nova-compute.log.1",
                compute("2026-11-22 11:00:00.000", 2, "Terminating instance")
                        + compute("2026-11-22 11:00:00.000", 2, "Terminating instance"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("nova-compute.log.2.gz")))) {
            out.write(compute("2026-11-22 10:00:00.000", 1, "Terminating instance")
                    .getBytes(StandardCharsets.UTF_8));
        }
        Collection collection = collected(CollectOptions.of(SmallVocabulary.create()));
        assertEquals(
                List.of("1", "2", "3"),
                events.stream()
                        .map(event -> event.link().request().substring(39))
                        .toList());
        assertEquals(1, collection.reports().size());
        assertEquals(1, collection.reports().get(0).repeated());
        assertEquals(
                7_200_000_000L,
                collection.coverage().get(0).to() - collection.coverage().get(0).from());
    }

    @Test
    void aFileThatIsCutShortIsToldAndTheOthersAreRead() throws IOException {
        byte[] packed;
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (OutputStream out = new GZIPOutputStream(bytes)) {
                for (int i = 0; i < 5_000; i++) {
                    out.write(compute("2026-11-22 10:00:00." + (100 + i % 900), i % 10, "Terminating instance " + i)
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
            packed = bytes.toByteArray();
        }
        Files.write(folder.resolve("nova-compute.log.1.gz"), Arrays.copyOf(packed, packed.length / 2));
        write("nova-compute.log", compute("2026-11-22 12:00:00.000", 3, "Terminating instance"));
        Collection collection = collected(CollectOptions.of(SmallVocabulary.create()));
        assertEquals(1, events.size());
        assertEquals(1, collection.reports().get(0).problems().size());
        assertTrue(collection.reports().get(0).problems().get(0).contains("nova-compute.log.1.gz"));
    }

    @Test
    void timesWithoutAYearAreOfTheLastYearBeforeTheLogsEnd() throws IOException {
        String speaks = " node7 nova-compute[80]: INFO nova.compute.manager [None req-1 u p] [instance: " + INSTANCE
                + "] Terminating instance\n";
        write("syslog", "Dec 31 23:59:59.500000" + speaks + "Jan  1 00:00:01.000000" + speaks);
        Files.setLastModifiedTime(folder.resolve("syslog"), FileTime.from(Instant.parse("2026-01-01T08:00:00Z")));
        collected(CollectOptions.of(SmallVocabulary.create()));
        assertEquals(
                List.of("2025-12-31T23:59:59.500Z", "2026-01-01T00:00:01Z"),
                events.stream().map(event -> event.time().instant().toString()).toList());
        assertEquals("nova-compute", events.get(0).source().service());
    }

    @Test
    void filesThatCannotBeReadCostThemselvesAlone() throws IOException {
        write("nova-compute.log", compute("2026-11-22 12:00:00.000", 3, "Terminating instance"));
        Files.write(folder.resolve("nova-api.log.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        write("empty.log", "");
        Collection collection = collected(CollectOptions.of(SmallVocabulary.create()));
        assertEquals(1, events.size());
        assertEquals(List.of(folder.resolve("empty.log")), collection.strangers());
        assertTrue(collection.findings().get(0).endsWith("nova-api.log.gz: cannot be read: EOFException"));
    }
}
