package org.btdetect.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.btdetect.collect.format.LogFormat;
import org.btdetect.collect.format.Services;
import org.btdetect.event.Source;
import org.btdetect.tree.Layer;

/** Finds logs among files and folders, and out what each is. */
final class LogFinder {
    static final String UNKNOWN_HOST = "localhost";

    /** Of records of the same time, those of upper layers come first, since they may be the cause of the others. */
    private static final Comparator<Log> CAUSES_FIRST =
            Comparator.comparing((Log log) -> log.source().layer()).thenComparing(Log::name);

    private final CollectOptions options;
    private final Formats formats;
    private final List<Path> strangers = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    LogFinder(CollectOptions options) {
        this.options = options;
        this.formats = new Formats(options.oslo());
    }

    List<Log> find(List<Path> paths) throws IOException {
        List<Log> logs = new ArrayList<>();
        for (LogFiles files : LogFiles.find(paths)) {
            log(files).ifPresent(logs::add);
        }
        logs.sort(CAUSES_FIRST);
        return logs;
    }

    /** Returns the files that are of no known format. */
    List<Path> strangers() {
        return List.copyOf(strangers);
    }

    /** Returns what files could not be read, and why. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private Optional<Log> log(LogFiles files) throws IOException {
        List<Begin> begins = new ArrayList<>();
        for (Path file : files.files()) {
            try {
                formats.begin(file).ifPresentOrElse(begins::add, () -> strangers.add(file));
            } catch (IOException failure) {
                problems.add(file + ": cannot be read: " + failure.getClass().getSimpleName());
            }
        }
        begins.sort(Comparator.comparing(Begin::time).thenComparing(Begin::file));
        if (begins.isEmpty()) {
            return Optional.empty();
        }
        LogFormat format = begins.get(begins.size() - 1).format();
        return Optional.of(log(files.name(), begins.stream().map(Begin::file).toList(), format));
    }

    private Log log(Path name, List<Path> files, LogFormat format) throws IOException {
        String service = switch (format.id()) {
            case "oslo", "json", "web-server" -> Services.ofLog(name.toString());
            case "libvirt" -> "libvirtd";
            case "domain" -> "qemu";
            default -> format.id();
        };
        Source source = new Source(host(files.get(0)), service, layer(format.id(), service));
        long until = Files.getLastModifiedTime(files.get(files.size() - 1)).to(TimeUnit.MICROSECONDS);
        boolean isOfDomain = format.id().equals("domain");
        return new Log(
                name.toString(), files, format, source, isOfDomain ? stem(name) : "", zone(name, service), until);
    }

    private static Layer layer(String format, String service) {
        return switch (format) {
            case "libvirt" -> Layer.LIBVIRT;
            case "domain" -> Layer.QEMU;
            case "audit", "kernel-hook" -> Layer.IMAGE;
            default -> Services.layer(service);
        };
    }

    private static String stem(Path name) {
        String file = name.getFileName().toString();
        return file.endsWith(".log") ? file.substring(0, file.length() - ".log".length()) : file;
    }

    private String host(Path file) {
        return options.hosts().entrySet().stream()
                .filter(entry -> file.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(UNKNOWN_HOST);
    }

    private ZoneId zone(Path name, String service) {
        return options.zones().entrySet().stream()
                .filter(entry -> entry.getKey().equals(service) || name.endsWith(entry.getKey()))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .or(options::zone)
                .orElse(ZoneOffset.UTC);
    }
}
