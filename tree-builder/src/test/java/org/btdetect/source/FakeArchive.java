package org.btdetect.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An archive in memory that counts downloads, lists what it does not have, and breaks on demand. */
final class FakeArchive implements PackageArchive {
    private final Map<String, List<Listed>> suites = new LinkedHashMap<>();
    private final List<String> downloads = new ArrayList<>();
    private boolean offline;

    /** A listed file; without content it is gone. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Listed(
            PackageRequest request, DebianVersion version, String fileName, byte[] content, State state) {}

    enum State {
        THERE,
        GONE,
        CORRUPT,
        BREAKS_OFF
    }

    FakeArchive list(String suite, PackageRequest request, String version, State state, TestArchives.Entry... entries) {
        boolean binary = request.form() == PackageRequest.Form.BINARY;
        byte[] content = binary ? TestArchives.deb(entries) : TestArchives.tarXz(entries);
        String fileName = request.name() + "_" + version.replace(":", "%3a") + (binary ? ".deb" : ".orig.tar.xz");
        suites.computeIfAbsent(suite, name -> new ArrayList<>())
                .add(new Listed(request, new DebianVersion(version), fileName, content, state));
        return this;
    }

    void clear() {
        suites.clear();
        downloads.clear();
    }

    void goOffline() {
        offline = true;
    }

    /** The names of the files whose download was tried, in order. */
    List<String> downloads() {
        return downloads;
    }

    @Override
    public Suite open(String suite) {
        if (offline || !suites.containsKey(suite)) {
            throw SourceException.unavailable("no suite " + suite);
        }
        return new FakeSuite(suite, suites.get(suite));
    }

    private final class FakeSuite implements Suite {
        private final String name;
        private final List<Listed> listed;

        FakeSuite(String name, List<Listed> listed) {
            this.name = name;
            this.listed = listed;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<DebianVersion> versions(PackageRequest request) {
            return listed.stream()
                    .filter(l -> l.request().equals(request))
                    .map(Listed::version)
                    .toList();
        }

        @Override
        public RemoteFile locate(PackageRequest request, DebianVersion version) {
            Listed file = listed.stream()
                    .filter(l -> l.request().equals(request) && l.version().equals(version))
                    .findFirst()
                    .orElseThrow();
            return new RemoteFile(
                    "fake:" + file.fileName(), file.fileName(), file.content().length, sha256(file.content()));
        }

        @Override
        public void download(RemoteFile file, Path target) throws NotInArchive {
            downloads.add(file.name());
            Listed found = listed.stream()
                    .filter(l -> l.fileName().equals(file.name()))
                    .findFirst()
                    .orElseThrow();
            switch (found.state()) {
                case GONE -> throw new NotInArchive("gone");
                case CORRUPT -> write(target, "corrupt".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                case BREAKS_OFF -> {
                    write(target, java.util.Arrays.copyOf(found.content(), 10));
                    throw SourceException.unavailable("the connection broke off");
                }
                default -> write(target, found.content());
            }
        }
    }

    private static String sha256(byte[] content) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path target, byte[] content) {
        try {
            Files.write(target, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
