package org.btdetect;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data flows in one direction: a package knows those named here and nothing else of ours. */
@AnalyzeClasses(packages = "org.btdetect", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.btdetect.(**)").should().beFreeOfCycles();

    // behavior-tree
    @ArchTest
    static final ArchRule treeKnowsNothing = knowsOnly("tree");

    @ArchTest
    static final ArchRule treeIo = knowsOnly("tree.io", "tree", "tree.client");

    @ArchTest
    static final ArchRule keyword = knowsOnly("keyword", "tree");

    @ArchTest
    static final ArchRule overlap = knowsOnly("keyword.overlap", "keyword", "tree");

    @ArchTest
    static final ArchRule keywordIo = knowsOnly("keyword.io", "keyword", "tree", "tree.io");

    @ArchTest
    static final ArchRule treeClient = knowsOnly("tree.client", "tree");

    @ArchTest
    static final ArchRule treeExport = knowsOnly("tree.export", "tree", "tree.io");

    @ArchTest
    static final ArchRule treeDiff = knowsOnly("tree.diff", "tree", "keyword");

    @ArchTest
    static final ArchRule treeDiffIo = knowsOnly("tree.diff.io", "tree.diff", "tree");

    @ArchTest
    static final ArchRule report = knowsOnly("report", "tree", "tree.client", "tree.diff", "keyword");

    // grammars
    @ArchTest
    static final ArchRule pythonGrammarKnowsNothing = knowsOnly("grammar.python");

    @ArchTest
    static final ArchRule cGrammarKnowsNothing = knowsOnly("grammar.c");

    // tree-builder
    @ArchTest
    static final ArchRule sourceKnowsNothing = knowsOnly("source");

    @ArchTest
    static final ArchRule programKnowsNothing = knowsOnly("program");

    @ArchTest
    static final ArchRule frontend = knowsOnly("frontend", "program");

    @ArchTest
    static final ArchRule pythonFrontend = knowsOnly("frontend.python", "frontend", "program", "grammar.python");

    @ArchTest
    static final ArchRule javaFrontend = knowsOnly("frontend.java", "frontend", "program");

    @ArchTest
    static final ArchRule javaAssociation = knowsOnly("associate.java", "frontend.java", "tree", "tree.client");

    @ArchTest
    static final ArchRule cFrontend = knowsOnly("frontend.c", "frontend", "program", "grammar.c");

    @ArchTest
    static final ArchRule summary = knowsOnly("summary", "tree");

    @ArchTest
    static final ArchRule pythonResolution = knowsOnly("resolve.python", "program", "summary", "tree");

    @ArchTest
    static final ArchRule cResolution = knowsOnly("resolve.c", "program", "summary", "tree");

    @ArchTest
    static final ArchRule pythonAssociation =
            knowsOnly("associate.python", "program", "summary", "tree", "resolve.python");

    @ArchTest
    static final ArchRule clientAssociation = knowsOnly(
            "associate.client", "program", "summary", "tree", "tree.client", "resolve.python", "associate.python");

    @ArchTest
    static final ArchRule cAssociation = knowsOnly("associate.c", "program", "summary", "tree", "resolve.c");

    @ArchTest
    static final ArchRule trace = knowsOnly("trace", "program", "frontend.c", "keyword", "tree");

    @ArchTest
    static final ArchRule grow = knowsOnly(
            "grow",
            "trace",
            "keyword",
            "tree",
            "source",
            "program",
            "summary",
            "frontend",
            "frontend.python",
            "frontend.c",
            "resolve.python",
            "resolve.c",
            "associate.python",
            "associate.client",
            "associate.java",
            "frontend.java",
            "tree.client",
            "associate.c");

    // detector-core
    @ArchTest
    static final ArchRule event = knowsOnly("event", "tree");

    @ArchTest
    static final ArchRule eventIo = knowsOnly("event.io", "event", "tree");

    @ArchTest
    static final ArchRule records = knowsOnly("collect.record");

    @ArchTest
    static final ArchRule times = knowsOnly("collect.time", "event");

    @ArchTest
    static final ArchRule formats =
            knowsOnly("collect.format", "event", "tree", "keyword", "collect.record", "collect.time");

    @ArchTest
    static final ArchRule collect =
            knowsOnly("collect", "event", "tree", "collect.format", "collect.record", "collect.time");

    @ArchTest
    static final ArchRule paper = knowsOnly("paper", "event", "tree");

    @ArchTest
    static final ArchRule verdict = knowsOnly("verdict", "event", "tree");

    @ArchTest
    static final ArchRule match = knowsOnly("match", "verdict", "event", "keyword", "tree");

    @ArchTest
    static final ArchRule evaluate = knowsOnly("evaluate", "match", "verdict", "event", "tree");

    // libraries
    @ArchTest
    static final ArchRule jacksonStaysAtTheEdges = isUsedOnlyIn(
            "tools.jackson..",
            "org.btdetect.tree.io",
            "org.btdetect.keyword.io",
            "org.btdetect.event.io",
            "org.btdetect.verdict",
            "org.btdetect.collect.format",
            "org.btdetect.tree.diff.io",
            "org.btdetect.report",
            "org.btdetect.source",
            "org.btdetect.cli",
            "org.btdetect.verdict");

    @ArchTest
    static final ArchRule antlrStaysInTheFrontEnds =
            isUsedOnlyIn("org.antlr..", "org.btdetect.grammar..", "org.btdetect.frontend..");

    @ArchTest
    static final ArchRule javaParserStaysInItsFrontEnd =
            isUsedOnlyIn("com.github.javaparser..", "org.btdetect.frontend.java");

    @ArchTest
    static final ArchRule picocliStaysInTheCommand = isUsedOnlyIn("picocli..", "org.btdetect.cli");

    private static ArchRule knowsOnly(String name, String... known) {
        String[] allowed = new String[known.length + 1];
        allowed[0] = "org.btdetect." + name;
        for (int i = 0; i < known.length; i++) {
            allowed[i + 1] = "org.btdetect." + known[i];
        }
        DescribedPredicate<JavaClass> others =
                resideInAPackage("org.btdetect..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
        return noClasses()
                .that()
                .resideInAPackage("org.btdetect." + name)
                .should()
                .dependOnClassesThat(others)
                .as(name + " knows only " + String.join(", ", allowed));
    }

    private static ArchRule isUsedOnlyIn(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
