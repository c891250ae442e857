package org.btdetect.frontend.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PythonSourceTest {
    private static final String TEXT = "x = '\u00e4'\n";

    @Test
    void withoutACommentItIsUtf8() {
        assertEquals(TEXT, PythonSource.decode(TEXT.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsNotUtf8IsLatin1() {
        assertEquals(TEXT, PythonSource.decode(TEXT.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void theCommentOfTheFirstTwoLinesTellsTheEncoding() {
        assertDecodes("# -*- coding: koi8-r -*-\nx = '\u0416'\n", "koi8-r");
        assertDecodes("#!/usr/bin/python\n# vim: set fileencoding=Latin_1 :\n" + TEXT, "iso-8859-1");
        assertDecodes("\r\n# coding=cp1252\r\nx = '\u20ac'\r\n", "windows-1252");
    }

    @Test
    void aCommentAfterCodeOrInTheThirdLineTellsNothing() {
        assertDecodes("x = 1\n# coding: koi8-r\n" + TEXT, "utf-8");
        assertDecodes("\n\n# coding: koi8-r\n" + TEXT, "utf-8");
    }

    @Test
    void anUnknownEncodingIsUtf8() {
        assertDecodes("# coding: no-such-thing\n" + TEXT, "utf-8");
    }

    @Test
    void linesEndInLineFeeds() {
        assertEquals("a\nb\nc\n", PythonSource.normalise("\ufeffa\r\nb\rc"));
        assertEquals("\n", PythonSource.normalise(""));
    }

    private static void assertDecodes(String text, String encoding) {
        assertEquals(text, PythonSource.decode(text.getBytes(Charset.forName(encoding))));
    }
}
