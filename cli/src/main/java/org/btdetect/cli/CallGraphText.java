package org.btdetect.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.btdetect.grow.CallGraph;
import org.btdetect.grow.CallTable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A call graph as CSV or JSON. */
final class CallGraphText {
    private CallGraphText() {}

    static void csv(CallGraph graph, PrintWriter out) {
        out.print(CallsFile.HEADER + "\n");
        graph.calls().forEach(call -> out.print(CallsFile.line(call) + "\n"));
        out.flush();
    }

    /** One call a line, so that texts of two graphs can be compared by line. */
    static void json(CallGraph graph, PrintWriter out) {
        ObjectWriter writer = JsonMapper.builder()
                .disable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writer();
        out.print("{\n  \"calls\": [");
        String separator = "\n";
        for (CallTable.Call call : graph.calls()) {
            out.print(separator + "    " + writer.writeValueAsString(fields(call)));
            separator = ",\n";
        }
        out.print((graph.calls().isEmpty() ? "" : "\n  ") + "],\n  \"counts\": "
                + writer.writeValueAsString(fields(graph.counts())) + "\n}\n");
        out.flush();
    }

    private static Map<String, Object> fields(CallTable.Call call) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("caller_file", call.callerFile());
        fields.put("caller", call.caller());
        fields.put("line", call.line());
        fields.put("callee_file", call.calleeFile());
        fields.put("callee", call.callee());
        fields.put("kind", call.kind().id());
        return fields;
    }

    private static Map<String, Object> fields(CallGraph.Counts counts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("files", counts.files());
        fields.put("unparsed", counts.unparsed());
        fields.put("resolved", counts.resolved());
        fields.put("library", counts.library());
        fields.put("unresolved", counts.unresolved());
        return fields;
    }
}
