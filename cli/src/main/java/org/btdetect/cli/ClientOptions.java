package org.btdetect.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.btdetect.source.ComponentKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name folders of client programs, from which it is read who starts an action. */
final class ClientOptions {
    @Option(
            names = "--novaclient",
            paramLabel = "DIR",
            description = "python-novaclient: a checkout or an installed package.")
    private @Nullable Path novaclient;

    @Option(names = "--openstackclient", paramLabel = "DIR", description = "python-openstackclient, with its metadata.")
    private @Nullable Path openstackclient;

    @Option(names = "--openstacksdk", paramLabel = "DIR", description = "openstacksdk.")
    private @Nullable Path openstacksdk;

    @Option(names = "--osc-lib", paramLabel = "DIR", description = "osc-lib, which python-openstackclient stands on.")
    private @Nullable Path oscLib;

    @Option(names = "--jclouds", paramLabel = "DIR", description = "The unpacked sources of jclouds' openstack-nova.")
    private @Nullable Path jclouds;

    @Option(names = "--openstack4j", paramLabel = "DIR", description = "The unpacked sources of openstack4j-core.")
    private @Nullable Path openstack4j;

    @Option(
            names = "--libvirt-java",
            paramLabel = "DIR",
            description = "The unpacked sources of libvirt's Java binding.")
    private @Nullable Path libvirtJava;

    /** The folders that were given. */
    Map<ComponentKind, Path> folders() {
        Map<ComponentKind, Path> folders = new EnumMap<>(ComponentKind.class);
        put(folders, ComponentKind.NOVACLIENT, novaclient);
        put(folders, ComponentKind.OPENSTACKCLIENT, openstackclient);
        put(folders, ComponentKind.OPENSTACKSDK, openstacksdk);
        put(folders, ComponentKind.OSC_LIB, oscLib);
        put(folders, ComponentKind.JCLOUDS, jclouds);
        put(folders, ComponentKind.OPENSTACK4J, openstack4j);
        put(folders, ComponentKind.LIBVIRT_JAVA, libvirtJava);
        return folders;
    }

    private static void put(Map<ComponentKind, Path> folders, ComponentKind kind, @Nullable Path folder) {
        if (folder != null) {
            folders.put(kind, folder);
        }
    }
}
