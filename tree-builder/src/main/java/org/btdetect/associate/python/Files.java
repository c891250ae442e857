package org.btdetect.associate.python;

import java.util.Map;
import java.util.Optional;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;

/** Files that Nova itself creates, changes, removes or reads, through Python's standard library and {@code oslo.utils}. */
public final class Files implements LibraryModel {

    private static final Value ONLY_READ = Value.of(new Atom.External("os.O_RDONLY"));

    /** A part of {@code oslo.utils}, or of its copy in a program. */
    private static final String FILE_UTILITIES = ".fileutils.";

    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("os.unlink", "unlink"),
            Map.entry("os.remove", "unlink"),
            Map.entry("os.rename", "rename"),
            Map.entry("os.replace", "rename"),
            Map.entry("os.link", "link"),
            Map.entry("os.symlink", "symlink"),
            Map.entry("os.mkdir", "mkdir"),
            Map.entry("os.makedirs", "mkdir"),
            Map.entry("os.rmdir", "rmdir"),
            Map.entry("os.chmod", "chmod"),
            Map.entry("os.chown", "chown"),
            Map.entry("os.utime", "utime"),
            Map.entry("os.truncate", "truncate"),
            Map.entry("os.mknod", "mknod"),
            Map.entry("shutil.move", "rename"),
            Map.entry("shutil.rmtree", "unlink"),
            Map.entry("shutil.copy", "copy"),
            Map.entry("shutil.copyfile", "copy"),
            Map.entry("shutil.copy2", "copy"),
            Map.entry("delete_if_exists", "unlink"),
            Map.entry("ensure_tree", "mkdir"),
            Map.entry("write_to_tempfile", "open"));

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (call.path().equals("builtins.open")
                || call.path().equals("os.open")
                || call.path().equals("io.open")) {
            return Optional.of(open(call));
        }
        String operation = OPERATIONS.get(call.path().contains(FILE_UTILITIES) ? call.name() : call.path());
        return Optional.ofNullable(operation).map(name -> Outcome.of(Value.DATA, operation(call, name, "", false)));
    }

    private static Outcome open(ExternalCall call) {
        if (call.path().equals("os.open")) {
            boolean reads =
                    call.arguments().get(1, "flags").filter(ONLY_READ::equals).isPresent();
            return Outcome.of(Value.DATA, operation(call, "open", "", reads));
        }
        String mode = call.arguments().get(1, "mode").flatMap(Value::asText).orElse("r");
        boolean reads = !mode.contains("w") && !mode.contains("a") && !mode.contains("+") && !mode.contains("x");
        Value file = Value.of(new Atom.External("io.file"));
        return Outcome.of(file, operation(call, "open", mode, reads));
    }

    private static Behavior operation(ExternalCall call, String name, String arguments, boolean reads) {
        Link link = new Link(
                EdgeKind.FILE_ACCESS,
                call.link().evidence(),
                call.link().callText(),
                call.link().certainty());
        return new Behavior.Operation(link, Layer.IMAGE, name, arguments, reads);
    }
}
