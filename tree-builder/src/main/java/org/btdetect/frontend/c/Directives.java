package org.btdetect.frontend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.program.TranslationUnit.Macro;

/** What a file's preprocessor directives define and include. */
record Directives(Map<String, Macro> macros, List<String> includes) {

    private static final Pattern DEFINE =
            Pattern.compile("#\\s*define\\s+([A-Za-z_][A-Za-z0-9_]*)(\\(([^)]*)\\))?(.*)", Pattern.DOTALL);
    private static final Pattern INCLUDE =
            Pattern.compile("#\\s*include(?:_next)?\\s*[<\"]([^>\"]+)[>\"].*", Pattern.DOTALL);

    /** The name of a directive, {@code if} of {@code #  if X}; empty for a null directive. */
    static String name(String directive) {
        int start = 1;
        while (start < directive.length() && directive.charAt(start) <= ' ') {
            start++;
        }
        int end = start;
        while (end < directive.length() && Character.isLetter(directive.charAt(end))) {
            end++;
        }
        return directive.substring(start, end);
    }

    /** Collects from all directives; a macro's first definition counts. */
    static Directives of(SourceText source, RawTokens tokens) {
        Map<String, Macro> macros = new TreeMap<>();
        List<String> includes = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == RawTokens.DIRECTIVE) {
                read(source, tokens.start(i), tokens.text(i), macros, includes);
            }
        }
        return new Directives(macros, includes);
    }

    private static void read(
            SourceText source, int start, String directive, Map<String, Macro> macros, List<String> includes) {
        String name = name(directive);
        if (name.startsWith("include")) {
            Matcher include = INCLUDE.matcher(directive);
            if (include.matches()) {
                includes.add(include.group(1));
            }
        } else if (name.equals("define")) {
            Matcher define = DEFINE.matcher(Comments.blank(directive));
            if (define.matches()) {
                Optional<List<String>> parameters =
                        Optional.ofNullable(define.group(2)).map(text -> parameters(define.group(3)));
                String body = define.group(4).replaceAll("\\\\\r?\n", " ").trim();
                macros.putIfAbsent(
                        define.group(1), new Macro(source.position(start), define.group(1), parameters, body));
            }
        }
    }

    private static List<String> parameters(String text) {
        String joined = text.replaceAll("\\\\\r?\n", " ").trim();
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\s*,\\s*"));
    }
}
