package org.btdetect.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.btdetect.program.Outline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code btdetect program calls}: every call as CSV. */
@Command(
        name = "calls",
        description = {
            "Lists every call in Python and C files as CSV: file,line,column,kind,name,text.",
            "",
            "Files are relative to their PATH. Line and column count from 1, the column in characters; a definition stands"
                    + " where def, class or the C declarator's name does, a call where its callee starts.",
            "name is the definition that the call stands in, empty at the top of a file. text is the callee as written."
        })
final class ProgramCallsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders with *.py, *.c and *.h files.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        return new OutlineListing(spec.commandLine(), entry -> entry.kind() == Outline.Kind.CALL, "calls").print(paths);
    }
}
