package org.btdetect.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Debian's archive through the machine's own apt, which checks signatures and checksums.
 *
 * <p>apt works on a configuration, a state and a cache of its own in a private folder: it needs no root, and the
 * machine's apt is left as it is. Of the machine's configuration only how to reach archives (proxies, credentials) is
 * taken over, so that no hook of the machine runs. Each suite has a state of its own, so that a version that two suites
 * list can be asked for from either.
 */
final class AptArchive implements PackageArchive {
    // Python sources are the same on every machine; one architecture makes the recorded package the same too.
    private static final String ARCHITECTURE = "amd64";

    private final List<AptEntry> entries;
    private final Path folder;
    private final CommandRunner runner;

    /**
     * @param entries the archives to take suites from
     * @param folder an empty folder for apt's private state
     */
    AptArchive(List<AptEntry> entries, Path folder, CommandRunner runner) {
        this.entries = List.copyOf(entries);
        this.folder = folder;
        this.runner = runner;
    }

    @Override
    public Suite open(String suite) {
        try {
            Path state = folder.resolve(suite.replace('/', '-'));
            Path configuration = configure(suite, state);
            AptSuite opened = new AptSuite(suite, configuration, runner);
            opened.update();
            return opened;
        } catch (IOException e) {
            throw SourceException.unavailable("cannot prepare apt for " + suite, e);
        }
    }

    private Path configure(String suite, Path state) throws IOException {
        Files.createDirectories(state.resolve("lists/partial"));
        Files.createDirectories(state.resolve("cache/archives/partial"));
        Files.createDirectories(state.resolve("sources"));
        Files.writeString(state.resolve("status"), "");
        Files.writeString(state.resolve("sources/archive.sources"), stanzas(suite));
        return Files.writeString(state.resolve("apt.conf"), acquireSettings() + privateSettings(state));
    }

    private String stanzas(String suite) {
        boolean security = AptEntry.isSecuritySuite(suite);
        String stanzas = entries.stream()
                .filter(entry -> entry.isSecurity() == security)
                .map(entry -> entry.stanza(suite))
                .distinct()
                .collect(Collectors.joining("\n"));
        if (stanzas.isEmpty()) {
            throw SourceException.unavailable("apt is configured for no archive that could hold " + suite);
        }
        return stanzas;
    }

    /** How the machine reaches archives, such as a proxy. */
    private String acquireSettings() {
        return runner.run(List.of("apt-config", "dump"), Map.of("LC_ALL", "C"))
                .out()
                .lines()
                .filter(line -> line.startsWith("Acquire::"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String privateSettings(Path state) {
        return """
                APT::Architecture "%2$s";
                APT::Architectures { "%2$s"; };
                APT::Sandbox::User "%3$s";
                APT::Get::List-Cleanup "false";
                APT::Update::Error-Mode "any";
                Acquire::ForceHash "SHA256";
                Acquire::Languages "none";
                Acquire::Retries "3";
                Dir::State "%1$s";
                Dir::State::lists "%1$s/lists";
                Dir::State::status "%1$s/status";
                Dir::Cache "%1$s/cache";
                Dir::Etc::main "/dev/null";
                Dir::Etc::parts "/dev/null";
                Dir::Etc::preferences "/dev/null";
                Dir::Etc::preferencesparts "/dev/null";
                Dir::Etc::sourcelist "/dev/null";
                Dir::Etc::sourceparts "%1$s/sources";
                """.formatted(quoted(state), ARCHITECTURE, System.getProperty("user.name"));
    }

    private static String quoted(Path path) {
        String text = path.toAbsolutePath().toString();
        if (text.contains("\"")) {
            throw SourceException.usage("apt cannot work in a folder with a quotation mark in its name: " + text);
        }
        return text;
    }
}
