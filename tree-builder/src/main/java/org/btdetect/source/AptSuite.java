package org.btdetect.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One suite of Debian's archive, through an apt that knows this suite alone. */
final class AptSuite implements PackageArchive.Suite {
    private static final String HELPER = "/usr/lib/apt/apt-helper";
    private static final Pattern MADISON = Pattern.compile("\\s*(\\S+)\\s*\\|\\s*(\\S+)\\s*\\|.*\\s(Packages|Sources)");
    private static final Pattern PRINTED_URI = Pattern.compile("'([^']+)' (\\S+) (\\d+) SHA256:([0-9a-f]{64})");
    private static final Pattern UPSTREAM_ARCHIVE =
            Pattern.compile(".*(\\.orig\\.tar\\.|(?<!\\.debian)\\.tar\\.)(xz|gz|bz2|zst)");
    private static final Pattern UNREAD_INDEX =
            Pattern.compile("(?m)^E:|Failed to fetch|index files failed to download");
    private static final Pattern MISSING =
            Pattern.compile("\\b404\\b|\\b410\\b|File not found|No such file", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final Map<String, String> environment;
    private final CommandRunner runner;

    AptSuite(String name, Path configuration, CommandRunner runner) {
        this.name = name;
        this.environment = Map.of("LC_ALL", "C", "APT_CONFIG", configuration.toString());
        this.runner = runner;
    }

    @Override
    public String name() {
        return name;
    }

    void update() {
        CommandRunner.Result result = apt("apt-get", "-q", "update");
        // An apt older than its setting Error-Mode calls an index that it could not get a warning.
        if (result.exitCode() != 0 || UNREAD_INDEX.matcher(result.err()).find()) {
            throw SourceException.unavailable(
                    "apt cannot read the suite " + name + ":\n" + result.err().strip());
        }
    }

    @Override
    public List<DebianVersion> versions(PackageRequest request) {
        String kind = isBinary(request) ? "Packages" : "Sources";
        return apt("apt-cache", "madison", request.name())
                .out()
                .lines()
                .map(MADISON::matcher)
                .filter(m -> m.matches()
                        && m.group(1).equals(request.name())
                        && m.group(3).equals(kind))
                .map(m -> new DebianVersion(m.group(2)))
                .distinct()
                .toList();
    }

    @Override
    public PackageArchive.RemoteFile locate(PackageRequest request, DebianVersion version) {
        String wanted = request.name() + "=" + version.text();
        CommandRunner.Result result = isBinary(request)
                ? apt("apt-get", "download", "--print-uris", wanted)
                : apt("apt-get", "source", "--only-source", "--download-only", "--print-uris", wanted);
        return result.out()
                .lines()
                .map(PRINTED_URI::matcher)
                .filter(m -> m.matches()
                        && (isBinary(request)
                                || UPSTREAM_ARCHIVE.matcher(m.group(2)).matches()))
                .map(AptSuite::remoteFile)
                .findFirst()
                .orElseThrow(() -> SourceException.unavailable("apt names no file for " + wanted + " in " + name + ":\n"
                        + result.err().strip()));
    }

    private static PackageArchive.RemoteFile remoteFile(Matcher m) {
        return new PackageArchive.RemoteFile(m.group(1), m.group(2), Long.parseLong(m.group(3)), m.group(4));
    }

    @Override
    public void download(PackageArchive.RemoteFile file, Path target) throws PackageArchive.NotInArchive {
        CommandRunner.Result result =
                apt(HELPER, "download-file", file.uri(), target.toString(), "SHA256:" + file.sha256());
        if (result.exitCode() == 0) {
            return;
        }
        String errors =
                result.err().lines().filter(line -> line.startsWith("E:")).collect(Collectors.joining("\n"));
        if (MISSING.matcher(errors).find()) {
            throw new PackageArchive.NotInArchive("the archive lists " + file.name() + " and does not have it");
        }
        throw SourceException.unavailable("apt cannot download " + file.name() + ":\n" + errors);
    }

    private CommandRunner.Result apt(String... command) {
        return runner.run(List.of(command), environment);
    }

    private static boolean isBinary(PackageRequest request) {
        return request.form() == PackageRequest.Form.BINARY;
    }
}
