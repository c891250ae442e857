package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.associate.client.ClientAnalysis;
import org.btdetect.associate.client.ClientMatch;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Activity;
import org.btdetect.tree.Counts;
import org.btdetect.tree.LibraryEntry;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.Provenance;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Route;
import org.btdetect.tree.client.ClientCall;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Markdown files whose sections hold a client ({@code ```python shell.py}, {@code ```metadata entry_points.txt}), the routes of a
 * service ({@code ```routes}) and what the client's calls start ({@code ```calls}); {@code -Dgolden.update=true} writes what is found
 * today.
 */
class ClientMarkdownTest {

    private static final Path FILE = Path.of("src/test/resources/org/btdetect/grow/clients/python.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(python|metadata|routes|calls) ?(.*?)\n(.*?)^```$");

    @TestFactory
    List<DynamicTest> sections() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String[] sections = Files.readString(FILE).split("(?m)^(?=## )");
        for (int i = 1; i < sections.length; i++) {
            String section = sections[i];
            tests.add(DynamicTest.dynamicTest(section.lines().findFirst().orElse(""), () -> check(section)));
        }
        assertFalse(tests.isEmpty(), "the file has sections");
        return tests;
    }

    private static void check(String section) throws IOException {
        Map<String, String> files = new TreeMap<>();
        String routes = "";
        StringBuilder actual = new StringBuilder();
        Matcher blocks = BLOCK.matcher(section);
        int copied = 0;
        while (blocks.find()) {
            actual.append(section, copied, blocks.start(3));
            copied = blocks.end(3);
            if (blocks.group(1).equals("calls")) {
                actual.append(calls(files, index(routes)));
                continue;
            }
            actual.append(blocks.group(3));
            if (blocks.group(1).equals("routes")) {
                routes = blocks.group(3);
            } else {
                files.put(blocks.group(2).strip(), blocks.group(3));
            }
        }
        actual.append(section.substring(copied));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, Files.readString(FILE).replace(section, actual.toString()));
        } else {
            assertEquals(section, actual.toString());
        }
    }

    private static String calls(Map<String, String> files, LibraryIndex index) {
        ClientMatch match = new ClientMatch(index);
        StringBuilder text = new StringBuilder();
        for (ClientCall call : new ClientAnalysis(new PythonTexts(files)).calls()) {
            ClientCall matched = match.matched(call);
            text.append(call.kind().id()).append(' ').append(call.name()).append(": ");
            text.append(matched.actions().isEmpty() ? "- " + matched.reason() : String.join(", ", matched.actions()));
            text.append('\n');
        }
        return text.toString();
    }

    private static LibraryIndex index(String routes) {
        List<LibraryEntry> entries = routes.lines()
                .map(line -> line.split(" "))
                .map(parts -> {
                    Map<String, String> variant = new TreeMap<>();
                    if (parts.length > 3) {
                        variant.put(parts[3].split("=")[0], parts[3].split("=")[1]);
                    }
                    ActionName name = ActionName.of(parts[0], variant);
                    Route route = new Route(parts[1], parts[2]);
                    return new LibraryEntry(
                            new Activity(name, RootKind.REQUEST, route, List.of()), Set.of(), 1, List.of());
                })
                .toList();
        Provenance provenance = new Provenance("test", List.of(), "", "", new Counts(0, 0, 0, new TreeMap<>()));
        return new LibraryIndex(provenance, entries);
    }
}
