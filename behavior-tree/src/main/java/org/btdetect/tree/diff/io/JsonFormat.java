package org.btdetect.tree.diff.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.btdetect.tree.Component;
import org.btdetect.tree.Provenance;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.LibraryDiff;

/** For programs; {@code docs/diff.schema.json} describes it. */
final class JsonFormat {
    private static final String FORMAT = "btdetect-diff-1";

    private JsonFormat() {}

    static String write(DiffReport report) {
        LibraryDiff diff = report.diff();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("before", library(diff.before()));
        document.put("after", library(diff.after()));
        document.put("compared", diff.compared());
        Map<String, Long> counts = new LinkedHashMap<>();
        diff.counts().forEach((severity, count) -> counts.put(severity.id(), count));
        document.put("counts", counts);
        document.put(
                "changes",
                diff.changes().stream().map(change -> change(change, report)).toList());
        return Json.write(document);
    }

    private static Map<String, Object> library(Provenance provenance) {
        Map<String, Object> library = new LinkedHashMap<>();
        library.put("name", provenance.name());
        library.put(
                "components",
                provenance.components().stream().map(JsonFormat::component).toList());
        return library;
    }

    private static Map<String, Object> component(Component component) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", component.name());
        map.put("version", component.version());
        return map;
    }

    private static Map<String, Object> change(Change change, DiffReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", change.kind().id());
        map.put("severity", change.severity().id());
        map.put("layer", change.layer().id());
        map.put("function", change.function());
        put("subject", change.subject(), map);
        put("detail", change.detail(), map);
        map.put("message", ChangeText.sentence(change));
        put("before", change.before().toString(), map);
        put("after", change.after().toString(), map);
        put("operations", change.operations(), map);
        map.put("actions", change.actions());
        put("others", change.others(), map);
        report.reason(change).ifPresent(reason -> map.put("accepted", reason));
        return map;
    }

    private static void put(String name, String value, Map<String, Object> map) {
        if (!value.isEmpty()) {
            map.put(name, value);
        }
    }

    private static void put(String name, List<String> value, Map<String, Object> map) {
        if (!value.isEmpty()) {
            map.put(name, value);
        }
    }
}
