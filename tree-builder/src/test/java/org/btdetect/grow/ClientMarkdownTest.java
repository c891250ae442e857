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
import org.btdetect.associate.java.JavaClients;
import org.btdetect.associate.java.JavaSources;
import org.btdetect.frontend.java.JavaFrontEnd;
import org.btdetect.frontend.java.JavaType;
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

    private static final Path FOLDER = Path.of("src/test/resources/org/btdetect/grow/clients");
    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^```(python|java|metadata|routes|calls|bindings) ?(.*?)\n(.*?)^```$");

    @TestFactory
    List<DynamicTest> sections() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : List.of("python.md", "java.md")) {
            Path file = FOLDER.resolve(name);
            String[] sections = Files.readString(file).split("(?m)^(?=## )");
            for (int i = 1; i < sections.length; i++) {
                String section = sections[i];
                String title = name + ": " + section.lines().findFirst().orElse("");
                tests.add(DynamicTest.dynamicTest(title, () -> check(file, section)));
            }
        }
        assertFalse(tests.isEmpty(), "the files have sections");
        return tests;
    }

    private static void check(Path file, String section) throws IOException {
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
            if (blocks.group(1).equals("bindings")) {
                JavaClients.bindings(java(files))
                        .forEach(method -> actual.append(method.method())
                                .append(": ")
                                .append(String.join(", ", method.functions()))
                                .append('\n'));
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
            Files.writeString(file, Files.readString(file).replace(section, actual.toString()));
        } else {
            assertEquals(section, actual.toString());
        }
    }

    private static String calls(Map<String, String> files, LibraryIndex index) {
        ClientMatch match = new ClientMatch(index);
        StringBuilder text = new StringBuilder();
        boolean inJava = files.keySet().stream().anyMatch(name -> name.endsWith(".java"));
        List<ClientCall> calls =
                inJava ? JavaClients.calls(java(files)) : new ClientAnalysis(new PythonTexts(files)).calls();
        for (ClientCall call : calls) {
            ClientCall matched = match.matched(call);
            text.append(call.kind().id()).append(' ').append(call.name()).append(": ");
            text.append(matched.actions().isEmpty() ? "- " + matched.reason() : String.join(", ", matched.actions()));
            text.append('\n');
        }
        return text.toString();
    }

    private static JavaSources java(Map<String, String> files) {
        List<JavaType> types = new ArrayList<>();
        files.forEach((file, text) -> {
            JavaFrontEnd.Parsed parsed = new JavaFrontEnd().parse(file, text);
            assertEquals(List.of(), parsed.problems());
            types.addAll(parsed.types());
        });
        return new JavaSources("client", types);
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
