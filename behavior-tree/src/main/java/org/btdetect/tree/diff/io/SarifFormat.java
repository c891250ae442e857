package org.btdetect.tree.diff.io;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.btdetect.tree.Place;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.ChangeKind;
import org.btdetect.tree.diff.Severity;

/** For code scanning: SARIF 2.1.0, a rule for each kind of change, the newer place as the location and the older as related. */
final class SarifFormat {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifFormat() {}

    static String write(DiffReport report) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "btdetect");
        driver.put("version", version(report));
        driver.put(
                "rules",
                Arrays.stream(ChangeKind.values()).map(SarifFormat::rule).toList());
        List<Map<String, Object>> results = report.diff().changes().stream()
                .map(change -> result(change, report))
                .toList();
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return Json.write(log);
    }

    private static String version(DiffReport report) {
        String tool = report.diff().after().tool();
        return tool.isEmpty() ? "unknown" : tool;
    }

    private static Map<String, Object> rule(ChangeKind kind) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", kind.id());
        rule.put("shortDescription", Map.of("text", kind.doc()));
        rule.put("defaultConfiguration", Map.of("level", level(kind.severity())));
        rule.put("properties", Map.of("tags", List.of(kind.severity().id())));
        return rule;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case SURFACE -> "error";
            case ORDER, EVIDENCE -> "warning";
            case REFACTORING -> "note";
        };
    }

    private static Map<String, Object> result(Change change, DiffReport report) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", change.kind().id());
        result.put("ruleIndex", change.kind().ordinal());
        result.put("level", level(change.severity()));
        String message = ChangeText.sentence(change) + ", in " + ChangeText.some(change.actions());
        result.put("message", Map.of("text", message));
        Place place = change.after().isKnown() ? change.after() : change.before();
        if (place.isKnown()) {
            result.put("locations", List.of(location(place)));
        }
        if (change.before().isKnown() && change.after().isKnown()) {
            Map<String, Object> before = location(change.before());
            before.put("message", Map.of("text", "before"));
            result.put("relatedLocations", List.of(before));
        }
        result.put("partialFingerprints", Map.of("btdetectChange/v1", fingerprint(change)));
        report.reason(change).ifPresent(reason -> result.put("suppressions", List.of(suppression(reason))));
        return result;
    }

    private static Map<String, Object> suppression(String reason) {
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", "external");
        suppression.put("justification", reason);
        return suppression;
    }

    private static Map<String, Object> location(Place place) {
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", Map.of("uri", uri(place.file())));
        if (place.line() > 0) {
            physical.put("region", Map.of("startLine", place.line()));
        }
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", physical);
        location.put("properties", Map.of("component", place.component()));
        return location;
    }

    private static String uri(String file) {
        try {
            // A path whose first segment has a colon would read as a scheme.
            String path = new URI(null, null, "/" + file, null).toASCIIString().substring(1);
            int colon = path.indexOf(':');
            return colon >= 0 && path.lastIndexOf('/', colon) < 0 ? "./" + path : path;
        } catch (URISyntaxException failure) {
            throw new IllegalStateException("every path makes a URI: " + file, failure);
        }
    }

    /** What stays the same while lines move. */
    private static String fingerprint(Change change) {
        List<String> parts = new ArrayList<>(List.of(change.kind().id(), change.function(), change.subject()));
        parts.add(change.detail());
        try {
            byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("every Java has SHA-256", failure);
        }
    }
}
