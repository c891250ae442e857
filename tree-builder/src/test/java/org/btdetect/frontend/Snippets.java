package org.btdetect.frontend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A Markdown file of snippets: below each heading, a block of source ({@code python}, {@code c}) and a block {@code outline} with what it is expected to yield.
 *
 * <p>With {@code -Dgolden.update=true} the outlines are written anew.
 */
public final class Snippets {
    public static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final String FENCE = "```";

    private Snippets() {}

    public record Snippet(String title, String source, String expected) {}

    public static List<Snippet> read(Path markdown) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        String title = "";
        String source = "";
        List<String> lines = Files.readAllLines(markdown);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#")) {
                title = line.replaceFirst("#+ ", "");
            } else if (line.equals(FENCE + "python") || line.equals(FENCE + "c")) {
                source = block(lines, i + 1);
                i = end(lines, i + 1);
            } else if (line.startsWith(FENCE + "outline")) {
                snippets.add(new Snippet(title, source, block(lines, i + 1)));
                i = end(lines, i + 1);
            }
        }
        return snippets;
    }

    public static void update(Path markdown, UnaryOperator<String> outline) throws IOException {
        String text = Files.readString(markdown);
        for (Snippet snippet : read(markdown)) {
            String old = snippet.source() + FENCE + "\n\n" + FENCE + "outline\n" + snippet.expected();
            String renewed = snippet.source() + FENCE + "\n\n" + FENCE + "outline\n" + outline.apply(snippet.source());
            text = text.replace(old, renewed);
        }
        Files.writeString(markdown, text);
    }

    private static String block(List<String> lines, int begin) {
        StringBuilder block = new StringBuilder();
        lines.subList(begin, end(lines, begin))
                .forEach(line -> block.append(line).append('\n'));
        return block.toString();
    }

    private static int end(List<String> lines, int begin) {
        int end = begin;
        while (!lines.get(end).startsWith(FENCE)) {
            end++;
        }
        return end;
    }
}
