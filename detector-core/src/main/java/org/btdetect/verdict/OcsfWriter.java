package org.btdetect.verdict;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.btdetect.tree.Layer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verdicts as Detection Findings (class 2004) of the Open Cybersecurity Schema Framework, version 1.1; authorised ones are
 * no findings and are left out.
 */
final class OcsfWriter implements VerdictWriter {
    private static final int DETECTION_FINDING = 2004;
    private static final int FINDINGS = 2;
    private static final int CREATE = 1;
    private static final int NEW = 1;
    private static final JsonMapper MAPPER = new JsonMapper();

    private enum Severity {
        INFORMATIONAL(1, "Informational"),
        LOW(2, "Low"),
        MEDIUM(3, "Medium"),
        HIGH(4, "High");

        private final int id;
        private final String caption;

        Severity(int id, String caption) {
            this.id = id;
            this.caption = caption;
        }
    }

    private static final Map<VerdictKind, Severity> SEVERITIES = Map.of(
            VerdictKind.UNAUTHORISED, Severity.HIGH,
            VerdictKind.UNDECIDABLE, Severity.MEDIUM,
            VerdictKind.POLICY, Severity.MEDIUM,
            VerdictKind.TELEMETRY, Severity.LOW);

    private final Writer out;
    private long number;

    OcsfWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(Verdict verdict) throws IOException {
        if (verdict.kind() != VerdictKind.AUTHORISED) {
            out.write(MAPPER.writeValueAsString(json(verdict)) + "\n");
        }
    }

    @Override
    public void finish() {}

    private ObjectNode json(Verdict verdict) {
        Severity severity = SEVERITIES.getOrDefault(verdict.kind(), Severity.INFORMATIONAL);
        ObjectNode node = MAPPER.createObjectNode();
        node.put("class_uid", DETECTION_FINDING);
        node.put("class_name", "Detection Finding");
        node.put("category_uid", FINDINGS);
        node.put("category_name", "Findings");
        node.put("activity_id", CREATE);
        node.put("activity_name", "Create");
        node.put("type_uid", DETECTION_FINDING * 100 + CREATE);
        node.put("severity_id", severity.id);
        node.put("severity", severity.caption);
        node.put("status_id", NEW);
        node.put("time", verdict.from() / 1000);
        node.put("start_time", verdict.from() / 1000);
        node.put("end_time", verdict.to() / 1000);
        node.put("message", title(verdict));
        ObjectNode product = node.putObject("metadata").put("version", "1.1.0").putObject("product");
        product.put("name", "BTDetect").put("vendor_name", "BTDetect");
        node.putObject("finding_info")
                .put("uid", verdict.from() + "-" + number++)
                .put("title", title(verdict))
                .put("desc", verdict.missing().counterfactual())
                .put("first_seen_time", verdict.from() / 1000)
                .put("last_seen_time", verdict.to() / 1000);
        evidence(node.putArray("evidences"), verdict);
        node.putArray("resources").addObject().put("uid", verdict.object()).put("type", "virtual machine");
        node.putObject("unmapped")
                .put("level", verdict.level().map(Layer::id).orElse(""))
                .put("actor", verdict.actor());
        return node;
    }

    private static String title(Verdict verdict) {
        return verdict.kind().id()
                + verdict.level().map(layer -> " at " + layer.id() + " level").orElse("") + ": " + verdict.operation();
    }

    private static void evidence(ArrayNode array, Verdict verdict) {
        for (Evidence evidence : verdict.chain()) {
            array.addObject()
                    .putObject("data")
                    .put("layer", evidence.layer().id())
                    .put("operation", evidence.operation())
                    .put("time", Moment.text(evidence.micros()))
                    .put("raw", evidence.origin().toString());
        }
    }
}
