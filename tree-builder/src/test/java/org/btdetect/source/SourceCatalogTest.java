package org.btdetect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class SourceCatalogTest {
    private final SourceCatalog catalog = SourceCatalog.load();

    @ParameterizedTest
    @ValueSource(strings = {"zed", "Zed", "2022.2", "26", "bookworm"})
    void setAnswersToAllItsNames(String name) {
        assertEquals("zed", catalog.find(name).name());
    }

    @Test
    void unknownSetIsAUsageErrorThatNamesTheKnownOnes() {
        SourceException error = assertThrows(SourceException.class, () -> catalog.find("essex"));
        assertEquals(SourceException.Reason.USAGE, error.reason());
        assertTrue(error.getMessage().contains("victoria, zed, epoxy"), error.getMessage());
    }

    @Test
    void noTwoSetsShareAName() {
        List<String> names = catalog.sets().stream()
                .flatMap(set -> catalog.aliases(set).stream())
                .toList();
        assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
    }

    @Test
    void everyComponentHasAPackage() {
        assertEquals(
                List.of(ComponentKind.values()),
                Stream.of(
                                catalog.packages().stream().map(PackageRequest::component),
                                catalog.clients().stream().map(PackageRequest::component),
                                catalog.maven().stream().map(MavenRequest::component))
                        .flatMap(kinds -> kinds)
                        .toList());
    }

    @Test
    void unknownFieldsAreRefused() {
        byte[] data = "{\"series\": [], \"pakages\": []}".getBytes(StandardCharsets.UTF_8);
        assertThrows(JacksonException.class, () -> SourceCatalog.parse(new ByteArrayInputStream(data)));
    }
}
