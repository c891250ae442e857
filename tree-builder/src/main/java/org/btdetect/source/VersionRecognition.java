package org.btdetect.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells a component's version from what its own tree states.
 *
 * <p>A Git checkout of Nova states no version since its build takes it from the tags. Its series is then the newest that
 * the tree knows: the last RPC version alias, or the one after the last series that has release notes of its own.
 */
final class VersionRecognition {
    static final String UNKNOWN = "unknown";

    private static final long MAX_BYTES = 4 << 20;
    private static final Pattern METADATA = Pattern.compile("(?m)^Version:\\s*(\\S+)");
    private static final Pattern SETUP_CFG = Pattern.compile("(?m)^version\\s*=\\s*(\\S+)");
    private static final Pattern MESON = Pattern.compile("project\\s*\\([^)]*?\\bversion\\s*:\\s*'([^']+)'");
    private static final Pattern AUTOCONF = Pattern.compile("AC_INIT\\(\\[[^\\]]*\\],\\s*\\[?([^,\\])]+)");
    private static final Pattern QEMU = Pattern.compile("^\\s*(\\d[\\w.+-]*)");
    private static final Pattern ALIASES = Pattern.compile("VERSION_ALIASES\\s*=\\s*\\{([^}]*)\\}");
    private static final Pattern ALIAS = Pattern.compile("(?m)^\\s*'([a-z0-9.]+)'\\s*:");

    private final NovaSeries series;

    VersionRecognition(NovaSeries series) {
        this.series = series;
    }

    /** The version of the component at a root, or {@link #UNKNOWN}. */
    String version(ComponentKind kind, Path root) {
        Optional<String> version = switch (kind) {
            case NOVA -> novaVersion(root);
            case LIBVIRT_PYTHON -> installed(root, "libvirt_python").or(() -> metadata(root.resolve("PKG-INFO")));
            case LIBVIRT ->
                first(root.resolve("meson.build"), MESON).or(() -> first(root.resolve("configure.ac"), AUTOCONF));
            case QEMU -> first(root.resolve("VERSION"), QEMU);
            case NOVACLIENT -> installed(root, "python_novaclient").or(() -> metadata(root.resolve("PKG-INFO")));
            case OPENSTACKCLIENT ->
                installed(root, "python_openstackclient").or(() -> metadata(root.resolve("PKG-INFO")));
            case OPENSTACKSDK -> installed(root, "openstacksdk").or(() -> metadata(root.resolve("PKG-INFO")));
            case OSC_LIB -> installed(root, "osc_lib").or(() -> metadata(root.resolve("PKG-INFO")));
            case JCLOUDS, OPENSTACK4J, LIBVIRT_JAVA -> Optional.<String>empty();
        };
        return version.map(String::strip).orElse(UNKNOWN);
    }

    private Optional<String> novaVersion(Path root) {
        return installed(root, "nova")
                .or(() -> metadata(root.resolve("nova.egg-info")))
                .or(() -> metadata(root.resolve("PKG-INFO")))
                .or(() -> first(root.resolve("setup.cfg"), SETUP_CFG))
                .or(() -> seriesOfTree(root));
    }

    /** The version in the metadata of an installed distribution, the last by name where there are several. */
    private static Optional<String> installed(Path root, String distribution) {
        List<Path> found = Folders.entries(root, distribution + "-*.{egg,dist}-info");
        return found.isEmpty() ? Optional.empty() : metadata(found.get(found.size() - 1));
    }

    /** The version in a metadata file or in a folder that holds one. */
    private static Optional<String> metadata(Path path) {
        return Stream.of(path, path.resolve("METADATA"), path.resolve("PKG-INFO"))
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(file -> first(file, METADATA));
    }

    private Optional<String> seriesOfTree(Path root) {
        Stream<Integer> aliases = all(
                        first(root.resolve("nova/compute/rpcapi.py"), ALIASES).orElse(""), ALIAS)
                .flatMap(name -> series.indexOfName(name).stream());
        Stream<Integer> afterReleased = releaseNotes(root).stream()
                .flatMap(name -> series.indexOfName(name).stream())
                .map(index -> index + 1);
        return Stream.concat(aliases, afterReleased).max(Integer::compare).map(series::name);
    }

    private static List<String> releaseNotes(Path root) {
        return Folders.entries(root.resolve("releasenotes/source"), "*.rst").stream()
                .map(note -> note.getFileName().toString().replaceFirst("\\.rst$", ""))
                .toList();
    }

    private static Stream<String> all(String text, Pattern pattern) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }

    private static Optional<String> first(Path file, Pattern pattern) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
