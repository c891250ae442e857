package org.btdetect.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.btdetect.frontend.TextDecoder;
import org.btdetect.frontend.c.CFrontEnd;
import org.btdetect.frontend.python.PythonFrontEnd;
import org.btdetect.program.Module;
import org.btdetect.program.Outline;
import org.btdetect.program.Position;
import org.btdetect.program.Problem;
import org.btdetect.program.TranslationUnit;

/** The source files below a path, each read by the front end that its suffix names. */
final class SourceFiles {
    private static final long MAX_BYTES = 64L << 20;

    private final Path root;

    SourceFiles(Path root) {
        this.root = root;
    }

    /** What one file defines and calls, and what of it could not be read. */
    record Outlined(String file, List<Outline.Entry> entries, List<Problem> problems) {}

    /** The files, sorted by their relative path; links are not followed. */
    List<Path> list() {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> hasSuffix(file, ".py") || isC(file))
                    .sorted((a, b) -> relative(a).compareTo(relative(b)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + root + ": " + failure.getMessage(), failure);
        }
    }

    /** Reads one file; a file that cannot be read is a problem of its own. */
    Outlined read(Path path) {
        String file = relative(path);
        try {
            if (Files.size(path) > MAX_BYTES) {
                return unread(file, "larger than " + MAX_BYTES + " bytes");
            }
            byte[] bytes = Files.readAllBytes(path);
            return isC(path) ? c(file, bytes) : python(file, bytes);
        } catch (IOException failure) {
            return unread(file, "cannot be read: " + failure.getMessage());
        }
    }

    private static Outlined python(String file, byte[] bytes) {
        Module module = new PythonFrontEnd().parse(file, bytes);
        return new Outlined(file, Outline.of(module), module.problems());
    }

    private static Outlined c(String file, byte[] bytes) {
        List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
        CFrontEnd frontEnd = new CFrontEnd(problems::add);
        TranslationUnit unit = frontEnd.read(file, TextDecoder.decode(bytes, StandardCharsets.UTF_8));
        List<Outline.Entry> entries = Outline.of(unit);
        problems.addAll(0, unit.problems());
        return new Outlined(file, entries, problems);
    }

    private static Outlined unread(String file, String why) {
        return new Outlined(file, List.of(), List.of(new Problem(file, new Position(1, 1), why)));
    }

    private String relative(Path path) {
        Path relative = root.relativize(path);
        boolean isRoot = relative.toString().isEmpty();
        return (isRoot ? path.getFileName() : relative).toString().replace('\\', '/');
    }

    private static boolean isC(Path file) {
        return hasSuffix(file, ".c") || hasSuffix(file, ".h");
    }

    private static boolean hasSuffix(Path file, String suffix) {
        return file.toString().endsWith(suffix);
    }
}
