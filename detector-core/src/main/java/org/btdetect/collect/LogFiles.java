package org.btdetect.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one log: its rotated parts and the one that is being written.
 *
 * @param name the log's name, without what rotation adds
 * @param files its files, in no order
 */
record LogFiles(Path name, List<Path> files) {
    /** What rotation and packing add behind a name: {@code .1}, {@code -20210418}, {@code .2017-05-16_13:53:08}, {@code .gz}. */
    private static final Pattern ROTATED =
            Pattern.compile("(?:[.-](?:[0-9]{1,4}|[0-9]{4}-?[0-9]{2}-?[0-9]{2}(?:[-_T][0-9:.-]+)?))*(?:\\.gz)?$");

    LogFiles {
        files = List.copyOf(files);
    }

    /** Returns the logs among files and folders, whose folders are searched too, in the order of their names. */
    static List<LogFiles> find(List<Path> paths) throws IOException {
        Map<Path, List<Path>> logs = new TreeMap<>();
        for (Path path : paths) {
            for (Path file : files(path)) {
                Path name = file.resolveSibling(
                        ROTATED.matcher(file.getFileName().toString()).replaceFirst(""));
                List<Path> parts = logs.computeIfAbsent(name, key -> new ArrayList<>());
                if (!parts.contains(file)) {
                    parts.add(file);
                }
            }
        }
        return logs.entrySet().stream()
                .map(log -> new LogFiles(log.getKey(), log.getValue()))
                .toList();
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.notExists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.walk(path)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
