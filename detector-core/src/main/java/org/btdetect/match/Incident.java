package org.btdetect.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;
import org.btdetect.tree.Layer;
import org.btdetect.verdict.MissingLink;
import org.btdetect.verdict.Rejection;
import org.btdetect.verdict.Verdict;
import org.btdetect.verdict.VerdictKind;

/** An unexplained activity: the records that start it, what belongs to it, and what followed from it. */
final class Incident {
    private static final int MOST_REJECTIONS = 8;

    private final Trail chain = new Trail();
    private final Trail echoes = new Trail();
    private final List<Rejection> rejections = new ArrayList<>();
    private final String operation;
    private final boolean isOfFiles;
    private Layer level;
    private VerdictKind kind;
    private String object = "";
    private String actor = "";
    private MissingLink missing = MissingLink.NONE;

    Incident(VerdictKind kind, Layer level, Event first) {
        this.kind = kind;
        this.level = level;
        this.operation = first.operation();
        this.isOfFiles = first.kind() == EventKind.FILE || first.kind() == EventKind.PROGRAM;
    }

    /** Adds a record that belongs to what was done. */
    Incident with(Event event, String key) {
        chain.add(event, key);
        object(event);
        return this;
    }

    /** Adds a record of what followed. */
    void echo(Event event, String key) {
        echoes.add(event, key);
    }

    private void object(Event event) {
        if (object.isEmpty()
                || !event.target().instance().isEmpty()
                        && object.length() != event.target().instance().length()) {
            String told = event.target().instance().isEmpty()
                    ? event.target().domain()
                    : event.target().instance();
            String path = told.isEmpty() ? event.target().path() : told;
            object = path.isEmpty() ? object : path;
        }
    }

    void raise(Layer higher) {
        if (higher.compareTo(level) < 0) {
            level = higher;
        }
    }

    void actor(String told) {
        if (actor.isEmpty()) {
            actor = told;
        }
    }

    void missing(MissingLink link) {
        missing = link;
    }

    void reject(String explanation, String reason) {
        Rejection rejection = new Rejection(explanation, reason);
        if (rejections.size() < MOST_REJECTIONS && !rejections.contains(rejection)) {
            rejections.add(rejection);
        }
    }

    /** It is known to have begun while its cause would have been recorded. */
    void decide() {
        if (kind == VerdictKind.UNDECIDABLE) {
            kind = VerdictKind.UNAUTHORISED;
        }
    }

    /** Returns whether only files were touched, of which the virtual machine and the service take no notice. */
    boolean isOfFiles() {
        return isOfFiles;
    }

    Layer level() {
        return level;
    }

    String object() {
        return object;
    }

    String operation() {
        return operation;
    }

    long from() {
        return chain.from();
    }

    /** Returns when the last record of what was done was written, echoes aside. */
    long to() {
        return chain.to();
    }

    long lastSeen() {
        return Math.max(chain.to(), echoes.to());
    }

    Verdict verdict() {
        boolean isLevelled = kind == VerdictKind.UNAUTHORISED || kind == VerdictKind.UNDECIDABLE;
        return new Verdict(
                kind,
                isLevelled ? Optional.of(level) : Optional.empty(),
                operation,
                object,
                chain.from(),
                chain.to(),
                actor,
                chain.records(),
                echoes.records(),
                missing,
                rejections);
    }
}
