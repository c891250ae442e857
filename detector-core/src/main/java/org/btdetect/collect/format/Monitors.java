package org.btdetect.collect.format;

import java.util.Map;
import org.btdetect.event.Target;

/** The open monitors of virtualization processes: whose each is, and which commands wait for an answer. */
final class Monitors {
    private static final int MOST = 1 << 13;
    private static final int MOST_COMMANDS = 64;

    private final Map<String, Monitor> open = new BoundedMap<>(MOST);

    /** A monitor. */
    static final class Monitor {
        private final Map<String, Command> commands = new BoundedMap<>(MOST_COMMANDS);
        private Target target = Target.NONE;

        /** Returns the domain whose monitor it is, if that is known. */
        Target target() {
            return target;
        }

        /** Learns whose monitor it is from a thread that uses it. */
        void learn(Target user) {
            if (target.instance().isEmpty() && user != Target.NONE) {
                target = user;
            }
        }

        void sent(String id, Command command) {
            commands.put(id, command);
        }

        /** Returns the command with the identifier and forgets it; a command without a name if none waits. */
        Command answered(String id) {
            Command command = commands.remove(id);
            return command == null ? Command.NONE : command;
        }
    }

    /**
     * A command that waits for its answer.
     *
     * @param name the command
     * @param client the connection on whose behalf it was sent, empty if none
     * @param call the remote procedure call
     */
    record Command(String name, String client, String call) {
        static final Command NONE = new Command("", "", "");
    }

    Monitor monitor(String pointer) {
        return open.computeIfAbsent(pointer, key -> new Monitor());
    }

    /** The daemon began anew: it opens all monitors again. */
    void restarted() {
        open.clear();
    }

    void closed(String pointer) {
        open.remove(pointer);
    }
}
