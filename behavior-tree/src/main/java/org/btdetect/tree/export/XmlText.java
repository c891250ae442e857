package org.btdetect.tree.export;

/** Text from sources as XML takes it. */
final class XmlText {
    private XmlText() {}

    /** Replaces characters that XML 1.0 cannot hold, not even escaped. */
    static String printable(String text) {
        return text.codePoints()
                .map(point -> isXml(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns text as the value of an attribute between double quotes. */
    static String attribute(String text) {
        return printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;")
                .replace("\t", "&#9;");
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
