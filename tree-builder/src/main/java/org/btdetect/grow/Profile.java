package org.btdetect.grow;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A deployment: the choices that the sources leave to its configuration.
 *
 * @param name a name for people
 * @param scheme the scheme of the libvirt connection's URI, which chooses the hypervisor driver
 * @param facts what it settles in the C sources: members of structs, variables, results of library functions
 * @param options Nova's options, with their group ({@code libvirt.virt_type}), and their values
 */
public record Profile(String name, String scheme, Map<String, String> facts, Map<String, String> options) {

    public Profile {
        facts = Map.copyOf(facts);
        options = Map.copyOf(options);
    }

    /** KVM through libvirt, images as local files, no cells of the first version. */
    public static Profile localFiles() {
        return new Profile(
                "libvirt/qemu, local files",
                "qemu",
                systemDaemon(),
                Map.of(
                        "cells.enable", "false",
                        "compute_driver", "libvirt.LibvirtDriver",
                        "libvirt.virt_type", "kvm",
                        "libvirt.images_type", "qcow2"));
    }

    /**
     * Libvirt's system daemon as it is shipped, with {@code qemu:///system} for its address: no lock manager, no hook scripts, no
     * filter on MAC addresses; and guests as Nova configures them behind Neutron: no transient disks, no backup jobs, no filters of
     * libvirt's own, no external display processes.
     */
    private static Map<String, String> systemDaemon() {
        return Map.ofEntries(
                Map.entry("virURI.scheme", "\"qemu\""),
                Map.entry("virURI.path", "\"/system\""),
                Map.entry("virURI.server", "NULL"),
                Map.entry("geteuid()", "0"),
                Map.entry("virQEMUDriver.privileged", "true"),
                Map.entry("virQEMUDriver.embeddedRoot", "NULL"),
                Map.entry("virQEMUDriverConfig.macFilter", "false"),
                Map.entry("virHooksFound", "0"),
                Map.entry("struct virLockDriver", "virLockDriverNop"),
                Map.entry("virDomainDiskDef.transient", "false"),
                Map.entry("virDomainNetDef.filter", "NULL"),
                Map.entry("virDomainVideoDef.backend", "0"),
                Map.entry("qemuDomainObjPrivate.backup", "NULL"));
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", name + " (", ")");
        new TreeMap<>(options).forEach((option, value) -> text.add(option + "=" + value));
        new TreeMap<>(facts).forEach((fact, value) -> text.add(fact + "=" + value));
        return text.toString();
    }
}
