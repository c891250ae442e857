package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.TreeNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code btdetect explain}: why a node is in a tree. */
@Command(
        name = "explain",
        description = {
            "Explains why a node is in the tree of an action: the way from the action to the node, and for every step the"
                    + " ground on which it was found, with the line of the sources that shows it.",
            "",
            "Without a node: on which grounds the edges of the action's tree rest, and what was not followed. Without an"
                    + " action: the same of the whole library, with what was cut."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect explain",
            "  btdetect explain os-stop",
            "  btdetect explain os-stop system_powerdown",
            "  btdetect explain os-stop n12"
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            description =
                    "The action, by its name or one of its aliases; without it, how the library's edges were found.")
    private String action = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NODE",
            description = "The node's id, or its name or the last part of it: all nodes of that name are explained, and"
                    + " those that a function of that name leads to.")
    private String node = "";

    @Option(names = "--full", description = "In the full view instead of the layered.")
    private boolean full;

    @Override
    public Integer call() throws IOException {
        if (action.isEmpty()) {
            new EdgeText(spec.commandLine().getOut()).print(library.open().readAll());
            return ExitCode.DONE;
        }
        BehaviorTree tree = LibraryOption.tree(library.open(), action, full);
        if (node.isEmpty()) {
            new EdgeText(spec.commandLine().getOut()).print(tree);
            return ExitCode.DONE;
        }
        List<List<TreeNode>> ways = new ArrayList<>();
        collect(tree.root(), new ArrayDeque<>(), ways);
        if (ways.isEmpty()) {
            throw new UsageException("there is no node '" + node + "' in the tree of " + tree.name()
                    + Nearest.hint(node, tree.nodes().map(TreeNode::name).toList()));
        }
        PrintWriter out = spec.commandLine().getOut();
        for (int i = 0; i < ways.size(); i++) {
            if (i > 0) {
                out.println();
            }
            new WayText(out).print(ways.get(i));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private void collect(TreeNode at, Deque<TreeNode> above, List<List<TreeNode>> ways) {
        above.addLast(at);
        if (isMeant(at)) {
            ways.add(List.copyOf(above));
        }
        at.children().forEach(child -> collect(child, above, ways));
        above.removeLast();
    }

    private boolean isMeant(TreeNode candidate) {
        return candidate.id().equals(node)
                || candidate.label().equals(node)
                || isCalled(candidate.name())
                || candidate.edge().via().stream().anyMatch(hop -> isCalled(hop.name()));
    }

    private boolean isCalled(String name) {
        return name.equals(node) || name.endsWith("." + node);
    }
}
