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

    @Test
    void theCallGraphHasARowForEachCallSiteAndCallee() throws IOException {
        write("a.py", "from b import f\ndef g():\n    f()\n    h = g\n    h()\ng()\n");
        write("b.py", "def f(): pass\n");
        write("c.c", "static int f(void) { return 1; }\nint g(void) { return f(); }\n");
        assertEquals(0, run("program", "callgraph", folder.toString()));
        assertEquals(
                "caller_file,caller,line,callee_file,callee,kind\na.py,g,3,b.py,f,direct\na.py,g,5,a.py,g,function-value\n"
                        + "a.py,<module>,6,a.py,g,direct\nc.c,g,2,c.c,f,direct\n",
                out.toString());
        assertTrue(err.toString().contains("3 files, 0 files with problems"), err.toString());
    }

    @Test
    void theCallGraphAsJsonCountsWhatIsNotResolved() throws IOException {
        write("a.py", "def f(x):\n    x()\nf(open)\nf(1)\ndef g(y):\n    y()\n");
        assertEquals(0, run("program", "callgraph", folder.toString(), "--format", "json", "--unresolved"));
        String call = "\"caller_file\":\"a.py\",\"caller\":\"<module>\",\"line\":";
        String callee = ",\"callee_file\":\"a.py\",\"callee\":\"f\",\"kind\":\"direct\"";
        assertEquals(
                "{\n  \"calls\": [\n    {" + call + "3" + callee + "},\n    {" + call + "4" + callee + "}\n  ],\n"
                        + "  \"counts\": {\"files\":1,\"unparsed\":0,\"resolved\":2,\"library\":1,"
                        + "\"unresolved\":{\"nothing is known of the callee\":1}}\n}\n",
                out.toString());
        assertTrue(err.toString().contains("unresolved: a.py:6: y: nothing is known of the callee"), err.toString());
    }

    @Test
    void aCallGraphOfNothingIsAFailure() throws IOException {
        assertEquals(3, run("program", "callgraph", folder.toString()));
        write("a.py", ")\n");
        assertEquals(3, run("program", "callgraph", folder.toString()));
        assertEquals(2, run("program", "callgraph", folder.resolve("none").toString()));
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
