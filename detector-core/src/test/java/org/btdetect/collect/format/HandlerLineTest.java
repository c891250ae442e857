package org.btdetect.collect.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerLineTest {
    @Test
    void theHandlerOfARequestWithoutABodyIsTold() {
        String method = "<bound method ServersController.delete of <x.ServersController object at 0x7f>>";
        assertEquals(new HandlerLine("delete", method, ""), HandlerLine.of("Calling method '" + method + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Calling method '", "Action: ', calling method: m, body: b", "Action: '", ""})
    void whatBreaksOffIsNone(String message) {
        assertEquals(HandlerLine.NONE, HandlerLine.of(message));
    }
}
