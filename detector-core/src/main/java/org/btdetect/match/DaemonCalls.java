package org.btdetect.match;

import java.util.regex.Pattern;

/**
 * How the virtualization daemon's public API names its functions: the object, then a verb. This is the one place that knows
 * the convention, since calls that no tree has must be told apart as well: a monitoring program's from an intruder's.
 */
final class DaemonCalls {
    private static final Pattern READ = Pattern.compile("vir[A-Z][a-z]+([A-Z][a-z]+)?"
            + "(Get|Lookup|List|Is|Has|Num|Ref|Free|Event|Register|Deregister|Unregister|Close$|Compare|Baseline|Find)"
            + "[A-Za-z0-9]*|vir[A-Za-z]+(Stats|Info|Flags?Get|Compare[A-Za-z]*)|virConnect[A-Za-z0-9]*|virGet[A-Z]\\w*"
            + "|virEvent\\w*|virStream\\w*|virInitialize");
    /** Functions that hand what they are given to the hypervisor unseen have its name behind the object's. */
    private static final Pattern PASS_THROUGH = Pattern.compile("vir[A-Z][a-z]+Qemu\\w*Monitor\\w*");

    /** The flag of a description with secrets, the first of its kind in every such function. */
    private static final long SECURE = 1;

    private DaemonCalls() {}

    /** Returns whether a function only reads what every client may see. */
    static boolean isRead(String function) {
        return READ.matcher(function).matches();
    }

    /** Returns whether a call that reads asks for secrets too. */
    static boolean asksForSecrets(String function, String flags) {
        return function.startsWith("virSecretGetValue")
                || (function.endsWith("GetXMLDesc") && (number(flags) & SECURE) != 0);
    }

    /** Returns whether a function bypasses the daemon: it takes a command of the virtualization process's own. */
    static boolean isPassThrough(String function) {
        return PASS_THROUGH.matcher(function).matches();
    }

    private static long number(String flags) {
        try {
            return flags.isEmpty() ? 0 : Long.decode(flags);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
