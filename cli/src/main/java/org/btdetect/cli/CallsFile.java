package org.btdetect.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.btdetect.grow.CallTable;

/**
 * The file {@code calls.csv.gz} of a library: every resolved call once. A line {@code #N,action,action,...} gives a set of actions the
 * number N; a call's line ends with the number of its set.
 */
final class CallsFile {
    static final String HEADER = "caller_file,caller,line,callee_file,callee,kind";

    private CallsFile() {}

    static Path in(Path library) {
        return library.resolve("calls.csv.gz");
    }

    static void write(CallTable table, Path file) throws IOException {
        Map<List<Integer>, Integer> sets = new LinkedHashMap<>();
        table.calls().forEach(call -> sets.putIfAbsent(call.actions(), sets.size()));
        try (OutputStream bytes = Files.newOutputStream(file);
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8))) {
            for (Map.Entry<List<Integer>, Integer> set : sets.entrySet()) {
                out.write("#" + set.getValue());
                for (int action : set.getKey()) {
                    out.write("," + table.actions().get(action));
                }
                out.write('\n');
            }
            for (CallTable.Call call : table.calls()) {
                out.write(line(call) + "," + sets.get(call.actions()) + "\n");
            }
        }
    }

    static String line(CallTable.Call call) {
        return String.join(
                ",",
                Csv.quoted(call.callerFile()),
                Csv.quoted(call.caller()),
                Integer.toString(call.line()),
                Csv.quoted(call.calleeFile()),
                Csv.quoted(call.callee()),
                call.kind().id());
    }

    /** Prints a line for each call and each wanted action on whose way it stands. */
    static void print(Path file, Predicate<String> wanted, PrintWriter out) throws IOException {
        out.println("action," + HEADER);
        Map<String, List<String>> sets = new HashMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String line = in.readLine();
            while (line != null) {
                if (line.startsWith("#")) {
                    set(line, wanted, sets);
                } else {
                    int comma = line.lastIndexOf(',');
                    String call = line.substring(0, comma);
                    sets.getOrDefault(line.substring(comma + 1), List.of())
                            .forEach(action -> out.println(Csv.quoted(action) + "," + call));
                }
                line = in.readLine();
            }
        }
        out.flush();
    }

    private static void set(String line, Predicate<String> wanted, Map<String, List<String>> sets) {
        String[] fields = line.substring(1).split(",");
        List<String> actions = new ArrayList<>(List.of(fields).subList(1, fields.length));
        actions.removeIf(wanted.negate());
        sets.put(fields[0], actions);
    }
}
