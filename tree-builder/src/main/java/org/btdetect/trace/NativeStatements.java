package org.btdetect.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.frontend.c.CUses;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.PercentFormat;
import org.btdetect.keyword.Template;
import org.btdetect.tree.Place;

/** All log statements of libvirt's sources. Linear in their bytes. */
public final class NativeStatements {
    private static final Pattern DECLARED = Pattern.compile("\\b(vir[A-Z]\\w*)\\s*\\(");
    private static final String PUBLIC_HEADERS = "include/";

    private static final String ERROR_TABLE = "virErrorMsgStrings[]";
    private static final String TEXT = "((?:\"(?:\\\\.|[^\"\\\\])*+\"\\s*+)++)";
    private static final Pattern ERROR_MESSAGE =
            Pattern.compile("\\[(VIR_ERR_\\w+)\\]\\s*=\\s*\\{\\s*(?:N_\\()?" + TEXT + "\\)?,\\s*(?:N_\\()?" + TEXT);

    private final List<LogStatement> all;

    private NativeStatements(List<LogStatement> all) {
        this.all = List.copyOf(all);
    }

    /** Returns the functions and macros that write records, some through others. */
    public static Set<String> names(NativeSources sources) {
        return sources.leadingTo(name -> CSink.of(name).isPresent());
    }

    /**
     * Reads the statements in the order of the files.
     *
     * @param writers {@link #names} of the sources
     */
    public static NativeStatements of(NativeSources sources, Set<String> writers) {
        Set<String> names = new HashSet<>(writers);
        names.add(CLogStatements.LOG_NAME);
        Map<String, String> texts = new HashMap<>();
        sources.files().forEach(file -> texts.put(file, sources.text(file)));
        CLogStatements reader =
                new CLogStatements(sources.component(), new CPlans(sources), errors(texts), publicFunctions(texts));
        List<LogStatement> statements = new ArrayList<>();
        for (String file : sources.files()) {
            if (!file.startsWith(PUBLIC_HEADERS)) {
                statements.addAll(reader.in(file, CUses.in(texts.getOrDefault(file, ""), names)));
            }
        }
        return new NativeStatements(statements);
    }

    List<LogStatement> all() {
        return all;
    }

    /** Returns where functions write to other logs than the daemon's, by function. */
    public Map<String, List<Place>> besideTheLog() {
        Map<String, List<Place>> places = new TreeMap<>();
        all.stream()
                .filter(statement -> statement.channel().source() != LogSource.LIBVIRT_LOG)
                .forEach(statement -> places.computeIfAbsent(
                                statement.origin().function(), function -> new ArrayList<>())
                        .add(statement.origin().place()));
        return places;
    }

    private static Set<String> publicFunctions(Map<String, String> texts) {
        Set<String> functions = new TreeSet<>();
        texts.forEach((file, text) -> {
            if (file.startsWith(PUBLIC_HEADERS)) {
                Matcher declared = DECLARED.matcher(text);
                while (declared.find()) {
                    functions.add(declared.group(1));
                }
            }
        });
        return functions;
    }

    /** What the table of error messages makes of each error code's detail. */
    private static Map<String, Template> errors(Map<String, String> texts) {
        Map<String, Template> errors = new HashMap<>();
        texts.values().stream().filter(text -> text.contains(ERROR_TABLE)).forEach(text -> {
            Matcher message = ERROR_MESSAGE.matcher(text);
            while (message.find()) {
                CFormat.text(CUses.tokens(message.group(3)))
                        .ifPresent(
                                format -> errors.put(message.group(1), PercentFormat.parse(format, List.of("detail"))));
            }
        });
        return errors;
    }
}
