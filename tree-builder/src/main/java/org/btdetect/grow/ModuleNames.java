package org.btdetect.grow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names under which the Python files of a folder are imported.
 *
 * <p>A file in a package is named from the topmost folder that has an {@code __init__.py}, even one above the root; any file can
 * also be imported by its path from the root, and one outside of packages by its bare name, as scripts do with their neighbours.
 *
 * @param files a name to its file; each file has one name or more
 * @param modules each file's first name, by file
 */
record ModuleNames(SortedMap<String, String> files, SortedMap<String, String> modules) {

    private static final String INIT = "__init__.py";

    static ModuleNames of(ProgramFiles program) {
        SortedMap<String, String> names = new TreeMap<>();
        SortedMap<String, String> modules = new TreeMap<>();
        for (String file : program.python()) {
            String packaged = packaged(program.root(), file);
            String name = names.containsKey(packaged) ? fromRoot(file) : packaged;
            names.putIfAbsent(name, file);
            modules.put(file, name);
        }
        program.python().forEach(file -> names.putIfAbsent(fromRoot(file), file));
        bare(program).forEach(names::putIfAbsent);
        return new ModuleNames(names, modules);
    }

    /** The names of files outside of packages that no other has. */
    private static Map<String, String> bare(ProgramFiles program) {
        Map<String, String> names = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (String file : program.python()) {
            Path path = program.root().resolve(file);
            if (!Files.exists(path.resolveSibling(INIT))) {
                String name = dotted(file.substring(file.lastIndexOf('/') + 1));
                names.put(name, file);
                counts.merge(name, 1, Integer::sum);
            }
        }
        names.keySet().removeIf(name -> counts.getOrDefault(name, 0) > 1);
        return names;
    }

    private static String packaged(Path root, String file) {
        Path path = root.resolve(file);
        Path top = path.resolveSibling("");
        if (!Files.exists(top.resolve(INIT))) {
            return fromRoot(file);
        }
        Path parent = top;
        while (parent != null && Files.exists(parent.resolve(INIT))) {
            top = parent;
            parent = parent.getParent();
        }
        Path base = parent == null ? top : parent;
        return dotted(base.relativize(path).toString().replace('\\', '/'));
    }

    private static String fromRoot(String file) {
        return dotted(file);
    }

    private static String dotted(String file) {
        String module = file.substring(0, file.length() - ".py".length());
        String name =
                module.endsWith("/__init__") ? module.substring(0, module.length() - "/__init__".length()) : module;
        return name.replace('/', '.');
    }

    /** Whether a name is a folder's that holds modules. */
    boolean isFolder(String name) {
        SortedMap<String, String> below = files.tailMap(name + ".");
        return !below.isEmpty() && below.firstKey().startsWith(name + ".");
    }

    /** The names by which files are known, in the order of the files. */
    List<String> inOrder() {
        return List.copyOf(modules.values());
    }
}
