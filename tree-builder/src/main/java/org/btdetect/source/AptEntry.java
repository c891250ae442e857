package org.btdetect.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An archive that the machine's apt is configured for.
 *
 * @param uri the archive's address
 * @param suites the suites that are taken from it
 * @param components the suites' components, such as {@code main}
 * @param options what else the entry says, such as {@code Signed-By}: field to value, which may have several lines
 */
record AptEntry(String uri, List<String> suites, List<String> components, Map<String, String> options) {
    AptEntry {
        suites = List.copyOf(suites);
        components = List.copyOf(components);
        options = new TreeMap<>(options);
    }

    /** Whether this archive holds security updates. */
    boolean isSecurity() {
        return suites.stream().anyMatch(AptEntry::isSecuritySuite);
    }

    static boolean isSecuritySuite(String suite) {
        return suite.endsWith("-security") || suite.endsWith("/updates");
    }

    /** This entry for another suite, as a stanza of a {@code .sources} file. */
    String stanza(String suite) {
        String fixed = """
                Types: deb deb-src
                URIs: %s
                Suites: %s
                Components: main
                """.formatted(uri, suite);
        return fixed
                + options.entrySet().stream()
                        .map(option -> option.getKey() + ": " + option.getValue() + "\n")
                        .collect(Collectors.joining());
    }
}
