package org.btdetect.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.Progress;
import org.btdetect.source.SetDefinition;
import org.btdetect.source.SourceCatalog;
import org.btdetect.source.SourceDirectories;
import org.btdetect.source.SourceException;
import org.btdetect.source.SourceFetcher;
import org.btdetect.source.SourceSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that say which sources a command works on: a set by name, or the user's own folders; without either the
 * default set.
 */
final class SourceOptions {
    @Option(
            names = "--release",
            paramLabel = "SET",
            description = "A source set that 'btdetect sources' lists; fetched if it is not here.")
    private @Nullable String release;

    @Option(names = "--nova", paramLabel = "DIR", description = "Nova: a checkout, an unpacked release or package.")
    private @Nullable Path nova;

    @Option(
            names = "--libvirt-python",
            paramLabel = "PATH",
            description = "libvirt's Python binding as installed: libvirt.py or the folder that holds it.")
    private @Nullable Path libvirtPython;

    @Option(names = "--libvirt", paramLabel = "DIR", description = "libvirt: a checkout or an unpacked release.")
    private @Nullable Path libvirt;

    @Option(names = "--qemu", paramLabel = "DIR", description = "QEMU: a checkout or an unpacked release.")
    private @Nullable Path qemu;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "With folders: the library's name (default: the series that Nova's tree belongs to).")
    private @Nullable String name;

    @Option(
            names = "--demo",
            description = "The small hand-written stack that comes with the program, instead of real sources.")
    private boolean demo;

    @Mixin
    private final ClientOptions clients = new ClientOptions();

    @Mixin
    private final CacheOption cache = new CacheOption();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    /**
     * Whether the sources are those of {@link org.btdetect.source.DemoStack}.
     *
     * @throws SourceException when others are named too
     */
    boolean demo() {
        if (demo && (release != null || name != null || !folders().isEmpty())) {
            throw SourceException.usage("give either --demo or other sources, not both");
        }
        return demo;
    }

    /**
     * The sources that the options name, fetched if need be.
     *
     * @throws SourceException when they cannot be had
     */
    SourceSet sources(Progress progress) {
        SourceCatalog catalog = SourceCatalog.load();
        Map<ComponentKind, Path> folders = folders();
        if (folders.isEmpty() && name != null) {
            throw SourceException.usage("--name goes with folders: a set has a name");
        }
        if (!folders.isEmpty()) {
            if (release != null) {
                throw SourceException.usage("give either --release or folders, not both");
            }
            return new SourceDirectories(catalog.series()).open(Optional.ofNullable(name), folders);
        }
        return obtain(catalog, release == null ? catalog.defaultSet() : catalog.find(release), progress);
    }

    /**
     * The sources that one word stands for: a folder of Nova with what else the options name, or a set by its name.
     *
     * @throws SourceException when they cannot be had
     */
    SourceSet sources(String folderOrSet, Progress progress) {
        SourceCatalog catalog = SourceCatalog.load();
        Path folder = Path.of(folderOrSet);
        if (!Files.isDirectory(folder)) {
            return obtain(catalog, catalog.find(folderOrSet), progress);
        }
        Map<ComponentKind, Path> named = folders();
        named.put(ComponentKind.NOVA, folder);
        SourceSet given = new SourceDirectories(catalog.series()).open(Optional.of(folderOrSet), named);
        if (named.size() > 1) {
            return given;
        }
        List<Component> components = new ArrayList<>(given.components());
        SetDefinition set = release == null ? catalog.defaultSet() : catalog.find(release);
        obtain(catalog, set, progress).components().stream()
                .filter(component -> component.kind() != ComponentKind.NOVA)
                .forEach(components::add);
        return new SourceSet(folderOrSet, components);
    }

    /**
     * Every set of the catalog, in its order.
     *
     * @throws SourceException when others are named too
     */
    List<SetDefinition> all() {
        if (release != null || name != null || demo || !folders().isEmpty()) {
            throw SourceException.usage("give either --all or one stack, not both");
        }
        return SourceCatalog.load().sets();
    }

    /**
     * A set of the catalog, fetched if need be.
     *
     * @throws SourceException when it cannot be had
     */
    SourceSet obtain(SetDefinition set, Progress progress) {
        return obtain(SourceCatalog.load(), set, progress);
    }

    private SourceSet obtain(SourceCatalog catalog, SetDefinition set, Progress progress) {
        return SourceFetcher.ofMachine(catalog, cache.cache(), archive.settings(), progress)
                .obtain(set);
    }

    /**
     * The client programs that the options name or that are kept for a set.
     *
     * @param stack what {@link #sources} gave
     */
    SourceSet clients(SourceSet stack) {
        Map<ComponentKind, Path> named = clients.folders();
        if (!named.isEmpty()) {
            return new SourceDirectories(SourceCatalog.load().series()).open(Optional.of(stack.name()), named);
        }
        return folders().isEmpty() && !demo
                ? cache.cache().clients(stack.name())
                : new SourceSet(stack.name(), List.of());
    }

    /** Where results of earlier analyses are kept. */
    Path resultsFolder() {
        return cache.cache().folder().resolveSibling("results");
    }

    private Map<ComponentKind, Path> folders() {
        Map<ComponentKind, Path> folders = new EnumMap<>(ComponentKind.class);
        put(folders, ComponentKind.NOVA, nova);
        put(folders, ComponentKind.LIBVIRT_PYTHON, libvirtPython);
        put(folders, ComponentKind.LIBVIRT, libvirt);
        put(folders, ComponentKind.QEMU, qemu);
        return folders;
    }

    private static void put(Map<ComponentKind, Path> folders, ComponentKind kind, @Nullable Path folder) {
        if (folder != null) {
            folders.put(kind, folder);
        }
    }
}
