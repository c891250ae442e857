package org.btdetect.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the machine's own apt sources, in both formats (sources.list(5)), and tells which of them are Debian's archive.
 *
 * <p>An entry is Debian's when it has the component {@code main}, one of its suites has a name of Debian's, and it is
 * signed by Debian's archive keys or, where the entry names no key, its address ends as Debian's mirrors do.
 */
final class AptSources {
    private static final Pattern ONE_LINE =
            Pattern.compile("deb(?:-src)?\\s+(?:\\[([^\\]]*)\\]\\s+)?(\\S+)\\s+(\\S+)\\s*(.*)");
    private static final Pattern SUITE_SUFFIX =
            Pattern.compile("(-security|-updates|-backports|-proposed-updates|/updates)$");
    private static final Pattern MIRROR_PATH = Pattern.compile(".*/debian(-security)?/?");
    private static final Set<String> SUITE_CLASSES =
            Set.of("stable", "oldstable", "oldoldstable", "testing", "unstable", "sid");
    private static final Set<String> OWN_FIELDS =
            Set.of("types", "uris", "suites", "components", "enabled", "architectures");

    private final Set<String> suiteNames;

    /** @param suiteNames code names that are Debian's, besides the names of the classes such as {@code stable} */
    AptSources(Set<String> suiteNames) {
        this.suiteNames = Set.copyOf(suiteNames);
    }

    /** The entries for Debian's archive in apt's main list and its folder of lists; either may be missing. */
    List<AptEntry> read(Path list, Path folder) {
        List<AptEntry> entries = new ArrayList<>();
        try {
            for (Path file : files(list, folder)) {
                String text = Files.readString(file);
                entries.addAll(file.toString().endsWith(".sources") ? parseStanzas(text) : parseLines(text));
            }
        } catch (IOException e) {
            throw SourceException.unavailable("cannot read apt's sources", e);
        }
        return entries.stream().filter(this::isDebian).toList();
    }

    private static List<Path> files(Path list, Path folder) {
        List<Path> files = new ArrayList<>();
        if (Files.isRegularFile(list)) {
            files.add(list);
        }
        files.addAll(Folders.entries(folder, "*.{list,sources}"));
        return files;
    }

    static List<AptEntry> parseLines(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .map(ONE_LINE::matcher)
                .filter(Matcher::matches)
                .map(m -> new AptEntry(m.group(2), List.of(m.group(3)), words(m.group(4)), options(m.group(1))))
                .toList();
    }

    private static Map<String, String> options(@org.jspecify.annotations.Nullable String brackets) {
        Map<String, String> options = new TreeMap<>();
        for (String option : words(brackets == null ? "" : brackets)) {
            String[] pair = option.split("\\+?=", 2);
            if (pair.length == 2 && !pair[0].equals("arch")) {
                options.put(fieldName(pair[0]), pair[1].replace(',', ' '));
            }
        }
        return options;
    }

    /** {@code signed-by} as {@code Signed-By}. */
    private static String fieldName(String option) {
        return Arrays.stream(option.split("-"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining("-"));
    }

    static List<AptEntry> parseStanzas(String text) {
        List<AptEntry> entries = new ArrayList<>();
        for (String stanza : text.split("\\n\\s*\\n", -1)) {
            Map<String, String> fields = fields(stanza);
            if (fields.getOrDefault("enabled", "yes").equalsIgnoreCase("no")) {
                continue;
            }
            Map<String, String> options = new TreeMap<>(fields);
            options.keySet().removeAll(OWN_FIELDS);
            Map<String, String> named = options.entrySet().stream()
                    .collect(Collectors.toMap(e -> fieldName(e.getKey()), Map.Entry::getValue));
            for (String uri : words(fields.getOrDefault("uris", ""))) {
                entries.add(new AptEntry(
                        uri,
                        words(fields.getOrDefault("suites", "")),
                        words(fields.getOrDefault("components", "")),
                        named));
            }
        }
        return entries;
    }

    /** The fields of a stanza by their names in lower case; lines that go on keep their line ends and indentation. */
    private static Map<String, String> fields(String stanza) {
        Map<String, String> fields = new HashMap<>();
        String current = "";
        for (String line : stanza.split("\n", -1)) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            int colon = line.indexOf(':');
            if (Character.isWhitespace(line.charAt(0))) {
                fields.merge(current, line, (value, more) -> value + "\n" + more);
            } else if (colon > 0) {
                current = line.substring(0, colon).toLowerCase(Locale.ROOT);
                fields.put(current, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private boolean isDebian(AptEntry entry) {
        return entry.components().contains("main")
                && entry.suites().stream().anyMatch(this::isDebianSuite)
                && isSignedByDebian(entry);
    }

    private boolean isDebianSuite(String suite) {
        String base = SUITE_SUFFIX.matcher(suite).replaceFirst("");
        return SUITE_CLASSES.contains(base) || suiteNames.contains(base);
    }

    private static boolean isSignedByDebian(AptEntry entry) {
        String key = entry.options().getOrDefault("Signed-By", "");
        boolean keyIsAFile = key.startsWith("/") && !key.contains("\n");
        return keyIsAFile
                ? key.contains("debian-archive")
                : MIRROR_PATH.matcher(entry.uri()).matches();
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
