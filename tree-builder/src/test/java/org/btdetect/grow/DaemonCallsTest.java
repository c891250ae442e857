package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.btdetect.associate.c.DaemonCalls;
import org.btdetect.frontend.c.CFrontEnd;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaemonCallsTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"virHypervisorDriver *", "virHypervisorDriverPtr "})
    void aDriverIsAPointerHoweverItsTypeIsWritten(String type) throws IOException {
        Files.writeString(root.resolve("driver.h"), """
                typedef struct _virHypervisorDriver virHypervisorDriver;
                typedef virHypervisorDriver *virHypervisorDriverPtr;
                typedef struct _virConnectDriver virConnectDriver;
                struct _virConnectDriver { %shypervisorDriver; };
                """.formatted(type));
        Files.writeString(root.resolve("qemu_driver.c"), """
                static int qemuDomainReset(virDomainPtr dom) { return 0; }
                static virHypervisorDriver qemuDriver = { .domainReset = qemuDomainReset, };
                """);
        Files.writeString(root.resolve("libvirt.c"), """
                int virDomainReset(virDomainPtr dom) { return dom->conn->driver->domainReset(dom); }
                const char *virDomainGetName(virDomainPtr dom) { return dom->name; }
                """);
        IndexedProgram program = IndexedProgram.scan("libvirt", root, path -> true, new CFrontEnd(problem -> {
            throw new AssertionError(problem);
        }));
        DaemonCalls calls = new DaemonCalls(program);
        assertTrue(calls.asks("virDomainReset"));
        assertFalse(calls.asks("virDomainGetName"));
    }
}
