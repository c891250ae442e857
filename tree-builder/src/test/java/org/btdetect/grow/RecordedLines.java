package org.btdetect.grow;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.btdetect.keyword.LogLine;
import org.btdetect.keyword.LogSource;

/** The recorded logs that lie beside the project where a machine has them, as lines to be recognised. */
final class RecordedLines {
    private static final Pattern NOVA = Pattern.compile(
            "^(?:\\S+ )?\\d{4}-\\d\\d-\\d\\d \\S+ \\d+ (INFO|WARNING) (\\S+) \\[[^\\]]*\\] (?:\\[instance: [^\\]]*\\] )?(.*)$");
    private static final Pattern DAEMON = Pattern.compile(
            "^\\d{4}-\\d\\d-\\d\\d [0-9:.]+\\+0000: \\d+: (\\w+) : (\\w+):\\d+ : (.*)$", Pattern.DOTALL);
    private static final Pattern BEGIN = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d .*", Pattern.DOTALL);

    private RecordedLines() {}

    /** The folder of the data; without it the test is skipped. */
    static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared").resolve("data"))) {
                return at.resolve("shared").resolve("data");
            }
        }
        return abort("no recorded logs: there is no folder shared/data beside the project");
    }

    /** The lines of a Nova service at the levels INFO and WARNING. */
    static List<LogLine> nova(Path file) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        for (String line : records(file)) {
            Matcher found = NOVA.matcher(line.lines().findFirst().orElse(""));
            if (found.matches()) {
                lines.add(new LogLine(LogSource.NOVA_LOG, found.group(2), found.group(3)));
            }
        }
        return lines;
    }

    /** The records of the virtualization daemon whose function's name begins with a prefix. */
    static List<LogLine> daemon(Path file, String prefix) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        for (String line : records(file)) {
            Matcher found = DAEMON.matcher(line);
            if (found.matches() && found.group(2).startsWith(prefix)) {
                lines.add(new LogLine(LogSource.LIBVIRT_LOG, found.group(2), found.group(3)));
            }
        }
        return lines;
    }

    /** Lines, with those that begin with no time joined to the one before. */
    private static List<String> records(Path file) throws IOException {
        List<String> records = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (BEGIN.matcher(line).matches() || !file.toString().contains("libvirt")) {
                    records.add(open.toString());
                    open.setLength(0);
                } else {
                    open.append('\n');
                }
                open.append(line);
            }
        }
        records.add(open.toString());
        return records;
    }
}
