package org.btdetect.source;

import java.util.List;

/**
 * A source set that is known by name.
 *
 * @param name the name of the Nova series that it holds
 * @param suites the suites of the archive that it is taken from
 * @param standIns the suites that a component is taken from where its own suites no longer hold it
 */
public record SetDefinition(String name, List<String> suites, List<String> standIns) {
    public SetDefinition {
        suites = List.copyOf(suites);
        standIns = List.copyOf(standIns);
    }
}
