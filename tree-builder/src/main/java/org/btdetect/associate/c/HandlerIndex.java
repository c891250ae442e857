package org.btdetect.associate.c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Behavior.Branch;
import org.btdetect.summary.Link;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/**
 * The functions that implement QAPI commands: {@code qmp_} and the command's name with underscores, as QEMU's code generator
 * has it. Where several files define one, stubs and other operating systems give way.
 */
public final class HandlerIndex {

    private static final byte[] PREFIX = "qmp_".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern HEAD = Pattern.compile("(?m)^(?:[A-Za-z_][\\w \\t*]*[ \\t*])?(qmp_\\w+)[ \\t]*\\(");
    private static final Pattern GIVES_WAY = Pattern.compile("(^|/)stubs?/|stub|win32|-bsd|solaris");

    private final Map<String, List<Place>> handlers = new TreeMap<>();

    private HandlerIndex() {}

    /** An index without handlers, for sources that are not there. */
    public static HandlerIndex none() {
        return new HandlerIndex();
    }

    /**
     * Reads a source tree's {@code .c} files for handlers.
     *
     * @throws UncheckedIOException when a file cannot be read
     */
    public static HandlerIndex scan(String component, Path root, Predicate<String> wanted) {
        HandlerIndex index = new HandlerIndex();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.filter(path -> path.toString().endsWith(".c") && Files.isRegularFile(path))
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(wanted)
                    .sorted()
                    .forEach(file -> index.read(component, root, file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return index;
    }

    private void read(String component, Path root, String file) {
        try {
            byte[] bytes = Files.readAllBytes(root.resolve(file));
            if (contains(bytes)) {
                read(component, file, new String(bytes, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    private static boolean contains(byte[] text) {
        for (int i = 0; i + PREFIX.length <= text.length; i++) {
            if (text[i] == PREFIX[0]
                    && text[i + 1] == PREFIX[1]
                    && text[i + 2] == PREFIX[2]
                    && text[i + 3] == PREFIX[3]) {
                return true;
            }
        }
        return false;
    }

    private void read(String component, String file, String text) {
        Matcher head = HEAD.matcher(text);
        while (head.find()) {
            if (isDefinition(text, head.end() - 1)) {
                int line = 1
                        + (int) text.substring(0, head.start(1))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                handlers.computeIfAbsent(head.group(1), name -> new ArrayList<>())
                        .add(new Place(component, file, line));
            }
        }
    }

    private static boolean isDefinition(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return text.substring(i + 1, Math.min(text.length(), i + 40))
                        .stripLeading()
                        .startsWith("{");
            }
        }
        return false;
    }

    /** The handler's name for a command. */
    public static String handler(String command) {
        return "qmp_" + command.replace('-', '_').replace('.', '_');
    }

    /** Where a command's handlers are defined. */
    public List<Place> places(String command) {
        List<Place> all = handlers.getOrDefault(handler(command), List.of());
        List<Place> preferred = all.stream()
                .filter(place -> !GIVES_WAY.matcher(place.file()).find())
                .toList();
        return preferred.isEmpty() ? all : preferred;
    }

    /** What a command does in QEMU: it enters one of its handlers, which are not looked into. */
    Behavior enter(Qapi.Command command, Layer layer) {
        List<Place> places = places(command.name());
        Certainty certainty = places.size() == 1 ? Certainty.EXACT : Certainty.AMBIGUOUS;
        Link link = new Link(EdgeKind.QAPI_HANDLER, command.at(), handler(command.name()), certainty);
        List<Branch> branches = new ArrayList<>();
        for (Place place : places) {
            Activation handler = new Activation(handler(command.name()), place, "");
            branches.add(new Branch("", new Behavior.Invocation(link, handler, Optional.of(layer))));
        }
        return branches.isEmpty() ? Behavior.NOTHING : Behavior.choice(branches);
    }
}
