package org.btdetect.associate.c;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which events a monitor command may cause, as {@code monitor-events.json} says: nothing in the sources ties them. */
public final class CommandEvents {

    private static final String RESOURCE = "monitor-events.json";
    private static final String COMMAND = "command";
    private static final String CAUSES = "causes";

    private final Map<String, List<String>> events = new TreeMap<>();

    private CommandEvents() {}

    /** Reads the links that come with the program. */
    public static CommandEvents read() {
        CommandEvents read = new CommandEvents();
        try (InputStream stream = CommandEvents.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is not part of the program");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (QapiParser.Item item : new QapiParser(RESOURCE, text).items()) {
                read.events.put(item.text(COMMAND), item.texts(CAUSES));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE, unreadable);
        }
        return read;
    }

    /** The commands that may cause events. */
    public Set<String> commands() {
        return Set.copyOf(events.keySet());
    }

    /** The events that a command may cause, in the order of the file. */
    public List<String> of(String command) {
        return events.getOrDefault(command, List.of());
    }
}
