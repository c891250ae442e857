package org.btdetect.grow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.resolve.python.EntryPoint;

/**
 * Reads the entry points that a distribution declares: {@code entry_points.txt} of an installed one, {@code setup.cfg} and {@code
 * pyproject.toml} of a source tree.
 */
final class EntryPointFiles {

    private static final Set<String> NAMES = Set.of("entry_points.txt", "setup.cfg", "pyproject.toml");
    private static final String SECTION_OF_ALL = "entry_points";
    private static final Pattern SECTION = Pattern.compile("\\[([^\\[\\]]+)]");
    private static final Pattern TOML_GROUP = Pattern.compile("project\\.entry-points\\.\"?([^\"]+)\"?");
    private static final Pattern OBJECT = Pattern.compile("\"?([\\w.:-]+)\"?\\s*=\\s*\"?([\\w.]+)(?::([\\w.]+))?\"?");

    private EntryPointFiles() {}

    /** Whether a file of the name may declare entry points. */
    static boolean mayDeclare(Path file) {
        return NAMES.contains(file.getFileName().toString());
    }

    /** @throws UncheckedIOException when the file cannot be read */
    static List<EntryPoint> read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return parse(file.getFileName().toString(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param fileName tells the format */
    static List<EntryPoint> parse(String fileName, String text) {
        List<EntryPoint> found = new ArrayList<>();
        boolean grouped = fileName.equals("setup.cfg");
        String section = "";
        String group = "";
        for (String line : text.lines().toList()) {
            String content = line.strip();
            if (content.startsWith("#")) {
                continue;
            }
            Matcher heading = SECTION.matcher(content);
            if (heading.matches()) {
                section = heading.group(1);
                group = grouped ? "" : group(fileName, section).orElse("");
            } else if (grouped && !line.isEmpty() && !Character.isWhitespace(line.charAt(0)) && line.contains("=")) {
                group = section.equals(SECTION_OF_ALL)
                        ? line.substring(0, line.indexOf('=')).strip()
                        : "";
            } else if (!group.isEmpty()) {
                Matcher object = OBJECT.matcher(withoutExtras(content));
                if (object.matches()) {
                    String attribute = Objects.requireNonNullElse(object.group(3), "");
                    found.add(new EntryPoint(group, object.group(1), object.group(2), attribute));
                }
            }
        }
        return List.copyOf(found);
    }

    private static Optional<String> group(String fileName, String section) {
        if (fileName.equals("entry_points.txt")) {
            return Optional.of(section);
        }
        Matcher matcher = TOML_GROUP.matcher(section);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String withoutExtras(String line) {
        int extras = line.indexOf(" [");
        return extras < 0 ? line : line.substring(0, extras);
    }
}
