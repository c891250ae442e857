package org.btdetect.cli;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.btdetect.keyword.overlap.LayerOverlap;
import org.btdetect.keyword.overlap.Overlaps;
import org.btdetect.tree.ActionName;
import tools.jackson.databind.json.JsonMapper;

/** An overlap report for a program. */
final class OverlapJson {
    private static final String FORMAT = "btdetect-overlaps-1";

    private OverlapJson() {}

    private record Report(String format, String level, List<LayerReport> layers) {}

    private record LayerReport(
            String layer,
            int records,
            SortedMap<String, List<OwnReport>> own,
            List<List<String>> alike,
            SortedMap<String, List<String>> within,
            List<String> silent) {}

    private record OwnReport(String source, String speaker, String template, boolean certain) {}

    static String write(Overlaps overlaps) {
        Report report = new Report(
                FORMAT,
                overlaps.threshold().id(),
                overlaps.layers().stream().map(OverlapJson::layer).toList());
        String text =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
        return text.replace(System.lineSeparator(), "\n") + "\n";
    }

    private static LayerReport layer(LayerOverlap layer) {
        SortedMap<String, List<OwnReport>> own = new TreeMap<>();
        layer.own()
                .forEach((name, records) -> own.put(
                        name.toString(), records.stream().map(OverlapJson::own).toList()));
        SortedMap<String, List<String>> within = new TreeMap<>();
        layer.within().forEach((name, others) -> within.put(name.toString(), names(others)));
        return new LayerReport(
                layer.layer().id(),
                layer.records(),
                own,
                layer.alike().stream().map(OverlapJson::names).toList(),
                within,
                names(layer.silent()));
    }

    private static OwnReport own(LayerOverlap.Own own) {
        return new OwnReport(
                own.record().source().id(), own.record().speaker(), own.record().template(), own.isCertain());
    }

    private static List<String> names(Collection<ActionName> names) {
        return names.stream().map(ActionName::toString).toList();
    }
}
