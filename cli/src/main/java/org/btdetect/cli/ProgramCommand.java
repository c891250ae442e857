package org.btdetect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code btdetect program}: what the front ends read from any folder of sources. */
@Command(
        name = "program",
        subcommands = {ProgramDefinitionsCommand.class, ProgramCallsCommand.class, ProgramCallgraphCommand.class},
        description = "Shows what is read from any Python and C sources, and how calls in them are resolved.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect program definitions nova/",
            "  btdetect program calls nova/virt/libvirt/driver.py",
            "  btdetect program callgraph nova/virt/libvirt"
        })
final class ProgramCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand");
    }
}
