package org.btdetect.collect.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.event.Origin;

/** The records of one audited operation, which share a serial number. */
final class AuditOperation {
    /** The number that stands for the current folder instead of an open one, -100. */
    private static final String CURRENT_FOLDER = "ffffff9c";

    private static final int MOST_PATHS = 64;

    private final long micros;
    private final Origin begin;
    private final List<Map<String, String>> paths = new ArrayList<>();
    private Map<String, String> call = Map.of();
    private String folder = "";
    private String arguments = "";
    private String socket = "";
    private int lines;

    AuditOperation(long micros, RawRecord first) {
        this.micros = micros;
        this.begin = new Origin(first.file(), first.line(), 1);
    }

    /** Adds a record; what is not known of it is not needed. */
    void add(String type, Map<String, String> values) {
        lines++;
        switch (type) {
            case "SYSCALL", "URINGOP" -> call = values;
            case "CWD" -> folder = values.getOrDefault("cwd", "");
            case "PATH" -> {
                if (paths.size() < MOST_PATHS) {
                    paths.add(values);
                }
            }
            case "PROCTITLE" -> arguments = values.getOrDefault("proctitle", "").replace('\0', ' ');
            case "SOCKADDR" -> socket = socket(values.getOrDefault("saddr", ""));
            default -> {
                // records about security contexts, capabilities and the like
            }
        }
    }

    long micros() {
        return micros;
    }

    Origin origin() {
        return new Origin(begin.file(), begin.line(), Math.max(1, lines));
    }

    /** Returns the fields of the system call; empty if its record is missing. */
    Map<String, String> call() {
        return call;
    }

    /** Returns the command line of the acting process, cut to 128 bytes by the kernel. */
    String arguments() {
        return arguments;
    }

    /** Returns the path of the socket that was connected to, empty if it is none. */
    String socket() {
        return socket;
    }

    /** Returns the record of what was acted on: the first that is not merely a parent folder; empty if there is none. */
    Map<String, String> object() {
        return paths.stream()
                .filter(path -> !isParent(path))
                .findFirst()
                .orElse(paths.isEmpty() ? Map.of() : paths.get(paths.size() - 1));
    }

    /** Returns the record of the name that was made for the object, empty if none was. */
    Map<String, String> made() {
        Map<String, String> object = object();
        return paths.stream()
                .filter(path ->
                        path != object && path.getOrDefault("nametype", "").equals("CREATE"))
                .reduce((first, last) -> last)
                .orElse(Map.of());
    }

    private static boolean isParent(Map<String, String> path) {
        return path.getOrDefault("nametype", "").equals("PARENT");
    }

    /** Whether relative names are of a folder that the process holds open, whose path no record tells. */
    private boolean isInOpenFolder() {
        boolean isAt = call.getOrDefault("SYSCALL", "").contains("at");
        return isAt && !call.getOrDefault("a0", "").endsWith(CURRENT_FOLDER);
    }

    /** Returns the absolute path of a path's record; relative where the folder is not told. */
    String path(Map<String, String> record) {
        String name = record.getOrDefault("name", "");
        if (name.isEmpty() || name.equals("(null)")) {
            return "";
        }
        if (!name.startsWith("/") && isInOpenFolder()) {
            return name;
        }
        String joined = name.startsWith("/") ? name : folder + "/" + name;
        boolean isPlain = !joined.contains("//") && !joined.contains("/.") && !joined.endsWith("/");
        if (isPlain || joined.indexOf('\0') >= 0) {
            return joined;
        }
        return Path.of(joined).normalize().toString();
    }

    /** Returns device and inode of a path's record, empty if it has none. */
    static String inode(Map<String, String> record) {
        String inode = record.getOrDefault("inode", "");
        return inode.isEmpty() ? "" : record.getOrDefault("dev", "?") + "/" + inode;
    }

    /** The path of a local socket's address, whose family is 1 in the machine's byte order. */
    private static String socket(String address) {
        if (!address.startsWith("0100")) {
            return "";
        }
        String path = KeyValues.decoded(address.substring(4));
        int end = path.indexOf('\0');
        return end < 0 ? path : path.substring(0, end);
    }
}
