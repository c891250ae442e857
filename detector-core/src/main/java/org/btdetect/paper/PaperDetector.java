package org.btdetect.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.btdetect.tree.Layer;

/**
 * Answers the paper's question, and in strict mode what its one-to-one reading of the same logs leaves unexplained.
 *
 * <p>From the lowest layer that has a record of the action in the asked minute, each record needs one of its own in the
 * next layer above that the logs hold, in the same minute or within five seconds. The layer where the chain breaks is
 * where the action started.
 */
public final class PaperDetector {
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final List<PaperRecord> records;
    private final ZoneOffset zone;
    private final long unknownLines;

    private PaperDetector(PaperLogReader.Contents logs, ZoneOffset zone) {
        this.unknownLines = logs.unknownLines();
        this.records = logs.records().stream().map(record -> record.local(zone)).toList();
        this.zone = zone;
    }

    /**
     * Opens the logs of a folder.
     *
     * @param zone the offset of the deployment's local time; estimated from the logs where it is not given
     */
    public static PaperDetector open(Path folder, Optional<ZoneOffset> zone) throws IOException {
        PaperLogReader.Contents logs = PaperLogReader.read(folder);
        return new PaperDetector(logs, zone.orElseGet(() -> ZoneEstimate.of(logs.records(), TOLERANCE)));
    }

    /** Returns the offset of the deployment's local time that the logs' times are compared in. */
    public ZoneOffset zone() {
        return zone;
    }

    /** Returns how many lines of the logs are of no kind that the paper shows. */
    public long unknownLines() {
        return unknownLines;
    }

    /** Reads a minute as {@code 2021-4-18 12:35}, with or without leading zeros and seconds. */
    public static Optional<LocalDateTime> minute(String text) {
        return PaperLogReader.parse(text).map(time -> time.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Returns the paper's answer; empty if no layer has a record that can belong to the action in this minute. */
    public Optional<PaperAnswer> ask(LocalDateTime minute, String action) {
        List<PaperRecord> candidates = of(action);
        List<PaperRecord> inMinute =
                candidates.stream().filter(record -> isIn(minute, record)).toList();
        return inMinute.stream()
                .map(PaperRecord::layer)
                .max(Layer::compareTo)
                .map(lowest -> climb(minute, lowest, candidates));
    }

    private PaperAnswer climb(LocalDateTime minute, Layer lowest, List<PaperRecord> candidates) {
        Layer layer = lowest;
        List<PaperRecord> effects = in(minute, lowest, candidates);
        for (Layer above : above(lowest)) {
            Map<PaperRecord, PaperRecord> pairs = pairs(effects, layer(above, candidates));
            if (pairs.size() < effects.size()) {
                return PaperAnswer.unauthorised(
                        layer,
                        describe(effects.stream()
                                .filter(effect -> !pairs.containsKey(effect))
                                .toList()));
            }
            effects = List.copyOf(pairs.values());
            layer = above;
        }
        return layer == highest() ? PaperAnswer.authorised() : PaperAnswer.unauthorised(layer, describe(effects));
    }

    /** The layers above one for which there is a log, from the lowest. */
    private List<Layer> above(Layer lowest) {
        return Stream.of(Layer.QEMU, Layer.LIBVIRT, Layer.COMPUTE)
                .filter(layer -> layer.compareTo(lowest) < 0)
                .filter(layer -> records.stream().anyMatch(record -> record.layer() == layer))
                .toList();
    }

    private Layer highest() {
        return records.stream().map(PaperRecord::layer).min(Layer::compareTo).orElse(Layer.COMPUTE);
    }

    /** Pairs within the tolerance first; what remains may be in the same minute. */
    private static Map<PaperRecord, PaperRecord> pairs(List<PaperRecord> effects, List<PaperRecord> causes) {
        Map<PaperRecord, PaperRecord> pairs = Pairing.of(effects, causes, TOLERANCE);
        List<PaperRecord> free = new ArrayList<>(causes);
        free.removeAll(pairs.values());
        for (PaperRecord effect : effects) {
            if (!pairs.containsKey(effect)) {
                free.stream()
                        .filter(cause -> isIn(effect.time().truncatedTo(ChronoUnit.MINUTES), cause))
                        .findFirst()
                        .ifPresent(cause -> {
                            pairs.put(effect, cause);
                            free.remove(cause);
                        });
            }
        }
        return pairs;
    }

    /** Returns, one line each, the effects of an action that no record above explains, and the request ids used twice. */
    public List<String> strict(String action) {
        List<PaperRecord> candidates = of(action);
        List<String> findings = new ArrayList<>();
        for (Layer layer : List.of(Layer.LIBVIRT, Layer.QEMU, Layer.IMAGE)) {
            Layer above = layer == Layer.LIBVIRT ? Layer.COMPUTE : Layer.LIBVIRT;
            Pairing.unexplained(layer(layer, candidates), layer(above, candidates), TOLERANCE)
                    .forEach(record -> findings.add("unauthorised at " + layer.id() + " level: " + text(record)
                            + ": no record of the " + above.id() + " level is left for it"));
        }
        findings.addAll(reused(layer(Layer.COMPUTE, candidates)));
        return findings;
    }

    private static List<String> reused(List<PaperRecord> records) {
        Map<String, List<PaperRecord>> uses = new TreeMap<>();
        records.stream()
                .filter(record -> !record.request().isEmpty())
                .forEach(
                        record -> uses.computeIfAbsent(record.request() + " " + record.text(), key -> new ArrayList<>())
                                .add(record));
        return uses.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> "request id used again: " + same.get(0).request() + " stands at " + same.size()
                        + " operations, and one request licenses one: " + String.join("; ", describe(same)))
                .toList();
    }

    private List<PaperRecord> of(String action) {
        ActionWord word = new ActionWord(action);
        return records.stream().filter(word::mayCause).toList();
    }

    private static List<PaperRecord> layer(Layer layer, List<PaperRecord> records) {
        return records.stream().filter(record -> record.layer() == layer).toList();
    }

    private static List<PaperRecord> in(LocalDateTime minute, Layer layer, List<PaperRecord> records) {
        return layer(layer, records).stream()
                .filter(record -> isIn(minute, record))
                .toList();
    }

    private static boolean isIn(LocalDateTime minute, PaperRecord record) {
        return record.time().truncatedTo(ChronoUnit.MINUTES).equals(minute);
    }

    private static List<String> describe(List<PaperRecord> records) {
        return records.stream().map(PaperDetector::text).toList();
    }

    private static String text(PaperRecord record) {
        return record.time() + " " + record.origin() + " " + record.text();
    }
}
