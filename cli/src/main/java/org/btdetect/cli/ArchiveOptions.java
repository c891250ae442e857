package org.btdetect.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.btdetect.source.AptSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which package archive sources are fetched from. */
final class ArchiveOptions {
    @Option(
            names = "--archive",
            paramLabel = "URL",
            description = "The Debian archive to use (default: the one that this machine's apt is configured for). Its"
                    + " security updates are looked for beside it, at URL-security.")
    private @Nullable String archive;

    @Option(
            names = "--keyring",
            paramLabel = "FILE",
            description = "With --archive: the keys that it is signed with (default: Debian's, where installed).")
    private @Nullable Path keyring;

    AptSettings settings() {
        return new AptSettings(Optional.ofNullable(archive), Optional.ofNullable(keyring));
    }
}
