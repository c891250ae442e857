package org.btdetect.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which files of a component the analysis reads, by their paths relative to the component's root.
 *
 * <p>Folders that hold no part of the program (its tests, documentation, translations, firmware, build scripts) are left
 * out by their names, at any depth.
 */
final class FileSelection {
    private static final Set<String> NOT_THE_PROGRAM = Set.of(
            "tests",
            "docs",
            "doc",
            "examples",
            "samples",
            "po",
            "roms",
            "pc-bios",
            "scripts",
            "subprojects",
            "ci",
            ".git");

    /** Left out beside the program's own folder; inside of it a package may have this name. */
    private static final Set<String> BESIDE_THE_PROGRAM = Set.of("contrib");

    private final List<PathMatcher> wanted;

    private FileSelection(String... globs) {
        wanted = List.of(globs).stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
    }

    static FileSelection of(ComponentKind kind) {
        return switch (kind) {
            case NOVA ->
                new FileSelection(
                        "nova/**.py",
                        "nova-*.{egg,dist}-info/{PKG-INFO,METADATA,entry_points.txt}",
                        "nova.egg-info/{PKG-INFO,entry_points.txt}",
                        "{PKG-INFO,setup.cfg,pyproject.toml}",
                        "releasenotes/source/*.rst",
                        "etc/nova/api-paste.ini");
            case LIBVIRT_PYTHON ->
                new FileSelection("libvirt*.py", "libvirt_python-*info", "libvirt_python-*info/{PKG-INFO,METADATA}");
            case LIBVIRT -> new FileSelection("src/**.{c,h,x}", "include/**", "{meson.build,configure.ac}");
            case QEMU ->
                new FileSelection(
                        "**.{c,h,hx}",
                        "{qapi,qga,storage-daemon}/**.json",
                        "qapi-schema.json",
                        "{trace-events,**/trace-events}",
                        "VERSION");
            case NOVACLIENT -> new FileSelection("novaclient/**.py", "python_novaclient*info/{PKG-INFO,METADATA}");
            case OPENSTACKCLIENT ->
                new FileSelection(
                        "openstackclient/**.py",
                        "python_openstackclient*info/{PKG-INFO,METADATA,entry_points.txt}",
                        "{setup.cfg,pyproject.toml}");
            case OPENSTACKSDK ->
                new FileSelection("openstack/{*,compute/**,common/**}.py", "openstacksdk*info/{PKG-INFO,METADATA}");
            case OSC_LIB -> new FileSelection("osc_lib/**.py", "osc_lib*info/{PKG-INFO,METADATA}");
            case JCLOUDS -> new FileSelection("org/jclouds/openstack/nova/**.java");
            case OPENSTACK4J ->
                new FileSelection(
                        "org/openstack4j/*.java",
                        "org/openstack4j/{api,model/compute}/**.java",
                        "org/openstack4j/openstack/{compute,internal,common}/**.java");
            case LIBVIRT_JAVA -> new FileSelection("org/libvirt/**.java");
        };
    }

    /** Whether the file at this path, relative to the component's root, is read. */
    boolean includes(Path relative) {
        for (Path folder = relative.getParent(); folder != null; folder = folder.getParent()) {
            if (isLeftOut(folder)) {
                return false;
            }
        }
        return wanted.stream().anyMatch(matcher -> matcher.matches(relative));
    }

    /** The files under a folder that are read, relative to it and sorted; links are not followed. */
    List<Path> filesUnder(Path root) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skipped = !folder.equals(root) && isLeftOut(root.relativize(folder));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path relative = root.relativize(file);
                    if (attributes.isRegularFile() && includes(relative)) {
                        files.add(relative);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw SourceException.unavailable("cannot read " + root, e);
        }
        Collections.sort(files);
        return List.copyOf(files);
    }

    /** @param folder relative to the component's root */
    private static boolean isLeftOut(Path folder) {
        String name = folder.getFileName().toString();
        return NOT_THE_PROGRAM.contains(name) || folder.getNameCount() == 1 && BESIDE_THE_PROGRAM.contains(name);
    }
}
