package org.btdetect.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.Provenance;
import org.btdetect.source.SetDefinition;
import org.btdetect.source.SourceCache;
import org.btdetect.source.SourceCatalog;
import org.btdetect.source.SourceSet;

/** Prints source sets as a table: their names, and the versions of what is here. */
final class SourceTable {
    private final SourceCatalog catalog;
    private final SourceCache cache;

    SourceTable(SourceCatalog catalog, SourceCache cache) {
        this.catalog = catalog;
        this.cache = cache;
    }

    void print(List<SetDefinition> sets, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of("SET", "ALSO"), stackKinds().map(ComponentKind::id))
                .toList());
        sets.forEach(set -> rows.add(row(set)));
        TextTable.print(rows, out);
        sets.stream()
                .flatMap(set -> cache.find(set.name()).stream())
                .forEach(set -> notes(set).forEach(note -> out.println(set.name() + ": " + note)));
        sets.forEach(set -> clients(set.name()).ifPresent(out::println));
        out.flush();
    }

    private static Stream<ComponentKind> stackKinds() {
        return Arrays.stream(ComponentKind.values()).filter(kind -> !kind.isClient());
    }

    private Optional<String> clients(String set) {
        List<String> versions = cache.clients(set).components().stream()
                .map(component -> component.kind().id() + " " + component.version())
                .toList();
        return versions.isEmpty() ? Optional.empty() : Optional.of(set + ": clients " + String.join(", ", versions));
    }

    private List<String> row(SetDefinition set) {
        List<String> names = catalog.aliases(set);
        Optional<SourceSet> here = cache.find(set.name());
        Stream<String> versions = stackKinds()
                .map(kind -> here.flatMap(s -> s.component(kind))
                        .map(Component::version)
                        .orElse("-"));
        return Stream.concat(Stream.of(names.get(0), String.join(", ", names.subList(1, names.size()))), versions)
                .toList();
    }

    private static List<String> notes(SourceSet set) {
        return set.components().stream()
                .flatMap(component -> component.provenance().flatMap(Provenance::note).stream())
                .toList();
    }
}
