package org.btdetect.source;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of a stack whose sources are analysed together. */
public enum ComponentKind {
    /** OpenStack's compute service. */
    NOVA("nova"),
    /** The Python binding of libvirt. */
    LIBVIRT_PYTHON("libvirt-python"),
    /** The libvirt library, its daemons and its hypervisor drivers. */
    LIBVIRT("libvirt"),
    /** The virtualization process and its tools. */
    QEMU("qemu"),
    /** Nova's own client library and shell. */
    NOVACLIENT("novaclient"),
    /** The common shell of OpenStack's services. */
    OPENSTACKCLIENT("openstackclient"),
    /** The common client library of OpenStack's services. */
    OPENSTACKSDK("openstacksdk"),
    /** What the plug-ins of the common shell share. */
    OSC_LIB("osc-lib"),
    /** A Java client library of many clouds: its part for Nova. */
    JCLOUDS("jclouds"),
    /** A Java client library of OpenStack. */
    OPENSTACK4J("openstack4j"),
    /** The Java binding of libvirt. */
    LIBVIRT_JAVA("libvirt-java");

    /** The stack itself; the others are programs that use it, and nothing is missing from a stack without them. */
    private static final Set<ComponentKind> STACK = Set.of(NOVA, LIBVIRT_PYTHON, LIBVIRT, QEMU);

    private final String id;

    ComponentKind(String id) {
        this.id = id;
    }

    /** The name that data files, folders and options use. */
    public String id() {
        return id;
    }

    /** Whether this is a client of the stack and not a part of it. */
    public boolean isClient() {
        return !STACK.contains(this);
    }

    /**
     * The kind that has this {@link #id()}.
     *
     * @throws SourceException of usage, where there is none
     */
    public static ComponentKind ofId(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> SourceException.usage("no component is called '" + id + "'; there are: "
                        + Arrays.stream(values()).map(ComponentKind::id).collect(Collectors.joining(", "))));
    }
}
