package org.btdetect.report;

import java.util.Optional;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.client.ClientCatalog;
import org.btdetect.tree.diff.LibraryDiff;

/**
 * What a report tells of.
 *
 * @param library the library
 * @param keywords its trace points, where it has them
 * @param clients who starts its actions
 * @param against the older library that it is compared with, and the comparison
 * @param links where sources are shown
 */
public record ReportInput(
        TreeLibrary library,
        Optional<KeywordLibrary> keywords,
        ClientCatalog clients,
        Optional<Against> against,
        SourceLinks links) {
    /** Another library and what changed from it. */
    public record Against(TreeLibrary library, LibraryDiff diff) {}
}
