package org.btdetect.match;

import static org.btdetect.match.SmallLogs.OTHER;
import static org.btdetect.match.SmallLogs.SERVICE;
import static org.btdetect.match.SmallLogs.VM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.btdetect.tree.Layer;
import org.btdetect.verdict.Verdict;
import org.btdetect.verdict.VerdictKind;
import org.junit.jupiter.api.Test;

/** Each level at which something can start without a licence, and what looks like it but has one. */
class MatchEngineTest {
    @Test
    void whatAUserAskedForIsAuthorised() {
        List<Verdict> verdicts =
                SmallLogs.judge(SmallLogs.begun().stop(1000, "req-1", VM).events());
        assertEquals(1, verdicts.size(), verdicts.toString());
        assertEquals(VerdictKind.AUTHORISED, verdicts.get(0).kind());
        assertEquals(4, verdicts.get(0).chain().size());
    }

    @Test
    void aCallOverAnotherConnectionStartsAtTheDaemonEvenBesideTheSameOperation() {
        SmallLogs logs = SmallLogs.begun().stop(1000, "req-1", VM).call(1201, "0x2#1", "virDomainShutdown", VM);
        assertEquals(Layer.LIBVIRT, onlyAlarm(logs).level().orElseThrow());
    }

    @Test
    void readingIsNoAttack() {
        assertEquals(List.of(), alarms(SmallLogs.begun().call(1000, "0x2#1", "virDomainGetInfo", VM)));
    }

    @Test
    void oneConnectionIsOneAlarm() {
        SmallLogs logs =
                SmallLogs.begun().call(1000, "0x2#1", "virDomainSuspend", VM).call(1001, "0x2#1", "virDomainSave", VM);
        assertEquals(2, onlyAlarm(logs).chain().size());
    }

    @Test
    void aRequestWithoutRecordAboveStartsAtTheService() {
        SmallLogs logs = SmallLogs.begun()
                .work(1000, "req-forged", SmallLibrary.PAUSING, VM)
                .call(1100, SERVICE, "virDomainSuspend", VM);
        Verdict alarm = onlyAlarm(logs);
        assertEquals(Optional.of(Layer.COMPUTE), alarm.level());
        assertEquals(2, alarm.chain().size());
    }

    @Test
    void aConsumedRequestLicensesNothingMore() {
        SmallLogs logs = SmallLogs.begun()
                .stop(1000, "req-1", VM)
                .work(60_000, "req-1", SmallLibrary.STOPPING, VM)
                .call(60_100, SERVICE, "virDomainShutdown", VM);
        assertEquals(Optional.of(Layer.COMPUTE), onlyAlarm(logs).level());
    }

    @Test
    void aCallThatNoOperationIsOpenForStartsAtTheService() {
        SmallLogs logs = SmallLogs.begun().stop(1000, "req-1", VM).call(5000, SERVICE, "virDomainSuspend", VM);
        assertEquals(Optional.of(Layer.COMPUTE), onlyAlarm(logs).level());
    }

    @Test
    void aRefusedRequestLicensesNothing() {
        SmallLogs logs = SmallLogs.begun()
                .request(1000, "req-1", "pause", VM)
                .refused(1010, "req-1")
                .work(3000, "req-1", SmallLibrary.PAUSING, VM);
        assertEquals(Optional.of(Layer.COMPUTE), onlyAlarm(logs).level());
    }

    @Test
    void theServicesOwnAnswerBelongsToTheIncidentThatItAnswers() {
        SmallLogs logs = SmallLogs.begun()
                .call(1000, "0x2#1", "virDomainDestroy", VM)
                .work(16_000, "own-1", SmallLibrary.CHECKING, VM)
                .work(16_100, "own-1", SmallLibrary.ASKING, VM)
                .work(16_200, "own-2", SmallLibrary.STOPPING, VM)
                .call(16_300, SERVICE, "virDomainDestroy", VM);
        Verdict alarm = onlyAlarm(logs);
        assertEquals(Optional.of(Layer.LIBVIRT), alarm.level());
        assertTrue(alarm.echoes().size() >= 3, alarm.echoes().toString());
    }

    @Test
    void theServicesOwnWorkIsNoAlarm() {
        SmallLogs logs = SmallLogs.begun()
                .work(16_000, "own-1", SmallLibrary.CHECKING, VM)
                .work(16_100, "own-1", SmallLibrary.ASKING, VM)
                .work(16_200, "own-2", SmallLibrary.STOPPING, VM)
                .call(16_300, SERVICE, "virDomainDestroy", VM);
        assertEquals(List.of(), alarms(logs));
    }

    @Test
    void theServiceAsksItselfOnlyOnceForOneOperation() {
        SmallLogs logs = SmallLogs.begun()
                .work(16_100, "own-1", SmallLibrary.ASKING, VM)
                .work(16_200, "own-2", SmallLibrary.STOPPING, VM)
                .work(17_200, "own-3", SmallLibrary.STOPPING, VM);
        assertEquals(Optional.of(Layer.COMPUTE), onlyAlarm(logs).level());
    }

    @Test
    void aStrangersAccessStartsAtTheImage() {
        SmallLogs logs =
                SmallLogs.begun().access(1000, 701, 700, "qemu-img", VM).access(2000, 801, 800, "dd", VM);
        assertEquals(Optional.of(Layer.IMAGE), onlyAlarm(logs).level());
    }

    @Test
    void declaredMaintenanceLicensesAsOftenAsItSays() {
        Ticket ticket = new Ticket("M1", "virDomainSuspend", VM, 0, Long.MAX_VALUE, 1);
        SmallLogs logs = SmallLogs.begun()
                .call(1000, "0x2#1", "virDomainSuspend", VM)
                .call(9000, "0x3#1", "virDomainSuspend", VM);
        List<Verdict> verdicts = SmallLogs.judge(logs.events(), MatchOptions.DEFAULT.with(List.of(ticket)));
        assertEquals(
                List.of(VerdictKind.AUTHORISED, VerdictKind.UNAUTHORISED),
                verdicts.stream().map(Verdict::kind).toList());
    }

    @Test
    void withoutTheLogAboveNothingIsDecided() {
        List<Verdict> verdicts = SmallLogs.judge(
                new SmallLogs().work(1000, "req-1", SmallLibrary.PAUSING, OTHER).events());
        assertEquals(VerdictKind.UNDECIDABLE, verdicts.get(0).kind());
    }

    private static Verdict onlyAlarm(SmallLogs logs) {
        List<Verdict> alarms = alarms(logs);
        assertEquals(1, alarms.size(), alarms.toString());
        return alarms.get(0);
    }

    private static List<Verdict> alarms(SmallLogs logs) {
        return SmallLogs.judge(logs.events()).stream()
                .filter(verdict -> verdict.kind() != VerdictKind.AUTHORISED)
                .toList();
    }
}
