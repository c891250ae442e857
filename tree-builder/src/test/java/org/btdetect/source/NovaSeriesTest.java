package org.btdetect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NovaSeriesTest {
    private final NovaSeries series = SourceCatalog.load().series();

    @ParameterizedTest
    @CsvSource({
        "2015.1.4, kilo",
        "12.0.0, liberty",
        "17.0.0, queens",
        "20.6.1, train",
        "26.2.2, zed",
        "27.0.0, antelope",
        "33.0.2, gazpacho",
        "34.0.0.0rc1, hibiscus",
        "2026.2, hibiscus",
    })
    void versionTellsTheSeries(String version, String name) {
        assertEquals(Optional.of(name), series.nameOfVersion(version));
    }

    @Test
    void seriesWithoutANameYetIsCalledByItsDate() {
        assertEquals(Optional.of("2029.1"), series.nameOfVersion("39.0.0"));
    }

    @ParameterizedTest
    @CsvSource({"2014.2", "0.1", "unknown", "''", "99999999999999999999.1"})
    void olderOrStrangeVersionsAreOfNoSeries(String version) {
        assertEquals(Optional.empty(), series.nameOfVersion(version));
    }

    @ParameterizedTest
    @CsvSource({"kilo, 2015, 2015.1", "liberty, 12, 2015.2", "zed, 26, 2022.2", "hibiscus, 34, 2026.2"})
    void numberAndDateFollowFromThePlace(String name, int major, String date) {
        int index = series.indexOfName(name).orElseThrow();
        assertEquals(major, series.major(index));
        assertEquals(date, series.date(index));
    }
}
