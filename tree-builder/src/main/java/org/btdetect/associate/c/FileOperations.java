package org.btdetect.associate.c;

import java.util.Map;
import org.btdetect.resolve.c.Atom;
import org.btdetect.resolve.c.CBoundary;
import org.btdetect.resolve.c.CCall;
import org.btdetect.resolve.c.CValue;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;

/**
 * Files that are created, changed or removed through libc; reading is no operation. A file is a disk image's if its path was
 * read from the description of one; the others are the daemon's own: state, configuration, logs, sockets.
 */
public final class FileOperations implements CBoundary {

    private static final long WRITES = 01 | 02 | 0100 | 01000;

    /** The functions, with the argument that is the path. */
    private static final Map<String, Integer> PATHS = Map.ofEntries(
            Map.entry("open", 0),
            Map.entry("open64", 0),
            Map.entry("creat", 0),
            Map.entry("unlink", 0),
            Map.entry("rename", 0),
            Map.entry("truncate", 0),
            Map.entry("ftruncate", 0),
            Map.entry("posix_fallocate", 0),
            Map.entry("fallocate", 0),
            Map.entry("link", 1),
            Map.entry("symlink", 1),
            Map.entry("mkdir", 0),
            Map.entry("g_mkdir", 0),
            Map.entry("g_mkdir_with_parents", 0),
            Map.entry("rmdir", 0),
            Map.entry("g_unlink", 0),
            Map.entry("g_rename", 0));

    private final boolean all;

    /** @param all whether the daemon's own files count too, as auxiliary operations */
    public FileOperations(boolean all) {
        this.all = all;
    }

    @Override
    public boolean handles(String function) {
        return PATHS.containsKey(function);
    }

    @Override
    public Crossing cross(CCall call) {
        if (call.callee().startsWith("open") && !writes(call.value(1))) {
            return Crossing.NOTHING;
        }
        int argument = PATHS.getOrDefault(call.callee(), 0);
        CValue path = call.value(argument);
        boolean image = path.atoms().stream().anyMatch(FileOperations::isImage);
        if (!image && !all) {
            return Crossing.NOTHING;
        }
        String shown = path.atoms().isEmpty() ? call.text(argument) : path.toString();
        Link link = Link.exact(EdgeKind.FILE_ACCESS, call.at(), call.callee());
        String name = call.callee().replaceFirst("^g_|64$", "");
        Behavior operation = new Behavior.Operation(link, image ? Layer.IMAGE : Layer.LIBVIRT, name, shown, !image);
        return Crossing.of(operation);
    }

    private static boolean writes(CValue flags) {
        if (flags.atoms().isEmpty()) {
            return true;
        }
        return flags.atoms().stream()
                .anyMatch(atom -> !(atom instanceof Atom.Number number) || (number.value() & WRITES) != 0);
    }

    /** Whether a path was read from the description of a disk image. */
    private static boolean isImage(Atom atom) {
        return atom instanceof Atom.Origin origin && origin.struct().contains("StorageSource");
    }
}
