package org.btdetect.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.btdetect.event.Origin;
import org.btdetect.tree.Layer;

/**
 * Reads the three kinds of logs that the paper's figures 8 to 10 show: the compute service's, the virtual machine's and the
 * kernel's with the file hook. Lines of no such kind are counted.
 */
final class PaperLogReader {
    private static final String STAMP = "(\\d{4}-\\d{1,2}-\\d{1,2} \\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,6})?)";
    private static final Pattern SERVICE = Pattern.compile(
            "^" + STAMP + " \\d+ [A-Z]+ \\S+ \\[([^\\]]*)\\] (?:\\[instance: [0-9a-f-]{36}\\] ?)?(.*)$");
    private static final Pattern DOMAIN = Pattern.compile("^" + STAMP + "\\+0000: (.*)$");
    private static final Pattern KERNEL = Pattern.compile("^\\[ *\\d+\\.\\d+\\] (.*)$");
    private static final Pattern HOOK_PROCESS = Pattern.compile("^current: ?(.*)$");
    private static final Pattern HOOK_TIME = Pattern.compile("^Time ?: ?" + STAMP + "$");
    private static final Pattern HOOK_PATH = Pattern.compile("^Path: ?(.*)$");
    /** What virtualization processes are called, at least at their beginning: the name's end is cut off by the kernel. */
    private static final String VIRTUALIZATION = "qemu-system";

    private static final int LONGEST_LINE = 65_536;
    static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("y-M-d H:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private final List<PaperRecord> records = new ArrayList<>();
    private String hookProcess = "";
    private String hookTime = "";
    private long unknown;

    /** What a folder of logs holds, and how many of its lines are of no known kind. */
    record Contents(List<PaperRecord> records, long unknownLines) {}

    /** Reads every file of a folder, in the order of their names. */
    static Contents read(Path folder) throws IOException {
        PaperLogReader reader = new PaperLogReader();
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            reader.readFile(file);
        }
        return new Contents(List.copyOf(reader.records), reader.unknown);
    }

    private void readFile(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        long number = 0;
        // One byte is one character, so that no byte of a hostile file is malformed.
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.length() > LONGEST_LINE || !readLine(line, new Origin(name, number, 1))) {
                    unknown++;
                }
            }
        }
    }

    private boolean readLine(String line, Origin origin) {
        Matcher service = SERVICE.matcher(line);
        if (service.matches()) {
            return add(service.group(1), false, Layer.COMPUTE, request(service.group(2)), service.group(3), origin);
        }
        Matcher domain = DOMAIN.matcher(line);
        if (domain.matches()) {
            return add(domain.group(1), true, Layer.LIBVIRT, "", domain.group(2), origin);
        }
        Matcher kernel = KERNEL.matcher(line);
        return kernel.matches() && readHook(kernel.group(1), origin);
    }

    /** The hook writes a group of lines for each access; the path is the last of them. */
    private boolean readHook(String text, Origin origin) {
        Matcher process = HOOK_PROCESS.matcher(text);
        if (process.matches()) {
            hookProcess = process.group(1);
            return true;
        }
        Matcher time = HOOK_TIME.matcher(text);
        if (time.matches()) {
            hookTime = time.group(1);
            return true;
        }
        Matcher path = HOOK_PATH.matcher(text);
        if (!path.matches()) {
            return text.startsWith("Opening file");
        }
        Layer layer = hookProcess.startsWith(VIRTUALIZATION) ? Layer.QEMU : Layer.IMAGE;
        return add(hookTime, false, layer, "", hookProcess + " opens " + path.group(1), origin);
    }

    private boolean add(String stamp, boolean universal, Layer layer, String request, String text, Origin origin) {
        Optional<LocalDateTime> time = parse(stamp);
        time.ifPresent(at -> records.add(new PaperRecord(at, universal, layer, request, text, origin)));
        return time.isPresent();
    }

    static Optional<LocalDateTime> parse(String stamp) {
        try {
            return Optional.of(LocalDateTime.parse(stamp.replace(',', '.'), TIME));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static String request(String context) {
        for (String word : context.split(" ", -1)) {
            if (word.startsWith("req-")) {
                return word;
            }
        }
        return "";
    }
}
