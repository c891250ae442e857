package org.btdetect.associate.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.btdetect.tree.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QapiTest {

    @TempDir
    Path root;

    private void write(String file, String text) throws IOException {
        Path target = root.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    @Test
    void commandsAreFoundThroughIncludesWithTheirPlaces() throws IOException {
        write("qapi/schema.json", "# comment\n{ 'include': 'misc.json' }\n{ 'include': 'misc.json' }\n");
        write("qapi/misc.json", """
                ##
                # @stop:
                ##
                { 'command': 'stop' }
                { 'struct': 'S', 'data': { 'a': 'int', '*b': ['str'] },
                  'if': { 'all': [ 'A', { 'not': 'B' } ] } }
                { 'command': 'device_add', 'data': {'driver': 'str'}, # trailing
                  'gen': false,
                  'features': ['json-cli', { 'name': 'x', 'if': 'Y' }] }
                { 'event': 'STOP' }
                """);
        Qapi schema = Qapi.read("qemu", root, "qapi/schema.json");
        assertEquals(
                List.of(
                        new Qapi.Command("device_add", new Place("qemu", "qapi/misc.json", 7)),
                        new Qapi.Command("stop", new Place("qemu", "qapi/misc.json", 4))),
                schema.commands());
    }

    @Test
    void anErrorTellsFileAndLine() throws IOException {
        write("qapi/schema.json", "{ 'command': 'stop' }\n{ 'command' 'cont' }\n");
        QapiSyntaxException error =
                assertThrows(QapiSyntaxException.class, () -> Qapi.read("qemu", root, "qapi/schema.json"));
        assertTrue(error.getMessage().startsWith("qapi/schema.json:2: expected :"), error.getMessage());
    }

    @Test
    void nestingAndMissingEndsAreErrors() throws IOException {
        write("qapi/deep.json", "{ 'a': " + "[".repeat(100_000));
        write("qapi/open.json", "{ 'command': 'stop");
        assertThrows(QapiSyntaxException.class, () -> Qapi.read("qemu", root, "qapi/deep.json"));
        assertThrows(QapiSyntaxException.class, () -> Qapi.read("qemu", root, "qapi/open.json"));
    }

    @Test
    void stubsAndOtherSystemsGiveWayToTheHandler() throws IOException {
        write("monitor/cmds.c", "void qmp_stop(Error **errp)\n{\n}\n\nvoid qmp_x_y(void);\n");
        write("stubs/stop.c", "void qmp_stop(Error **errp)\n{\n}\n");
        write("qga/commands-win32.c", "void\nqmp_x_y(Error **errp,\n        bool b)\n\n{\n}\n");
        HandlerIndex handlers = HandlerIndex.scan("qemu", root, file -> true);
        assertEquals(List.of(new Place("qemu", "monitor/cmds.c", 1)), handlers.places("stop"));
        assertEquals(List.of(new Place("qemu", "qga/commands-win32.c", 2)), handlers.places("x-y"));
        assertEquals(List.of(), handlers.places("quit"));
    }
}
