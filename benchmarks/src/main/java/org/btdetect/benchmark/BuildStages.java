package org.btdetect.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.btdetect.grow.BuildListener;
import org.btdetect.grow.GrownLibrary;
import org.btdetect.grow.LibraryAssembly;
import org.btdetect.grow.LibraryBuilder;
import org.btdetect.grow.Profile;
import org.btdetect.source.SourceSet;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.io.TreeLibraryWriter;

/** One whole build in a cold Java, by stages; some of the stages' work runs beside them. */
final class BuildStages implements BuildListener {
    private final Map<String, Long> nanoseconds = new LinkedHashMap<>();
    private String running = "starting";
    private long since = System.nanoTime();

    private BuildStages() {}

    /** What is done for each operation counts as one stage, named by its first word. */
    @Override
    public void stage(String what) {
        long now = System.nanoTime();
        nanoseconds.merge(running, now - since, Long::sum);
        since = now;
        running = what.startsWith("growing ") ? "growing" : what;
    }

    /**
     * Prints a row of a Markdown table for each stage.
     *
     * @param arguments the folder to write the library to
     */
    public static void main(String[] arguments) throws IOException {
        BuildStages stages = new BuildStages();
        SourceSet set = Corpus.sourceSet(ParseBenchmark.SET);
        Profile profile = Profile.localFiles();
        GrownLibrary grown = new LibraryBuilder(set, profile, stages).grow(Set.of());
        stages.stage("making trees");
        TreeLibrary library = LibraryAssembly.assemble(set, profile, grown, "benchmark");
        stages.stage("writing files");
        TreeLibraryWriter.write(library, Path.of(arguments[0]));
        stages.stage("");
        stages.nanoseconds.forEach(
                (stage, time) -> System.out.printf(Locale.ROOT, "| build: %s | %.2f s |%n", stage, time / 1e9));
        System.out.printf("| build: peak memory of the process | %s |%n", peakMemory());
    }

    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "not known on this system";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                .findFirst()
                .orElse("not known on this system");
    }
}
