package org.btdetect.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Source sets from a user's own folders, whatever their layout: a Git checkout, an unpacked release or wheel, a folder of
 * installed Python packages.
 *
 * <p>A component's root is looked for in the folder itself, in its parents as far as the folder is a part of the
 * component, then below it, level by level.
 */
public final class SourceDirectories {
    private static final int LEVELS_BELOW = 6;
    private static final int LEVELS_ABOVE = 2;
    private static final int MAX_FOLDERS = 20_000;

    private final NovaSeries series;
    private final VersionRecognition versions;

    public SourceDirectories(NovaSeries series) {
        this.series = series;
        this.versions = new VersionRecognition(series);
    }

    /**
     * The set that the given folders make.
     *
     * @param name the set's name; where empty, the series that the Nova tree belongs to
     * @param folders a folder, or a file such as {@code libvirt.py}, for each component that there is
     * @throws SourceException of usage when a folder does not hold the component, or holds several
     */
    public SourceSet open(Optional<String> name, Map<ComponentKind, Path> folders) {
        List<Component> components = folders.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> open(entry.getKey(), entry.getValue()))
                .toList();
        SourceSet unnamed = new SourceSet("", components);
        return new SourceSet(name.orElseGet(() -> nameOf(unnamed)), components);
    }

    private String nameOf(SourceSet set) {
        String version =
                set.component(ComponentKind.NOVA).map(Component::version).orElse(VersionRecognition.UNKNOWN);
        if (version.equals(VersionRecognition.UNKNOWN)) {
            throw SourceException.usage(
                    "the folders do not tell which release they are of: give it a name with --name");
        }
        return series.indexOfName(version)
                .map(series::name)
                .or(() -> series.nameOfVersion(version))
                .orElse(version);
    }

    private Component open(ComponentKind kind, Path given) {
        Path path = given.toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw SourceException.usage("--" + kind.id() + ": there is no " + given);
        }
        if (Files.isRegularFile(path) && !path.toString().endsWith(".py")) {
            throw SourceException.usage("--" + kind.id() + ": " + given + " is a file: unpack it and give the folder");
        }
        Path root = root(kind, folderOf(path), given);
        return new Component(kind, root, versions.version(kind, root), Optional.empty());
    }

    private static Path folderOf(Path path) {
        Path parent = path.getParent();
        return Files.isDirectory(path) || parent == null ? path : parent;
    }

    private static Path root(ComponentKind kind, Path folder, Path given) {
        Predicate<Path> isRoot = root -> isRoot(kind, root);
        return above(folder)
                .filter(isRoot)
                .findFirst()
                .or(() -> below(folder, isRoot, kind, given))
                .orElseThrow(() -> SourceException.usage(
                        "--" + kind.id() + ": " + given + " holds no sources of " + kind.id() + ": " + expected(kind)));
    }

    private static Stream<Path> above(Path folder) {
        return Stream.iterate(folder, f -> f != null && f.getNameCount() > 0, Path::getParent)
                .limit(1 + LEVELS_ABOVE);
    }

    private static Optional<Path> below(Path folder, Predicate<Path> isRoot, ComponentKind kind, Path given) {
        List<Path> level = List.of(folder);
        for (int depth = 0; depth < LEVELS_BELOW && !level.isEmpty(); depth++) {
            level = level.stream().flatMap(f -> Folders.subfolders(f).stream()).toList();
            if (level.size() > MAX_FOLDERS) {
                throw SourceException.usage("--" + kind.id() + ": " + given + " is too large to look for it there");
            }
            List<Path> roots = level.stream().filter(isRoot).toList();
            if (roots.size() > 1) {
                throw SourceException.usage("--" + kind.id() + ": " + given + " holds " + kind.id()
                        + " more than once: " + roots.get(0) + ", " + roots.get(1));
            }
            if (!roots.isEmpty()) {
                return Optional.of(roots.get(0));
            }
        }
        return Optional.empty();
    }

    /** The files by which a component is known are those that it cannot do without in any release. */
    private static boolean isRoot(ComponentKind kind, Path root) {
        return switch (kind) {
            case NOVA -> has(root, "nova/__init__.py") && has(root, "nova/compute/manager.py");
            case LIBVIRT_PYTHON -> has(root, "libvirt.py");
            case LIBVIRT -> has(root, "src/libvirt.c") && has(root, "src/qemu/qemu_driver.c");
            case QEMU -> has(root, "VERSION") && (has(root, "qapi-schema.json") || has(root, "qapi/qapi-schema.json"));
            case NOVACLIENT -> has(root, "novaclient/client.py");
            case OPENSTACKCLIENT -> has(root, "openstackclient/shell.py");
            case OPENSTACKSDK -> has(root, "openstack/proxy.py");
            case OSC_LIB -> has(root, "osc_lib/utils/__init__.py");
            case JCLOUDS -> Files.isDirectory(root.resolve("org/jclouds/openstack/nova"));
            case OPENSTACK4J -> Files.isDirectory(root.resolve("org/openstack4j/openstack/compute"));
            case LIBVIRT_JAVA -> has(root, "org/libvirt/Domain.java");
        };
    }

    private static String expected(ComponentKind kind) {
        return switch (kind) {
            case NOVA -> "it should hold nova/compute/manager.py";
            case LIBVIRT_PYTHON ->
                "it should hold libvirt.py, which is generated when libvirt-python is built: an"
                        + " installed package or an unpacked wheel has it, its repository does not";
            case LIBVIRT -> "it should hold src/libvirt.c and src/qemu/qemu_driver.c";
            case QEMU -> "it should hold VERSION and qapi/qapi-schema.json";
            case NOVACLIENT -> "it should hold novaclient/client.py";
            case OPENSTACKCLIENT -> "it should hold openstackclient/shell.py";
            case OPENSTACKSDK -> "it should hold openstack/proxy.py";
            case OSC_LIB -> "it should hold osc_lib/utils/__init__.py";
            case JCLOUDS -> "it should hold org/jclouds/openstack/nova: unpack the sources' archive";
            case OPENSTACK4J -> "it should hold org/openstack4j/openstack/compute: unpack the sources' archive";
            case LIBVIRT_JAVA -> "it should hold org/libvirt/Domain.java: unpack the sources' archive";
        };
    }

    private static boolean has(Path root, String file) {
        return Files.isRegularFile(root.resolve(file));
    }
}
