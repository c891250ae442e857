package org.btdetect.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.btdetect.source.SourceException;
import org.btdetect.tree.io.NoLibraryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns what a command throws into one line on standard error and an exit code. A stack trace follows only where the
 * exception is a bug of this program.
 */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("btdetect: " + message(failure));
        if (isBug(failure)) {
            failure.printStackTrace(err);
        }
        return exitCode(failure);
    }

    private static int exitCode(Exception failure) {
        boolean usage = failure instanceof SourceException source && source.reason() == SourceException.Reason.USAGE;
        boolean asked = failure instanceof UsageException || failure instanceof NoLibraryException;
        return usage || asked ? ExitCode.USAGE : ExitCode.NOT_ANALYSED;
    }

    private static String message(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static boolean isBug(Exception failure) {
        return failure instanceof RuntimeException
                && !(failure instanceof UncheckedIOException)
                && !(failure instanceof SourceException)
                && !(failure instanceof UsageException);
    }
}
