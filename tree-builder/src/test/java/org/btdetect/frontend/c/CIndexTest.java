package org.btdetect.frontend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.btdetect.program.TranslationUnit.CFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CIndexTest {

    @TempDir
    private Path root;

    private CIndex index;

    @BeforeEach
    void scan() throws IOException {
        write("src/a.h", """
                typedef struct _driver driver;
                struct _driver {
                    int (*open)(void);
                    struct { int x; } inner;
                };
                typedef enum {
                    FIRST = 1,
                    second,
                } kind;
                #define CALL(x) f(x)
                int f(int x);
                """);
        write("src/a.c", "static driver table = {\n    .open = g,\n};\nint\nf(int x)\n{\n    return FIRST;\n}\n");
        write("src/b.c", "static int f(int x)\n{\n    f(x);\n}\nchar *names[] = { \"a\" };\n");
        write("skipped/c.c", "int f(void) { }\n");
        index = CIndex.scan(root, file -> file.startsWith("src/"), new CFrontEnd(problem -> {}));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    @Test
    void functionsAreFoundWhereTheyAreDefined() {
        List<CIndex.Defined<CFunction>> found = index.functions("f");
        assertEquals(List.of("src/a.c", "src/b.c"), files(found));
        assertEquals(
                List.of(false, true),
                found.stream().map(defined -> defined.value().isStatic()).toList());
        assertEquals(List.of(), index.functions("g"));
    }

    @Test
    void typesConstantsTablesAndMacrosAreFound() {
        assertEquals(List.of("src/a.h"), files(index.structs("_driver")));
        assertEquals(List.of("src/a.h"), files(index.structs("_driver.inner")));
        assertEquals(Optional.of("struct _driver"), index.typedef("driver"));
        assertEquals(List.of("src/a.h"), files(index.enumConstants("second")));
        assertEquals(List.of("src/a.c"), files(index.globals("table")));
        assertEquals(List.of("src/a.c"), files(index.globalsOfType("driver")));
        assertEquals(List.of("src/b.c"), files(index.globals("names")));
        assertEquals("f(x)", index.macros("CALL").get(0).value().body());
    }

    @Test
    void aFileIsReadOnce() {
        assertSame(index.unit("src/a.c"), index.functions("f").get(0).unit());
    }

    private static <T> List<String> files(List<CIndex.Defined<T>> found) {
        return found.stream().map(defined -> defined.unit().file()).toList();
    }
}
