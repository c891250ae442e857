package org.btdetect.tree.diff.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.ChangeKind;
import org.btdetect.tree.diff.LibraryDiff;
import tools.jackson.core.JacksonException;

/** The changes that somebody has accepted, each with a reason and the day on which that ends. */
public final class AcceptFile {
    private final List<Entry> entries;

    private AcceptFile(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Returns a file that accepts nothing. */
    public static AcceptFile none() {
        return new AcceptFile(List.of());
    }

    /**
     * An accepted change.
     *
     * @param kind the change's kind
     * @param function the function that it is in
     * @param subject what changed there
     * @param detail how, empty where it does not matter
     * @param reason why it is accepted
     * @param expires the last day on which it is
     */
    public record Entry(
            ChangeKind kind, String function, String subject, String detail, String reason, LocalDate expires) {
        boolean isOf(Change change) {
            return kind == change.kind()
                    && function.equals(change.function())
                    && subject.equals(change.subject())
                    && (detail.isEmpty() || detail.equals(change.detail()));
        }
    }

    /**
     * Reads an accept file.
     *
     * @throws AcceptFileException when it is no list of entries with kind, function, reason and expiry
     */
    public static AcceptFile read(Path file) throws IOException {
        try {
            Parts[] parts = Json.MAPPER.readValue(Files.readString(file), Parts[].class);
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                entries.add(parts[i].entry(file + ": entry " + (i + 1) + ": "));
            }
            return new AcceptFile(entries);
        } catch (JacksonException failure) {
            throw new AcceptFileException(file + ": damaged JSON: " + failure.getOriginalMessage(), failure);
        }
    }

    /** Returns the reasons of the changes that are accepted on a day. */
    public Map<Change, String> accepted(LibraryDiff diff, LocalDate today) {
        Map<Change, String> accepted = new LinkedHashMap<>();
        for (Change change : diff.changes()) {
            entries.stream()
                    .filter(entry -> entry.isOf(change) && !entry.expires.isBefore(today))
                    .findFirst()
                    .ifPresent(entry -> accepted.put(change, entry.reason));
        }
        return accepted;
    }

    /** Returns the entries that have ended. */
    public List<Entry> expired(LocalDate today) {
        return entries.stream().filter(entry -> entry.expires.isBefore(today)).toList();
    }

    /** Returns the entries that are of no change. */
    public List<Entry> unused(LibraryDiff diff) {
        return entries.stream()
                .filter(entry -> diff.changes().stream().noneMatch(entry::isOf))
                .toList();
    }

    /** Returns the entry that would accept a change, with the reason and the day left to be filled in. */
    public static String entryFor(Change change) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("kind", change.kind().id());
        entry.put("function", change.function());
        if (change.subject().isEmpty()) {
            entry.put("detail", change.detail());
        } else {
            entry.put("subject", change.subject());
        }
        entry.put("reason", "");
        entry.put("expires", "");
        return Json.MAPPER.writeValueAsString(entry);
    }

    /** An entry as the file has it. */
    private record Parts(
            Optional<String> kind,
            Optional<String> function,
            Optional<String> subject,
            Optional<String> detail,
            Optional<String> reason,
            Optional<String> expires) {
        Entry entry(String place) throws AcceptFileException {
            return new Entry(
                    kind(place),
                    required(function, "function", place),
                    subject.orElse(""),
                    detail.orElse(""),
                    required(reason, "reason", place),
                    day(place));
        }

        private ChangeKind kind(String place) throws AcceptFileException {
            String id = required(kind, "kind", place);
            for (ChangeKind one : ChangeKind.values()) {
                if (one.id().equals(id)) {
                    return one;
                }
            }
            throw new AcceptFileException(place + "there is no kind of change '" + id + "'");
        }

        private LocalDate day(String place) throws AcceptFileException {
            String day = required(expires, "expires", place);
            try {
                return LocalDate.parse(day);
            } catch (DateTimeParseException failure) {
                throw new AcceptFileException(place + "expires is no day like 2030-12-31: " + day, failure);
            }
        }

        private static String required(Optional<String> value, String name, String place) throws AcceptFileException {
            return value.filter(text -> !text.isBlank())
                    .orElseThrow(() -> new AcceptFileException(place + name + " is missing"));
        }
    }
}
