package org.btdetect.tree.diff;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/** When two crossings are the same. */
final class Crossings {
    /** What the program {@code qemu-img} or {@code ip} does is told by its first words. */
    private static final Pattern SUBCOMMAND = Pattern.compile("(?:[a-z][a-z-]*(?: |$))+");

    /** Edges whose target is called by a name that both sides agreed on, and that logs show. */
    private static final Set<EdgeKind> INTERFACES = EnumSet.of(
            EdgeKind.RPC_CAST, EdgeKind.RPC_CALL, EdgeKind.BINDING, EdgeKind.MONITOR_COMMAND, EdgeKind.AGENT_COMMAND);

    private Crossings() {}

    /** What a detector would call the operation: {@code libvirt virDomainShutdown}, {@code image qemu-img convert}. */
    static String key(TreeNode node) {
        String key = node.layer().id() + " " + node.name();
        if (node.subject() instanceof Subject.Boundary boundary && node.edge().kind() == EdgeKind.PROCESS_EXECUTION) {
            Matcher words = SUBCOMMAND.matcher(boundary.arguments());
            return words.lookingAt() ? key + " " + words.group().strip() : key;
        }
        return key;
    }

    /** Whether the name of a function may change without anybody noticing but the compiler. */
    static boolean isNamedFreely(Callee callee) {
        return callee.kind() == NodeKind.CALL
                || (callee.kind() == NodeKind.ENTRY && !INTERFACES.contains(callee.edge()));
    }
}
