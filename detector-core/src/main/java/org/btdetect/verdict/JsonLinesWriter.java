package org.btdetect.verdict;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.btdetect.tree.Layer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts as JSON, one a line, in a fixed order of properties. */
final class JsonLinesWriter implements VerdictWriter {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Writer out;

    JsonLinesWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(Verdict verdict) throws IOException {
        out.write(MAPPER.writeValueAsString(json(verdict)) + "\n");
    }

    @Override
    public void finish() {}

    private static ObjectNode json(Verdict verdict) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("verdict", verdict.kind().id());
        node.put("level", verdict.level().map(Layer::id).orElse(""));
        node.put("operation", verdict.operation());
        node.put("object", verdict.object());
        node.put("from", Moment.text(verdict.from()));
        node.put("to", Moment.text(verdict.to()));
        node.put("actor", verdict.actor());
        records(node.putArray("chain"), verdict.chain());
        records(node.putArray("echoes"), verdict.echoes());
        ObjectNode missing = node.putObject("missing");
        verdict.missing().expected().forEach(missing.putArray("expected")::add);
        verdict.missing().searched().forEach(missing.putArray("searched")::add);
        ArrayNode rejected = node.putArray("rejected");
        for (Rejection rejection : verdict.rejected()) {
            rejected.addObject().put("explanation", rejection.explanation()).put("reason", rejection.reason());
        }
        node.put("counterfactual", verdict.missing().counterfactual());
        return node;
    }

    private static void records(ArrayNode array, List<Evidence> records) {
        for (Evidence evidence : records) {
            array.addObject()
                    .put("layer", evidence.layer().id())
                    .put("time", Moment.text(evidence.micros()))
                    .put("operation", evidence.operation())
                    .put("key", evidence.key())
                    .put("file", evidence.origin().file())
                    .put("line", evidence.origin().line());
        }
    }
}
