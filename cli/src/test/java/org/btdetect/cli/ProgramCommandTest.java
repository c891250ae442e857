package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCommandTest {
    private static final String HEADER = "file,line,column,kind,name,text\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void definitionsOfAFolderAreSortedByFile() throws IOException {
        write("b.py", "class A:\n    def f(self): pass\n");
        write("a/c.py", "async def g(): pass\n");
        write("d.txt", "def no(): pass\n");
        assertEquals(0, run("program", "definitions", folder.toString()));
        assertEquals(HEADER + "a/c.py,1,1,function,g,\nb.py,1,1,class,A,\nb.py,2,5,function,A.f,\n", out.toString());
        assertEquals("btdetect: 3 definitions in 2 files, 0 files with problems\n", err.toString());
    }

    @Test
    void calleesAreQuotedWhereCsvNeedsIt() throws IOException {
        Path file = write("a.py", "def f():\n    x['a,\"b\"'](1)\n(y\n .z)(2)\n");
        assertEquals(0, run("program", "calls", file.toString()));
        String rows = "a.py,2,5,call,f,\"x['a,\"\"b\"\"']\"\na.py,3,1,call,,\"y\n .z\"\n";
        assertEquals(HEADER + rows, out.toString());
    }

    @Test
    void cFilesAreReadToo() throws IOException {
        write("a.c", "static int f(int a)\n{\n    return g(a);\n}\n");
        assertEquals(0, run("program", "calls", folder.toString()));
        assertEquals(HEADER + "a.c,3,12,call,f,g\n", out.toString());
    }

    @Test
    void aFileWithAnErrorIsToldAndCostsThatFileAlone() throws IOException {
        write("a.py", "x = (1 +\n");
        write("b.py", "f()\n");
        assertEquals(0, run("program", "calls", folder.toString()));
        assertEquals(HEADER + "b.py,1,1,call,,f\n", out.toString());
        assertTrue(err.toString().startsWith("btdetect: a.py:2:1: unexpected end of file\n"), err.toString());
        assertTrue(err.toString().contains("1 calls in 2 files, 1 files with problems"), err.toString());
    }

    @Test
    void nothingReadIsAFailure() throws IOException {
        write("a.py", ")\n");
        assertEquals(3, run("program", "calls", folder.toString()));
    }

    @Test
    void noSourcesAreAFailure() {
        assertEquals(3, run("program", "definitions", folder.toString()));
    }

    @Test
    void aPathThatDoesNotExistIsAUsageError() {
        assertEquals(2, run("program", "calls", folder.resolve("none").toString()));
        assertTrue(err.toString().contains("no such file or folder"), err.toString());
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private int run(String... args) {
        return BtDetect.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
