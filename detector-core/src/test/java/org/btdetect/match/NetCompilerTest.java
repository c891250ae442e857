package org.btdetect.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.EdgeKind;
import org.junit.jupiter.api.Test;

/** What a stop may call: shut down once and again in a loop, then destroy once. */
class NetCompilerTest {
    @Test
    void callsAreConsumedInTheTreesOrder() {
        assertTrue(allows("virDomainShutdown", "virDomainDestroy"));
        assertTrue(allows("virDomainShutdown", "virDomainShutdown", "virDomainShutdown", "virDomainDestroy"));
    }

    @Test
    void callsThatLeftNoRecordAreSkipped() {
        assertTrue(allows("virDomainDestroy"));
    }

    @Test
    void aCallThatIsInNoLoopIsConsumedOnce() {
        assertFalse(allows("virDomainShutdown", "virDomainDestroy", "virDomainDestroy"));
    }

    @Test
    void callsInAnotherOrderAreNotAllowed() {
        assertFalse(allows("virDomainDestroy", "virDomainShutdown"));
    }

    @Test
    void callsOfOtherActionsAreNotAllowed() {
        assertFalse(allows("virDomainSuspend"));
    }

    @Test
    void readingNeedsNoPosition() {
        assertEquals(3, net(SmallLibrary.stop()).size());
    }

    private static boolean allows(String... calls) {
        EffectNet.Marking marking = net(SmallLibrary.stop()).start();
        return List.of(calls).stream().allMatch(marking::consume);
    }

    private static EffectNet net(BehaviorTree tree) {
        return NetCompiler.compile(
                tree, node -> node.edge().kind() == EdgeKind.BINDING && !DaemonCalls.isRead(node.name()));
    }
}
