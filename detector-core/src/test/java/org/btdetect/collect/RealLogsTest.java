package org.btdetect.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.btdetect.collect.format.Vocabulary;
import org.btdetect.event.Event;
import org.btdetect.event.Event.Phase;
import org.btdetect.event.EventKind;
import org.btdetect.tree.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of a real deployment and of the paper. */
class RealLogsTest {
    @ParameterizedTest
    @ValueSource(strings = {"zed-dev", "zed-dev2"})
    void eachCallIsOfOneConnectionAndEachMonitorCommandOfOneDomain(String name) throws IOException {
        List<Event> events = RealLogs.events(name, Vocabulary.none());
        List<Event> calls = events.stream()
                .filter(event -> event.kind() == EventKind.API_CALL && event.phase() == Phase.BEGIN)
                .toList();
        long strays =
                calls.stream().filter(call -> call.link().client().isEmpty()).count();
        assertTrue(calls.size() > 1_000 && strays <= 3, () -> strays + " of " + calls.size());
        List<Event> commands = events.stream()
                .filter(event -> event.kind() == EventKind.MONITOR_COMMAND)
                .toList();
        assertTrue(commands.stream()
                .noneMatch(command -> command.target().instance().isEmpty()));
        assertTrue(commands.stream().noneMatch(command -> command.operation().isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zed-dev", "zed-dev2"})
    void filesBelowAnInstancesFolderAreThatInstances(String name) throws IOException {
        List<Event> events = RealLogs.events(name, Vocabulary.none());
        Set<String> instances = events.stream()
                .filter(event -> event.layer() == Layer.QEMU)
                .map(event -> event.target().instance())
                .collect(Collectors.toSet());
        List<Event> disks = events.stream()
                .filter(event -> event.kind() == EventKind.FILE)
                .filter(event -> event.target().path().endsWith("/disk"))
                .toList();
        assertTrue(disks.size() > 100);
        assertTrue(
                disks.stream().allMatch(disk -> instances.contains(disk.target().instance())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zed-dev", "zed-dev2"})
    void mostLinesOfTheServicesAreRecognisedByTheirLibrary(String name) throws IOException {
        try (Collection collection =
                Collection.open(List.of(RealLogs.folder(name)), CollectOptions.of(RealLogs.zed()))) {
            collection.forEachRemaining(event -> {});
            Map<String, Double> shares = new TreeMap<>();
            collection
                    .reports()
                    .forEach(report ->
                            shares.put(report.log().substring(report.log().lastIndexOf('/') + 1), report.recognised()));
            assertTrue(shares.getOrDefault("nova-compute.log", 0.0) > 0.95, shares::toString);
            assertTrue(shares.getOrDefault("libvirtd.log", 0.0) > 0.99, shares::toString);
            assertTrue(shares.getOrDefault("audit.log", 0.0) > 0.99, shares::toString);
        }
    }

    @Test
    void theRequestsOfAnOldCloudTellTheirInstances() throws IOException {
        List<Event> events = RealLogs.events("loghub", RealLogs.zed());
        Set<String> terminated = events.stream()
                .filter(event -> event.operation().endsWith("terminate_instance.do_terminate_instance")
                        || event.operation().endsWith("_delete_instance")
                        || event.operation().endsWith("_shutdown_instance"))
                .map(event -> event.link().request())
                .collect(Collectors.toSet());
        List<Event> deletes = events.stream()
                .filter(event -> event.operation().equals("DELETE /servers/{id}"))
                .toList();
        assertEquals(22, deletes.size());
        assertTrue(deletes.stream()
                .allMatch(delete -> terminated.contains(delete.link().request())));
        List<Event> creates = events.stream()
                .filter(event -> event.operation().equals("POST /servers"))
                .toList();
        assertEquals(21, creates.size());
        assertTrue(
                creates.stream().noneMatch(create -> create.target().instance().isEmpty()));
    }

    @Test
    void thePapersLogsAreInTwoTimeZones() throws IOException {
        List<Event> events = RealLogs.events("paper", RealLogs.zed());
        List<String> order = events.stream()
                .map(event -> event.source().service())
                .filter(service -> !service.equals("qemu"))
                .toList();
        assertEquals(6, order.size());
        assertEquals("kernel-hook", order.get(2));
        assertEquals(
                "2021-04-18T04:21:56Z",
                events.stream()
                        .filter(event -> event.kind() == EventKind.FILE)
                        .findFirst()
                        .orElseThrow()
                        .time()
                        .instant()
                        .toString());
    }
}
