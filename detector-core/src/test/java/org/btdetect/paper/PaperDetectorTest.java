package org.btdetect.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.btdetect.tree.Layer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment two hours ahead of universal time, with three stops, two of them asked for, and one file access. */
class PaperDetectorTest {
    private static final String NOVA = "2024-3-05 %s.250 77 INFO nova.virt.libvirt.driver [req-%s 1 2 - - ] [instance: "
            + "11111111-2222-3333-4444-555555555555] Instance shutdown successfully after 4 seconds.%n";

    @TempDir
    private Path logs;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                logs.resolve("nova-compute.log"), NOVA.formatted("10:00:02", "a") + NOVA.formatted("11:30:59", "b"));
        Files.writeString(logs.resolve("instance-1.log"), """
                2024-03-05 08:00:01.100+0000: shutting down
                2024-03-05 08:15:00.000+0000: shutting down
                2024-03-05 09:30:57.900+0000: shutting down
                2024-03-05 09:40:00.000+0000: starting up
                no such line
                """);
        Files.writeString(logs.resolve("dmesg.log"), """
                [   10.1] Opening file name is disk !
                [   10.2] current:dd
                [   10.3] Time :2024-3-5 12:00:10
                [   10.4] Path:/srv/disk, opening file name is disk !
                """);
    }

    @Test
    void theZoneIsTheOneInWhichMostOperationsCoincide() throws IOException {
        assertEquals(ZoneOffset.ofHours(2), detector().zone());
        assertEquals(1, detector().unknownLines());
    }

    @Test
    void aStopWithItsRequestIsAuthorised() throws IOException {
        assertEquals(List.of("This access is authorized!"), lines("2024-3-5 10:00"));
    }

    @Test
    void theCauseMayBeWrittenInTheNextMinuteOrAfterItsEffect() throws IOException {
        assertEquals(List.of("This access is authorized!"), lines("2024-03-05 11:30"));
    }

    @Test
    void aStopThatNothingAboveExplainsStartsAtItsOwnLevel() throws IOException {
        assertEquals(
                List.of("This access is unauthorized!", "The action starting point is libvirt level!"),
                lines("2024-3-5 10:15"));
    }

    @Test
    void aFileAccessByNoVirtualizationProcessStartsAtTheImage() throws IOException {
        assertEquals(
                Optional.of(Layer.IMAGE),
                detector()
                        .ask(minute("2024-3-5 12:00"), "shutdown")
                        .orElseThrow()
                        .start());
    }

    @Test
    void aMinuteWithoutRecordsHasNoAnswer() throws IOException {
        assertEquals(Optional.empty(), detector().ask(minute("2024-3-5 13:00"), "shutdown"));
    }

    @Test
    void strictModeListsEachUnexplainedEffectOnce() throws IOException {
        List<String> findings = detector().strict("shutdown");
        assertEquals(2, findings.size(), findings.toString());
        assertTrue(findings.get(0).startsWith("unauthorised at libvirt level: 2024-03-05T10:15"), findings.get(0));
    }

    @Test
    void strictModeReportsARequestThatIsUsedAgain() throws IOException {
        Files.writeString(
                logs.resolve("nova-compute.log"), NOVA.formatted("10:00:02", "a") + NOVA.formatted("11:30:59", "a"));
        assertTrue(detector().strict("shutdown").get(2).startsWith("request id used again: req-a stands at 2"));
    }

    private List<String> lines(String minute) throws IOException {
        return detector().ask(minute(minute), "shutdown").orElseThrow().lines();
    }

    private PaperDetector detector() throws IOException {
        return PaperDetector.open(logs, Optional.empty());
    }

    private static LocalDateTime minute(String text) {
        return PaperDetector.minute(text).orElseThrow();
    }
}
