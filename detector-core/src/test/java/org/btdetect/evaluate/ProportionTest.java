package org.btdetect.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Intervals as in the published tables of Wilson's method. */
class ProportionTest {
    @Test
    void allOfFiftyLeavesTheLowerEndAt92Point9() {
        assertEquals(0.929, new Proportion(50, 50).lower(), 0.0005);
        assertEquals(1, new Proportion(50, 50).upper());
    }

    @Test
    void halfOfTenIsSymmetric() {
        assertEquals(0.2366, new Proportion(5, 10).lower(), 0.0005);
        assertEquals(0.7634, new Proportion(5, 10).upper(), 0.0005);
    }

    @Test
    void noTrialsTellNothing() {
        assertEquals(0, new Proportion(0, 0).lower());
        assertEquals(1, new Proportion(0, 0).upper());
    }

    @Test
    void moreHitsThanTrialsAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> new Proportion(2, 1));
    }
}
