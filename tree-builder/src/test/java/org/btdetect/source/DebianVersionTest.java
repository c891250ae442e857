package org.btdetect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebianVersionTest {
    @ParameterizedTest
    @CsvSource({
        "2:26.2.2-1~deb12u4, 2:26.2.2-1~deb12u5",
        "2:26.2.2-1~deb12u5, 2:26.2.2-1",
        "2:22.0.1-2+deb11u1, 2:22.4.0-1~deb11u7",
        "9.9, 1:0.1",
        "1:7.2+dfsg-7+deb12u9, 1:7.2+dfsg-7+deb12u18",
        "1:10.0.2+ds-2+deb13u1, 1:10.0.13+ds-0+deb13u1",
        "1:11.1.3+ds-1~bpo13+1, 1:11.1.3+ds-1",
        "12.8.0-1, 12.8.0-1+b1",
        "1.0~rc1, 1.0",
        "1.0, 1.0a",
        "1.0a, 1.0+",
        "7.0.0-3, 7.0.0-3+deb11u3",
    })
    void ordersAsPolicySays(String older, String newer) {
        DebianVersion a = new DebianVersion(older);
        DebianVersion b = new DebianVersion(newer);
        assertTrue(a.compareTo(b) < 0, older + " < " + newer);
        assertTrue(b.compareTo(a) > 0, newer + " > " + older);
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.00", "0:1.0, 1.0", "1.0-1, 1.0-01"})
    void equalByValue(String one, String other) {
        assertEquals(0, new DebianVersion(one).compareTo(new DebianVersion(other)));
    }

    @ParameterizedTest
    @CsvSource({"2:26.2.2-1~deb12u5, 26.2.2", "1:7.2+dfsg-7, 7.2+dfsg", "5-6-7, 5-6", "3.1, 3.1"})
    void tellsTheUpstreamVersion(String version, String upstream) {
        assertEquals(upstream, new DebianVersion(version).upstream());
    }
}
