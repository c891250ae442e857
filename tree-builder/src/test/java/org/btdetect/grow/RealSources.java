package org.btdetect.grow;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.NovaSeries;
import org.btdetect.source.SourceCache;
import org.btdetect.source.SourceDirectories;
import org.btdetect.source.SourceSet;

/** The real sources that tests run on where they are on this machine. */
final class RealSources {
    private static final String DEFAULT = "zed";

    private RealSources() {}

    /**
     * The fetched set {@code zed}, or what stands in the folder that {@code -Dbtdetect.sources} names: the folders {@code nova},
     * {@code libvirt-python}, {@code libvirt} and {@code qemu}. Without either the test is skipped.
     */
    static SourceSet zed() {
        return Optional.ofNullable(System.getProperty("btdetect.sources"))
                .map(folder -> in(Path.of(folder)))
                .or(() -> SourceCache.ofEnvironment(System.getenv()).find(DEFAULT))
                .orElseGet(() -> abort("no real sources: run 'btdetect sources fetch " + DEFAULT
                        + "', or name a folder with -Dbtdetect.sources"));
    }

    private static SourceSet in(Path folder) {
        Map<ComponentKind, Path> folders = new EnumMap<>(ComponentKind.class);
        for (ComponentKind kind : ComponentKind.values()) {
            Path component = folder.resolve(kind.id());
            if (Files.exists(component)) {
                folders.put(kind, component);
            }
        }
        return new SourceDirectories(new NovaSeries(java.util.List.of())).open(Optional.of(DEFAULT), folders);
    }
}
