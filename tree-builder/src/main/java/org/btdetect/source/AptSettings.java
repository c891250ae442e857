package org.btdetect.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which archive apt is to use.
 *
 * @param archive the archive's address, where it is not the machine's own
 * @param keyring the keys that the archive is signed with, where they are not Debian's usual ones
 */
public record AptSettings(Optional<String> archive, Optional<Path> keyring) {
    private static final Path DEBIAN_KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");
    private static final Pattern SHELL_VARIABLE = Pattern.compile("(?m)^(\\w+)='(.*)'$");
    private static final long MINUTES = 60;

    /** The archive that the machine's own apt is configured for. */
    public static AptSettings ofMachine() {
        return new AptSettings(Optional.empty(), Optional.empty());
    }

    PackageArchive archive(SourceCatalog catalog, Path folder) {
        CommandRunner runner = CommandRunner.processes(folder, MINUTES);
        List<AptEntry> entries = archive.map(this::named).orElseGet(() -> configured(catalog, runner));
        if (entries.isEmpty()) {
            throw SourceException.unavailable("this machine's apt is configured for no Debian archive:"
                    + " name one with --archive URL, or give folders with --nova, --libvirt-python, --libvirt, --qemu");
        }
        return new AptArchive(entries, folder, runner);
    }

    /** The named archive, and its twin for security updates, which mirrors keep beside it. */
    private List<AptEntry> named(String address) {
        String main = address.replaceFirst("/+$", "");
        Map<String, String> options = new TreeMap<>();
        keyring.map(Path::toAbsolutePath)
                .or(() -> Optional.of(DEBIAN_KEYRING).filter(Files::isRegularFile))
                .ifPresent(key -> options.put("Signed-By", key.toString()));
        return List.of(
                new AptEntry(main, List.of("stable"), List.of("main"), options),
                new AptEntry(main + "-security", List.of("stable-security"), List.of("main"), options));
    }

    private static List<AptEntry> configured(SourceCatalog catalog, CommandRunner runner) {
        CommandRunner.Result result = runner.run(
                List.of("apt-config", "shell", "LIST", "Dir::Etc::sourcelist/f", "PARTS", "Dir::Etc::sourceparts/d"),
                Map.of("LC_ALL", "C"));
        Map<String, Path> places = SHELL_VARIABLE
                .matcher(result.out())
                .results()
                .collect(Collectors.toMap(m -> m.group(1), m -> Path.of(m.group(2))));
        Set<String> codeNames = catalog.sets().stream()
                .flatMap(set -> Stream.concat(set.suites().stream(), set.standIns().stream()))
                .collect(Collectors.toSet());
        Path nowhere = Path.of("/nonexistent");
        return new AptSources(codeNames)
                .read(places.getOrDefault("LIST", nowhere), places.getOrDefault("PARTS", nowhere));
    }
}
