package org.btdetect.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.btdetect.program.Outline;
import org.btdetect.program.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Prints what files define or call as CSV, and on standard error what could not be read. */
final class OutlineListing {
    private final CommandLine command;
    private final Predicate<Outline.Entry> wanted;
    private final String noun;
    private int files;
    private int unparsed;
    private long rows;

    OutlineListing(CommandLine command, Predicate<Outline.Entry> wanted, String noun) {
        this.command = command;
        this.wanted = wanted;
        this.noun = noun;
    }

    /** Files are read in parallel and printed in order. */
    int print(List<Path> paths) {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(command, "no such file or folder: " + path);
            }
        }
        command.getOut().print("file,line,column,kind,name,text\n");
        for (Path path : paths) {
            SourceFiles sources = new SourceFiles(path);
            sources.list().parallelStream().map(sources::read).forEachOrdered(this::print);
        }
        command.getOut().flush();
        summarise();
        return files == unparsed ? ExitCode.NOT_ANALYSED : ExitCode.DONE;
    }

    private void print(SourceFiles.Outlined outlined) {
        files++;
        unparsed += outlined.problems().isEmpty() ? 0 : 1;
        for (Problem problem : outlined.problems()) {
            command.getErr().println("btdetect: " + problem);
        }
        PrintWriter out = command.getOut();
        for (Outline.Entry entry : outlined.entries()) {
            if (wanted.test(entry)) {
                rows++;
                out.print(row(outlined.file(), entry));
            }
        }
    }

    private static String row(String file, Outline.Entry entry) {
        return Csv.quoted(file)
                + ','
                + entry.at().line()
                + ','
                + entry.at().column()
                + ','
                + entry.kind()
                + ','
                + Csv.quoted(entry.name())
                + ','
                + Csv.quoted(entry.text())
                + '\n';
    }

    private void summarise() {
        PrintWriter err = command.getErr();
        err.printf("btdetect: %d %s in %d files, %d files with problems%n", rows, noun, files, unparsed);
        err.flush();
    }
}
