package org.btdetect.frontend.c;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The machine's own libclang, asked through its Python bindings what it finds in C files. */
final class Clang {

    private static final Path SCRIPT =
            SnippetsTest.FOLDER.resolve("oracle/clang_rows.py").toAbsolutePath();

    private Clang() {}

    /** A row as the script prints it. */
    record Row(String file, String kind, int line, int column, String text) {}

    /** The Python that has the bindings: another one than the distribution's may come first in the path. */
    static Optional<String> python() throws InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (hasBindings(python)) {
                return Optional.of(python);
            }
        }
        return Optional.empty();
    }

    private static boolean hasBindings(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "from clang import cindex; cindex.Index.create()")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /**
     * The rows of files.
     *
     * @param commands a compilation database, or {@code -} for none
     */
    static List<Row> rows(String commands, List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python().orElseThrow(), SCRIPT.toString(), commands));
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Row> rows = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(row(line));
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("clang_rows.py failed");
        }
        return rows;
    }

    private static Row row(String line) {
        String[] fields = line.split(",", 5);
        String text = fields[4];
        if (text.startsWith("\"")) {
            text = text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
        return new Row(fields[0], fields[1], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), text);
    }
}
