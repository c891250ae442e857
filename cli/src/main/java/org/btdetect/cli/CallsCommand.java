package org.btdetect.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code btdetect calls}: the calls on the way of actions. */
@Command(
        name = "calls",
        description = {
            "Prints every call that the growth of a library resolved, also those that lead to no crossing, as CSV:",
            "",
            "action,caller_file,caller,line,callee_file,callee,kind",
            "",
            "Files are relative to their component's root, names are qualified as in the source."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  btdetect calls --action os-stop", "  btdetect calls --library output/epoxy > calls.csv"})
final class CallsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Option(names = "--action", paramLabel = "A", description = "Only this action's calls; may be repeated.")
    private List<String> actions = List.of();

    @Override
    public Integer call() throws IOException {
        Path folder = library.folder();
        for (String action : actions) {
            LibraryOption.entries(library.open().index(), action);
        }
        Path file = CallsFile.in(folder);
        if (Files.notExists(file)) {
            throw new UsageException(folder + " has no calls: they are written by 'btdetect build' and not kept with"
                    + " libraries that are published; build the library again");
        }
        Set<String> wanted = new TreeSet<>(actions);
        CallsFile.print(
                file,
                action -> wanted.isEmpty() || wanted.contains(action),
                spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
