package org.btdetect.associate.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingCallsTest {

    private static final ReadingCalls CALLS = ReadingCalls.of("""
            enum remote_procedure {
                /**
                 * @generate: none
                 * @acl: none
                 */
                REMOTE_PROC_CONNECT_OPEN = 1,

                /**
                 * @generate: both
                 * @acl: domain:getattr
                 */
                REMOTE_PROC_DOMAIN_LOOKUP_BY_UUID = 24,

                /**
                 * @generate: both
                 * @acl: domain:read
                 * @acl: domain:read_secure:VIR_DOMAIN_XML_SECURE
                 */
                REMOTE_PROC_DOMAIN_GET_XML_DESC = 14,

                /**
                 * @generate: both
                 * @acl: domain:write
                 * @acl: domain:read
                 */
                REMOTE_PROC_DOMAIN_SET_METADATA = 15,
            };
            """);

    @ParameterizedTest
    @CsvSource({
        "virDomainGetXMLDesc, true",
        "virDomainLookupByUUID, true",
        "virDomainLookupByUUIDString, true",
        "virDomainSetMetadata, false",
        "virConnectOpen, false",
        "virDomainNobodyKnows, false"
    })
    void aFunctionReadsIfItNeedsNoOtherPermission(String function, boolean reads) {
        assertEquals(reads, CALLS.contains(function));
    }
}
