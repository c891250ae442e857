package org.btdetect.frontend.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine's own python3, asked for what its {@code ast} finds in files. */
final class CPython {
    private static final String COMMAND = "python3";
    private static final JsonMapper JSON = new JsonMapper();

    private CPython() {}

    /** Where the standard library stands; empty where there is no Python 3.8 or newer. */
    static Optional<Path> standardLibrary() {
        String script =
                "import sys, sysconfig; assert sys.version_info >= (3, 8); print(sysconfig.get_paths()['stdlib'])";
        try {
            Process process = new ProcessBuilder(COMMAND, "-c", script)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(Path.of(output)) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A definition or call as {@code oracle.py} prints it; no line where it stands in an f-string. */
    record Row(String kind, int line, int column, String name, String text) {
        boolean hasPlace() {
            return line > 0;
        }
    }

    /** The rows of each file that CPython can read. */
    static Map<Path, List<Row>> outlines(List<Path> files) throws IOException, InterruptedException {
        Path script = Files.createTempFile("oracle", ".py");
        Path list = Files.createTempFile("files", ".txt");
        try (InputStream source = CPython.class.getResourceAsStream("oracle.py")) {
            Files.write(script, source.readAllBytes());
            Files.write(list, files.stream().map(Path::toString).toList());
            Process process = new ProcessBuilder(COMMAND, script.toString())
                    .redirectInput(list.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Map<Path, List<Row>> rows = read(process.inputReader(UTF_8));
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("oracle.py failed");
            }
            return rows;
        } finally {
            Files.delete(script);
            Files.delete(list);
        }
    }

    private static Map<Path, List<Row>> read(BufferedReader lines) throws IOException {
        Map<Path, List<Row>> rows = new LinkedHashMap<>();
        Path file = Path.of("");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode row = JSON.readTree(line);
            String kind = row.get(0).asString();
            if (kind.equals("file")) {
                file = Path.of(row.get(1).asString());
                rows.put(file, new ArrayList<>());
            } else if (kind.equals("unparsed")) {
                rows.remove(file);
            } else {
                rows.get(file).add(row(row));
            }
        }
        return rows;
    }

    private static Row row(JsonNode row) {
        return new Row(
                row.get(0).asString(),
                row.get(1).asInt(),
                row.get(2).asInt(),
                row.get(3).asString(),
                row.get(4).asString());
    }
}
