package org.btdetect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code btdetect program}: what the front ends read from any folder of sources. */
@Command(
        name = "program",
        subcommands = {ProgramDefinitionsCommand.class, ProgramCallsCommand.class},
        description = "Shows what the front ends read from Python and C sources, without resolving it.",
        footerHeading = "%nExamples:%n",
        footer = {"  btdetect program definitions nova/", "  btdetect program calls nova/virt/libvirt/driver.py"})
final class ProgramCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand");
    }
}
