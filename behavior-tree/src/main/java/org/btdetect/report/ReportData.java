package org.btdetect.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.Occurrence;
import org.btdetect.keyword.TracePoint;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Component;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.LibraryEntry;
import org.btdetect.tree.Mark;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Provenance;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.TreeNode;
import org.btdetect.tree.client.ActionWord;
import org.btdetect.tree.client.ClientCall;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.ChangeKind;
import org.btdetect.tree.diff.LibraryDiff;

/** What the page shows, as maps and lists of texts and numbers. */
final class ReportData {
    private final Texts texts = new Texts();
    private final SharedNodes nodes = new SharedNodes(texts);
    private final List<List<Integer>> tracePoints = new ArrayList<>();
    private final Map<String, Integer> tracePointNumbers = new HashMap<>();
    private final ReportInput input;

    ReportData(ReportInput input) {
        this.input = input;
    }

    /** The whole of it; the texts come last since everything adds to them. */
    Map<String, Object> all() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("vocabulary", vocabulary());
        data.put("library", provenance(input.library().index().provenance()));
        data.put("links", input.links().templates());
        data.put("actions", actions(input.library(), true));
        input.against().ifPresent(against -> {
            data.put("before", provenance(against.library().index().provenance()));
            data.put("beforeActions", actions(against.library(), false));
            data.put("changes", changes(against.diff()));
        });
        data.put("clients", clients());
        data.put("words", words());
        data.put("nodes", nodes.rows());
        data.put("traces", tracePoints);
        data.put("texts", texts.all());
        return data;
    }

    private static Map<String, Object> vocabulary() {
        return Map.of(
                "layers", ids(Layer.values(), Layer::id),
                "kinds", ids(NodeKind.values(), NodeKind::id),
                "edges", ids(EdgeKind.values(), EdgeKind::id),
                "edgeDocs", ids(EdgeKind.values(), EdgeKind::doc),
                "marks", ids(Mark.values(), Mark::id),
                "changes", ids(ChangeKind.values(), ChangeKind::id),
                "changeDocs", ids(ChangeKind.values(), ChangeKind::doc),
                "severities", ids(ChangeKind.values(), kind -> kind.severity().id()),
                "occurrences", ids(Occurrence.values(), Occurrence::id));
    }

    private static <T> List<String> ids(T[] values, Function<T, String> id) {
        return Arrays.stream(values).map(id).toList();
    }

    private static Map<String, Object> provenance(Provenance provenance) {
        List<List<String>> components =
                provenance.components().stream().map(ReportData::component).toList();
        return Map.of(
                "name", provenance.name(),
                "tool", provenance.tool(),
                "profile", provenance.profile(),
                "components", components,
                "files", provenance.counts().files(),
                "unparsed", provenance.counts().unparsed(),
                "calls", provenance.counts().calls(),
                "unresolved", provenance.counts().unresolved());
    }

    private static List<String> component(Component component) {
        return List.of(component.name(), component.version(), component.origin(), component.hash());
    }

    private List<Map<String, Object>> actions(TreeLibrary library, boolean withTraces) {
        List<Map<String, Object>> actions = new ArrayList<>();
        Iterator<LibraryEntry> entries = library.index().entries().iterator(); // in the order of the trees
        for (BehaviorTree tree : library.trees()) {
            LibraryEntry entry = entries.next();
            Map<String, Object> action = new LinkedHashMap<>();
            action.put("name", tree.name().toString());
            action.put("key", tree.name().key());
            action.put("root", tree.activity().kind().id());
            action.put("route", tree.activity().route().toString());
            action.put("aliases", tree.activity().aliases());
            action.put("layers", entry.layers().stream().map(Layer::ordinal).toList());
            action.put("nodes", entry.nodes());
            action.put("open", entry.unresolved().size());
            action.put("tree", nodes.add(tree.root(), withTraces ? traces(tree) : node -> List.of()));
            actions.add(action);
        }
        return actions;
    }

    private Function<TreeNode, List<Integer>> traces(BehaviorTree tree) {
        Map<String, List<Integer>> byNode = new HashMap<>();
        input.keywords().ifPresent(keywords -> {
            for (Emission emission : keywords.emissions(tree.name())) {
                List<Integer> pairs = byNode.computeIfAbsent(emission.node(), key -> new ArrayList<>());
                pairs.add(tracePoint(keywords, emission.tracePoint()));
                pairs.add(emission.occurrence().ordinal());
            }
        });
        return node -> byNode.getOrDefault(node.id(), List.of());
    }

    private int tracePoint(KeywordLibrary keywords, String id) {
        return tracePointNumbers.computeIfAbsent(id, key -> {
            TracePoint point = keywords.tracePoint(key).orElseThrow();
            tracePoints.add(List.of(
                    texts.number(point.source().id()),
                    texts.number(point.level().id()),
                    texts.number(point.speaker()),
                    texts.number(point.template().toString()),
                    texts.number(point.place().toString())));
            return tracePoints.size() - 1;
        });
    }

    private List<List<Object>> changes(LibraryDiff diff) {
        List<List<Object>> changes = new ArrayList<>();
        for (Change change : diff.changes()) {
            changes.add(List.of(
                    change.kind().ordinal(),
                    change.layer().ordinal(),
                    texts.number(change.function()),
                    texts.number(change.subject()),
                    texts.number(change.detail()),
                    texts.number(change.before().toString()),
                    texts.number(change.after().toString()),
                    change.operations().stream().map(texts::number).toList(),
                    change.actions().stream().map(texts::number).toList(),
                    change.others().stream().map(texts::number).toList()));
        }
        return changes;
    }

    private List<List<Object>> clients() {
        List<List<Object>> calls = new ArrayList<>();
        for (ClientCall call : input.clients().calls()) {
            if (!call.actions().isEmpty()) {
                calls.add(List.of(
                        texts.number(call.client()),
                        texts.number(call.kind().id()),
                        texts.number(call.name()),
                        texts.number(call.place().toString()),
                        call.actions().stream().map(texts::number).toList()));
            }
        }
        return calls;
    }

    private List<List<Integer>> words() {
        return input.clients().words().stream()
                .filter(word -> word.source() == ActionWord.Source.DESCRIPTION)
                .map(word -> List.of(
                        texts.number(word.action()),
                        texts.number(word.text()),
                        texts.number(word.place().toString())))
                .toList();
    }
}
