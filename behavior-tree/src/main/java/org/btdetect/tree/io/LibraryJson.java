package org.btdetect.tree.io;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.tree.Component;
import org.btdetect.tree.Counts;
import org.btdetect.tree.Gap;
import org.btdetect.tree.Layer;
import org.btdetect.tree.LibraryEntry;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.Provenance;
import org.jspecify.annotations.Nullable;

/** The file {@code library.json}: the index of a library. */
final class LibraryJson {
    private static final String FORMAT = "btdetect-library-1";

    private LibraryJson() {}

    static String write(LibraryIndex index) {
        return Json.pretty(Document.of(index));
    }

    static LibraryIndex read(String text) throws TreeFormatException {
        Document document = Json.read(text, Document.class);
        if (!document.format.equals(FORMAT)) {
            throw new TreeFormatException("no library: the format is '" + document.format + "', not " + FORMAT);
        }
        try {
            return document.index();
        } catch (IllegalArgumentException failure) {
            throw new TreeFormatException("no library: " + failure.getMessage(), failure);
        }
    }

    private record Document(
            String format,
            String name,
            String tool,
            String profile,
            List<ComponentJson> components,
            CountsJson counts,
            List<EntryJson> actions) {
        static Document of(LibraryIndex index) {
            Provenance provenance = index.provenance();
            return new Document(
                    FORMAT,
                    provenance.name(),
                    provenance.tool(),
                    provenance.profile(),
                    provenance.components().stream().map(ComponentJson::of).toList(),
                    CountsJson.of(provenance.counts()),
                    index.entries().stream().map(EntryJson::of).toList());
        }

        LibraryIndex index() throws TreeFormatException {
            List<Component> parts = components.stream()
                    .map(part -> new Component(part.name, part.version, part.sha256, part.origin))
                    .toList();
            Counts counted = counts.counts();
            List<LibraryEntry> entries = new ArrayList<>();
            for (EntryJson action : actions) {
                entries.add(action.entry());
            }
            return new LibraryIndex(new Provenance(name, parts, tool, profile, counted), entries);
        }
    }

    private record ComponentJson(String name, String version, String sha256, String origin) {
        static ComponentJson of(Component component) {
            return new ComponentJson(component.name(), component.version(), component.hash(), component.origin());
        }
    }

    private record CountsJson(
            int files,
            int unparsed,
            int calls,
            Map<String, Integer> unresolved,
            @Nullable Map<String, Integer> ambiguous,
            @Nullable Map<String, Integer> cut) {
        static CountsJson of(Counts counts) {
            return new CountsJson(
                    counts.files(),
                    counts.unparsed(),
                    counts.calls(),
                    counts.unresolved(),
                    counts.ambiguous(),
                    counts.cut());
        }

        /** Libraries of earlier versions tell nothing of ambiguous calls and of cut branches. */
        Counts counts() {
            return new Counts(files, unparsed, calls, new TreeMap<>(unresolved), sorted(ambiguous), sorted(cut));
        }

        private static TreeMap<String, Integer> sorted(@Nullable Map<String, Integer> byReason) {
            return byReason == null ? new TreeMap<>() : new TreeMap<>(byReason);
        }
    }

    private record GapJson(String place, String text, String reason) {
        static GapJson of(Gap gap) {
            return new GapJson(gap.place().toString(), gap.text(), gap.reason());
        }

        Gap gap() throws TreeFormatException {
            return new Gap(Ids.place(place), text, reason);
        }
    }

    private record EntryJson(
            String action,
            Map<String, String> variant,
            String activity,
            String method,
            String path,
            List<String> aliases,
            List<String> layers,
            int nodes,
            List<GapJson> unresolved) {
        static EntryJson of(LibraryEntry entry) {
            ActivityJson activity = ActivityJson.of(entry.activity());
            return new EntryJson(
                    activity.action(),
                    activity.variant(),
                    activity.activity(),
                    activity.method(),
                    activity.path(),
                    activity.aliases(),
                    entry.layers().stream().map(Layer::id).toList(),
                    entry.nodes(),
                    entry.unresolved().stream().map(GapJson::of).toList());
        }

        LibraryEntry entry() throws TreeFormatException {
            ActivityJson parts = new ActivityJson(action, variant, activity, method, path, aliases);
            Set<Layer> reached = EnumSet.noneOf(Layer.class);
            for (String layer : layers) {
                reached.add(Ids.layer(layer));
            }
            List<Gap> gaps = new ArrayList<>();
            for (GapJson gap : unresolved) {
                gaps.add(gap.gap());
            }
            return new LibraryEntry(parts.toActivity(), reached, nodes, gaps);
        }
    }
}
