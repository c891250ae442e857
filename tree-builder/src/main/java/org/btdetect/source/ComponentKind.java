package org.btdetect.source;

import java.util.Arrays;
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
    QEMU("qemu");

    private final String id;

    ComponentKind(String id) {
        this.id = id;
    }

    /** The name that data files, folders and options use. */
    public String id() {
        return id;
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
