package org.btdetect.cli;

import java.nio.file.Path;
import org.btdetect.source.SourceCache;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where fetched sources are kept. */
final class CacheOption {
    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where fetched sources are kept (default: $BTDETECT_CACHE/sources, else"
                    + " ~/.cache/btdetect/sources).")
    private @Nullable Path folder;

    SourceCache cache() {
        return folder == null ? SourceCache.ofEnvironment(System.getenv()) : new SourceCache(folder);
    }
}
