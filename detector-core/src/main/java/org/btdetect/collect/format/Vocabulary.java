package org.btdetect.collect.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.LogLine;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.Recognition;
import org.btdetect.keyword.TemplateIndex;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;

/** What a keyword library knows of messages, with a first look that rejects most of them by who speaks. */
public final class Vocabulary {
    /** What is known of who speaks in a log. */
    public enum Speaker {
        /** No trace point has it. */
        STRANGER,
        /** It has trace points, and no tree reaches any of them. */
        UNREACHED,
        /** A tree reaches a trace point of it. */
        REACHED
    }

    private final Map<LogSource, Map<String, Speaker>> speakers = new HashMap<>();
    private final Set<String> apiFunctions = new HashSet<>();
    private final Optional<TemplateIndex> index;

    private Vocabulary(Optional<KeywordLibrary> library) {
        index = library.map(known -> new TemplateIndex(known.tracePoints()));
        library.ifPresent(known -> known.tracePoints().forEach(this::add));
    }

    /** Returns what a library knows. */
    public static Vocabulary of(KeywordLibrary library) {
        return new Vocabulary(Optional.of(library));
    }

    /** Returns a vocabulary that knows no message. */
    public static Vocabulary none() {
        return new Vocabulary(Optional.empty());
    }

    private void add(TracePoint point) {
        if (point.kind() == TracePointKind.API_CALL) {
            apiFunctions.add(point.function());
        }
        speakers.computeIfAbsent(point.source(), source -> new HashMap<>())
                .merge(
                        point.speaker(),
                        point.isReached() ? Speaker.REACHED : Speaker.UNREACHED,
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** Returns who speaks, as the log names it. */
    Speaker speaker(LogSource source, String name) {
        Map<String, Speaker> ofSource = speakers.get(source);
        return ofSource == null ? Speaker.STRANGER : ofSource.getOrDefault(name, Speaker.STRANGER);
    }

    /** Whether a function is one of the virtualization daemon's public API, whose calls are logged. */
    boolean isApi(String function) {
        return apiFunctions.contains(function);
    }

    /** Returns what a message of a speaker is, if a template fits it. */
    Optional<Recognition> recognise(LogSource source, String speaker, String message) {
        return index.flatMap(known -> known.recognise(new LogLine(source, speaker, message)));
    }
}
