package org.btdetect.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.SourceCache;
import org.btdetect.source.SourceSet;

/** The texts that parsers are measured on: all of Nova, and libvirt's QEMU driver with the public functions. */
record Corpus(List<Source> sources, long bytes) {

    /** One file. */
    record Source(String file, String text) {}

    Corpus {
        sources = List.copyOf(sources);
    }

    /** The fetched source set of a name, or the end of the program with what to do. */
    static SourceSet sourceSet(String name) {
        return SourceCache.ofEnvironment(System.getenv())
                .find(name)
                .orElseThrow(
                        () -> new IllegalStateException("run 'btdetect sources fetch " + name + "' before benchmarks"));
    }

    static Corpus python(SourceSet set) throws IOException {
        return of(set, ComponentKind.NOVA, file -> file.endsWith(".py"));
    }

    static Corpus c(SourceSet set) throws IOException {
        return of(set, ComponentKind.LIBVIRT, file -> file.matches("src/(qemu/.*|libvirt[^/]*)\\.[ch]"));
    }

    private static Corpus of(SourceSet set, ComponentKind kind, Predicate<String> wanted) throws IOException {
        Component component = set.component(kind).orElseThrow();
        List<Source> sources = new ArrayList<>();
        long bytes = 0;
        for (Path file : component.files()) {
            String name = file.toString().replace('\\', '/');
            if (wanted.test(name)) {
                byte[] content = Files.readAllBytes(component.root().resolve(file));
                sources.add(new Source(name, new String(content, StandardCharsets.UTF_8)));
                bytes += content.length;
            }
        }
        return new Corpus(sources, bytes);
    }
}
