package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.btdetect.frontend.c.CFrontEnd;
import org.btdetect.frontend.python.PythonFrontEnd;
import org.btdetect.keyword.LogLine;
import org.btdetect.keyword.Recognition;
import org.btdetect.keyword.TemplateIndex;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.trace.Catalogue;
import org.btdetect.trace.NativeStatements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lines of real logs of Zed are recognised by the templates that are read off its sources. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealLogLinesTest {
    private static final double ENOUGH = 0.99;

    private Path data = Path.of("");
    private TemplateIndex index = new TemplateIndex(List.of());

    @BeforeAll
    void readStatements() throws IOException {
        data = RecordedLines.folder();
        Catalogue catalogue = new Catalogue();
        for (Component component : RealSources.zed().components()) {
            if (component.kind() == ComponentKind.NOVA) {
                addPython(component, catalogue);
            } else if (component.kind() == ComponentKind.LIBVIRT) {
                IndexedProgram program = IndexedProgram.scan(
                        "libvirt",
                        component.root(),
                        file -> file.startsWith("src/") || file.startsWith("include/"),
                        new CFrontEnd(problem -> {}));
                catalogue.add(NativeStatements.of(program, NativeStatements.names(program)));
            }
        }
        index = new TemplateIndex(catalogue.tracePoints(Map.of()));
    }

    private static void addPython(Component component, Catalogue catalogue) throws IOException {
        PythonFrontEnd frontEnd = new PythonFrontEnd();
        try (Stream<Path> files = Files.walk(component.root())) {
            for (Path path : files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList()) {
                String file = component.root().relativize(path).toString().replace('\\', '/');
                String name = file.replace(".py", "").replace("/__init__", "").replace('/', '.');
                catalogue.add("nova", frontEnd.parse(file, Files.readAllBytes(path)), name);
            }
        }
    }

    @Test
    void linesOfNovaComputeFitOneTemplate() throws IOException {
        for (String run : List.of("zed-dev", "zed-dev2")) {
            assertRecognised(
                    run,
                    RecordedLines.nova(data.resolve(run).resolve("nova-compute.log.gz")).stream()
                            .filter(line -> line.speaker().startsWith("nova."))
                            .toList());
        }
    }

    @Test
    void callsOfTheDaemonsApiFitOneTemplate() throws IOException {
        for (String run : List.of(
                "zed-dev/libvirtd.log.gz", "zed-dev2/libvirtd.log.gz", "libvirt/libvirtd-debug-real-9.0.0.log.gz")) {
            assertRecognised(run, RecordedLines.daemon(data.resolve(run), "virDomain"));
            assertRecognised(run, RecordedLines.daemon(data.resolve(run), "virConnect"));
            assertRecognised(run, RecordedLines.daemon(data.resolve(run), ""));
        }
    }

    private void assertRecognised(String what, List<LogLine> lines) {
        Map<String, Integer> unknown = new TreeMap<>();
        for (LogLine line : lines) {
            Optional<Recognition> found = index.recognise(line);
            if (found.isEmpty() || found.get().template().isOpaque()) {
                unknown.merge(shape(line), 1, Integer::sum);
            }
        }
        int missed = unknown.values().stream().mapToInt(Integer::intValue).sum();
        assertFalse(lines.isEmpty(), what);
        assertTrue(
                missed <= lines.size() * (1 - ENOUGH),
                () -> what + ": " + missed + " of " + lines.size() + " are not recognised: " + unknown);
    }

    private static String shape(LogLine line) {
        String text =
                line.message().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID").replaceAll("[0-9]+", "#");
        return line.speaker() + ": " + text.substring(0, Math.min(text.length(), 200));
    }
}
