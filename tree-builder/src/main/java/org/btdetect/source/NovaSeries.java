package org.btdetect.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OpenStack's series: two a year, from Kilo (2015.1) on.
 *
 * <p>Number and date of a series follow from its place in the row; only the names are data. Nova counts its major version
 * from Liberty, which is 12.
 */
public final class NovaSeries {
    private static final int FIRST_YEAR = 2015;
    private static final int MAJOR_OF_FIRST = 11;
    private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?.*");

    private final List<String> names;

    /** @param names the series' names in order, the first being Kilo's */
    public NovaSeries(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** The place of the series that a version such as {@code 26.2.2} or {@code 2015.1.4} belongs to. */
    public Optional<Integer> indexOfVersion(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long first = number(matcher.group(1));
        long index = first < FIRST_YEAR - 1000
                ? first - MAJOR_OF_FIRST
                : 2 * (first - FIRST_YEAR) + number(matcher.group(2)) - 1;
        return index < 0 || index > Short.MAX_VALUE ? Optional.empty() : Optional.of((int) index);
    }

    /** The place of the series that has this name or date, in any case. */
    public Optional<Integer> indexOfName(String name) {
        int index = names.indexOf(name.toLowerCase(Locale.ROOT));
        if (index >= 0) {
            return Optional.of(index);
        }
        return name.matches("20\\d\\d\\.[12]") ? indexOfVersion(name) : Optional.empty();
    }

    /** The name of the series at a place, or its date where it has no name yet. */
    public String name(int index) {
        return index < names.size() ? names.get(index) : date(index);
    }

    /** The date of the series at a place, such as {@code 2022.2}. */
    public String date(int index) {
        return (FIRST_YEAR + index / 2) + "." + (1 + index % 2);
    }

    /** Nova's major version of the series at a place: the year for Kilo, a count from then on. */
    public int major(int index) {
        return index == 0 ? FIRST_YEAR : MAJOR_OF_FIRST + index;
    }

    /** The name of the series that a version belongs to. */
    public Optional<String> nameOfVersion(String version) {
        return indexOfVersion(version).map(this::name);
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null || digits.length() > 9 ? 0 : Long.parseLong(digits);
    }
}
