package org.btdetect.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.btdetect.program.Outline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code btdetect program definitions}: every class and function as CSV. */
@Command(
        name = "definitions",
        description = {
            "Lists every class and function in Python and C files as CSV: file,line,column,kind,name,text.",
            "",
            "Files are relative to their PATH. Line and column count from 1, the column in characters; a definition stands"
                    + " where def, class or the C declarator's name does, a call where its callee starts.",
            "name is the qualified name, without decoration: Outer.method.inner. text is empty."
        })
final class ProgramDefinitionsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders with *.py, *.c and *.h files.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        return new OutlineListing(spec.commandLine(), entry -> entry.kind() != Outline.Kind.CALL, "definitions")
                .print(paths);
    }
}
