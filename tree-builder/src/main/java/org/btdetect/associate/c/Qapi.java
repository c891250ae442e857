package org.btdetect.associate.c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.tree.Place;

/** The commands and events that a QAPI schema declares, its includes followed. */
public final class Qapi {

    /** A command and where it is declared. */
    public record Command(String name, Place at) {}

    private final Map<String, Command> commands = new TreeMap<>();
    private final Map<String, Place> events = new TreeMap<>();

    private Qapi() {}

    /** A schema without commands, for sources that are not there. */
    public static Qapi none() {
        return new Qapi();
    }

    /**
     * Reads a schema.
     *
     * @param file the schema's first file, relative to the component's root
     * @throws QapiSyntaxException with file and line, when it is not in QAPI's language
     * @throws UncheckedIOException when a file cannot be read
     */
    public static Qapi read(String component, Path root, String file) {
        Qapi schema = new Qapi();
        schema.include(component, root, file, new HashSet<>());
        return schema;
    }

    private void include(String component, Path root, String file, Set<String> seen) {
        if (!seen.add(file)) {
            return;
        }
        String text;
        try {
            text = Files.readString(root.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
        List<QapiParser.Item> items = new QapiParser(file, text).items();
        for (QapiParser.Item item : items) {
            String included = item.text("include");
            if (!included.isEmpty()) {
                Path folder = Path.of(file).getParent();
                Path target = folder == null ? Path.of(included) : folder.resolve(included);
                include(component, root, target.normalize().toString().replace('\\', '/'), seen);
            }
            String event = item.text("event");
            if (!event.isEmpty()) {
                events.putIfAbsent(event, new Place(component, file, item.line()));
            }
            String command = item.text("command");
            if (!command.isEmpty()) {
                commands.putIfAbsent(command, new Command(command, new Place(component, file, item.line())));
            }
        }
    }

    public Optional<Command> command(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    /** Where an event is declared. */
    public Optional<Place> event(String name) {
        return Optional.ofNullable(events.get(name));
    }

    /** The commands in the order of their names. */
    public List<Command> commands() {
        return List.copyOf(commands.values());
    }

    /** Whether a command only asks, by the schema's convention for names. */
    public static boolean onlyReads(String command) {
        return command.startsWith("query-")
                || command.startsWith("qom-list")
                || command.endsWith("-list-properties")
                || command.equals("qom-get");
    }
}
