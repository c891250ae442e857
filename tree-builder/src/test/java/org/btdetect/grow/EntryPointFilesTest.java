package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.btdetect.resolve.python.EntryPoint;
import org.junit.jupiter.api.Test;

class EntryPointFilesTest {

    private static final List<EntryPoint> EXPECTED = List.of(
            new EntryPoint("a.group", "one", "pkg.mod", "One"), new EntryPoint("a.group", "two", "pkg", "T.Two"));

    @Test
    void anInstalledDistributionListsThemByGroup() {
        assertEquals(EXPECTED, EntryPointFiles.parse("entry_points.txt", """
                        [a.group]
                        one = pkg.mod:One
                        two=pkg:T.Two [extra]
                        [empty]
                        """));
    }

    @Test
    void aSourceTreeDeclaresThemInItsConfiguration() {
        assertEquals(EXPECTED, EntryPointFiles.parse("setup.cfg", """
                        [metadata]
                        name = pkg
                        [entry_points]
                        a.group =
                            one = pkg.mod:One
                        # off = pkg:Off
                        #    off = pkg:Off
                            two = pkg:T.Two
                        [wheel]
                        universal = 1
                            no = pkg:No
                        """));
    }

    @Test
    void aProjectFileDeclaresThemInTables() {
        assertEquals(EXPECTED, EntryPointFiles.parse("pyproject.toml", """
                        [project]
                        name = "pkg"
                        [project.entry-points."a.group"]
                        one = "pkg.mod:One"
                        two = "pkg:T.Two"
                        [tool.other]
                        no = "pkg:No"
                        """));
    }
}
