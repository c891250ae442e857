package org.btdetect.cli;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code btdetect show}: draws a tree in the terminal. */
@Command(
        name = "show",
        description = {
            "Draws the behaviour tree of an action.",
            "",
            "The margin names the layer where it changes and the node's id, for 'btdetect explain'. Children occur in order; ◇ choice: one of them, ○ optional: all"
                    + " or none, ↻ loop: any number of times, ∥ parallel: beside what follows. • is an operation at which"
                    + " the tree ends, ? a call that the analysis could not follow, ↑ the node that stands for this one."
                    + " A condition is in brackets; error, async and aux mark exception paths, asynchronous parts and mere"
                    + " reading. At the right stands where the node is defined."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect show os-stop",
            "  btdetect show reboot.type=HARD --layer qemu",
            "  btdetect show os-stop --full --depth 6"
        })
final class ShowCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Parameters(paramLabel = "ACTION", description = "The action, by its name or one of its aliases.")
    private String action = "";

    @Option(names = "--full", description = "Every call instead of the layered view.")
    private boolean full;

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            description = "Only what leads to this layer: ${COMPLETION-CANDIDATES}. May be repeated.")
    private Set<Layer> layers = EnumSet.noneOf(Layer.class);

    @Option(names = "--depth", paramLabel = "N", description = "Only so many levels below the action.")
    private int depth = Integer.MAX_VALUE;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "The width to keep to (default: the terminal's, else 120).")
    private @Nullable Integer width;

    @Override
    public Integer call() throws IOException {
        if (depth < 1 || (width != null && width < 1)) {
            throw new UsageException("--depth and --width need a positive number");
        }
        BehaviorTree tree = LibraryOption.tree(library.open(), action, full);
        Terminal terminal = Terminal.of(spec);
        int columns = width == null ? terminal.width() : width;
        boolean cut = width != null || terminal.present();
        Set<Layer> shown = layers.isEmpty() ? EnumSet.allOf(Layer.class) : layers;
        DrawingOptions options = new DrawingOptions(columns, cut, depth, shown);
        new TreeDrawing(spec.commandLine().getOut(), new Colours(terminal.colours()), options).draw(tree);
        return ExitCode.DONE;
    }
}
