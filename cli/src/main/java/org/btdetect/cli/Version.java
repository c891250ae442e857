package org.btdetect.cli;

import picocli.CommandLine.IVersionProvider;

/** This program's own version, from the jar that it runs from. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"btdetect " + current()};
    }

    /** The version, or {@code development} where the classes do not come from a jar. */
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
