package org.btdetect.collect.format;

import java.util.Map;
import org.btdetect.event.Actor;
import org.btdetect.event.Event.Outcome;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Link;
import org.btdetect.event.Target;
import org.btdetect.tree.Layer;

/** Audited system calls to events. */
final class AuditCalls {
    private static final long NO_LOGIN = 0xffffffffL;
    private static final long RESOLUTION = 1_000;
    private static final String INSTANCES = "/instances/";

    private final LogContext context;
    private final SystemCalls names = new SystemCalls();

    AuditCalls(LogContext context) {
        this.context = context;
    }

    /** Tells of an operation, unless the record of its system call is missing. */
    void tell(String key, AuditOperation operation, RecordSink sink) {
        Map<String, String> call = operation.call();
        if (call.isEmpty()) {
            return;
        }
        String name = call.getOrDefault("SYSCALL", "");
        if (name.isEmpty()) {
            name = names.name(call.getOrDefault("arch", ""), call.getOrDefault("syscall", ""));
        }
        EventTime time = context.clock().universal(operation.micros(), RESOLUTION, 0);
        String success = call.getOrDefault("success", "");
        EventBuilder event = new EventBuilder(time, context.source(), operation.origin(), kind(name), name)
                .layer(Layer.IMAGE)
                .outcome(success.isEmpty() ? Outcome.UNTOLD : LogContext.outcome(success.equals("yes")))
                .target(target(name, operation))
                .link(new Link("", "", "", "", call.getOrDefault("pid", ""), key))
                .actor(actor(call))
                .field("access", access(name, call))
                .field("arguments", operation.arguments())
                .field("key", call.getOrDefault("key", ""))
                .field("session", session(call))
                .field("exit", success.equals("no") ? call.getOrDefault("exit", "") : "")
                .field("nametype", operation.object().getOrDefault("nametype", ""))
                .field("to", operation.made().isEmpty() ? "" : operation.path(operation.made()));
        sink.event(event.build());
    }

    private static EventKind kind(String name) {
        return switch (name) {
            case "execve", "execveat" -> EventKind.PROGRAM;
            case "connect" -> EventKind.CONNECTION;
            case "kill",
                    "tkill",
                    "tgkill",
                    "rt_sigqueueinfo",
                    "pidfd_send_signal",
                    "pidfd_getfd",
                    "ptrace",
                    "process_vm_readv",
                    "process_vm_writev" -> EventKind.PROCESS;
            default -> EventKind.FILE;
        };
    }

    private static Target target(String name, AuditOperation operation) {
        if (kind(name) == EventKind.PROCESS) {
            boolean isByFirst = !name.startsWith("pidfd") && !name.equals("ptrace");
            String argument = operation.call().getOrDefault(isByFirst ? "a0" : "a1", "0");
            return new Target("", "", hex(argument), "", "");
        }
        if (!operation.socket().isEmpty()) {
            return new Target("", "", 0, operation.socket(), "");
        }
        Map<String, String> object = operation.object();
        String path = operation.path(object);
        Map<String, String> made = operation.made();
        String inode = AuditOperation.inode(made.isEmpty() ? object : made);
        return new Target(instance(path), "", 0, path, inode);
    }

    /** Returns the instance in whose folder a file is: the UUID behind the folder of all instances. */
    static String instance(String path) {
        int at = path.indexOf(INSTANCES);
        int from = at + INSTANCES.length();
        if (at < 0 || from + Uuids.LENGTH > path.length()) {
            return "";
        }
        String name = path.substring(from, from + Uuids.LENGTH);
        return Uuids.isUuid(name) ? name : "";
    }

    /** Returns how a file was opened, empty if the call does not open one or does not tell. */
    private static String access(String name, Map<String, String> call) {
        String flags = switch (name) {
            case "open" -> call.getOrDefault("a1", "");
            case "openat" -> call.getOrDefault("a2", "");
            default -> "";
        };
        if (flags.isEmpty()) {
            return "";
        }
        return switch ((int) (hex(flags) & 3)) {
            case 0 -> "read";
            case 1 -> "write";
            default -> "readwrite";
        };
    }

    private static Actor actor(Map<String, String> call) {
        return new Actor(
                "",
                "",
                "",
                number(call, "pid"),
                number(call, "ppid"),
                number(call, "euid"),
                loginUser(call),
                call.getOrDefault("comm", ""),
                call.getOrDefault("exe", ""));
    }

    private static String session(Map<String, String> call) {
        String session = call.getOrDefault("ses", "");
        return session.equals(String.valueOf(NO_LOGIN)) ? "" : session;
    }

    static long loginUser(Map<String, String> values) {
        long user = number(values, "auid");
        return user == NO_LOGIN ? Actor.UNTOLD : user;
    }

    static long number(Map<String, String> values, String name) {
        try {
            return Long.parseLong(values.getOrDefault(name, ""));
        } catch (NumberFormatException none) {
            return Actor.UNTOLD;
        }
    }

    private static long hex(String text) {
        try {
            return Long.parseUnsignedLong(text, 16);
        } catch (NumberFormatException none) {
            return 0; // untold
        }
    }
}
