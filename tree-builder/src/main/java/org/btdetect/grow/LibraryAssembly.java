package org.btdetect.grow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.source.SourceSet;
import org.btdetect.summary.Behavior;
import org.btdetect.trace.Keywords;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Component;
import org.btdetect.tree.Counts;
import org.btdetect.tree.Provenance;
import org.btdetect.tree.TreeLibrary;

/** Puts the trees of grown operations together with where they come from and how much was met and lost. */
public final class LibraryAssembly {

    private LibraryAssembly() {}

    /** @param tool the version of this program */
    public static TreeLibrary assemble(SourceSet sources, Profile profile, GrownLibrary grown, String tool) {
        List<BehaviorTree> trees = TreeWriter.layered(grown.actions());
        List<Component> components =
                sources.components().stream().map(LibraryAssembly::component).toList();
        Provenance provenance = new Provenance(sources.name(), components, tool, profile.toString(), counts(grown));
        return TreeLibrary.of(provenance, trees);
    }

    /** The trace points of the sources, and which of them the library's actions emit. */
    public static KeywordLibrary keywords(GrownLibrary grown, TreeLibrary library) {
        OwnRecords records = new OwnRecords(TreeWriter.shown(grown.actions()));
        return Keywords.of(
                grown.statements(),
                library.trees(),
                tree -> Evidence.of(tree, behavior(grown.actions(), tree.name()), records));
    }

    /** The behaviour that a tree has grown from. */
    private static Behavior behavior(List<GrownAction> actions, ActionName name) {
        return actions.stream()
                .filter(action -> action.name().equals(name.key()))
                .map(action -> action.variants().stream()
                        .filter(variant -> name.variant().equals(Map.of(variant.argument(), variant.word())))
                        .map(GrownAction.Variant::behavior)
                        .findFirst()
                        .orElse(action.behavior()))
                .findFirst()
                .orElse(Behavior.NOTHING);
    }

    static Component component(org.btdetect.source.Component source) {
        return source.provenance()
                .map(from -> new Component(
                        source.kind().id(),
                        from.packageVersion(),
                        from.sha256(),
                        "package " + from.packageName() + " of " + from.suite()
                                + from.note().map(note -> "; " + note).orElse("")))
                .orElseGet(() -> new Component(source.kind().id(), source.version(), source.contentHash(), "a folder"));
    }

    /** How much of the sources was met, and how much of it was lost. */
    public static Counts counts(GrownLibrary grown) {
        SortedMap<String, Integer> unresolved = new TreeMap<>();
        grown.statistics().unresolved().forEach(gap -> unresolved.merge(gap.reason(), 1, Integer::sum));
        long unparsed = grown.problems().stream()
                .map(problem -> problem.file())
                .distinct()
                .count();
        return new Counts(
                grown.files(),
                (int) unparsed,
                grown.statistics().callSites(),
                unresolved,
                grown.statistics().ambiguous(),
                grown.statistics().cut());
    }

    /** The calls on the way of the library's actions. */
    public static CallTable calls(GrownLibrary grown) {
        List<String> names = new ArrayList<>();
        List<Behavior> behaviors = new ArrayList<>();
        for (GrownAction action : grown.actions()) {
            names.add(action.name());
            behaviors.add(action.behavior());
        }
        return CallTable.of(names, behaviors);
    }
}
