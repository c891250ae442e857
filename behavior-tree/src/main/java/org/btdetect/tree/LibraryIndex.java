package org.btdetect.tree;

import java.util.List;
import java.util.Optional;

/**
 * What a library tells of its trees without opening them.
 *
 * @param provenance what the library was derived from
 * @param entries one entry per tree, ordered by action
 */
public record LibraryIndex(Provenance provenance, List<LibraryEntry> entries) {
    /** Orders the entries and rejects two of one action. */
    public LibraryIndex {
        entries = entries.stream().sorted().toList();
        if (entries.stream().map(LibraryEntry::name).distinct().count() != entries.size()) {
            throw new IllegalArgumentException("the library " + provenance.name() + " has two trees of one action");
        }
    }

    /** Returns the entry whose action has exactly this name, such as {@code reboot.type=HARD}. */
    public Optional<LibraryEntry> entry(String name) {
        return entries.stream()
                .filter(entry -> entry.name().toString().equals(name))
                .findFirst();
    }

    /** Returns the entries whose action has this name, this key or this alias, in order. */
    public List<LibraryEntry> find(String text) {
        Optional<LibraryEntry> exact = entry(text);
        return exact.isPresent()
                ? List.of(exact.get())
                : entries.stream().filter(entry -> isCalled(entry, text)).toList();
    }

    private static boolean isCalled(LibraryEntry entry, String text) {
        return entry.name().key().equals(text) || entry.activity().aliases().contains(text);
    }
}
