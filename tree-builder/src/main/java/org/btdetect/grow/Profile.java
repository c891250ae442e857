package org.btdetect.grow;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A deployment: the choices that the sources leave to its configuration.
 *
 * @param name a name for people
 * @param scheme the scheme of the libvirt connection's URI, which chooses the hypervisor driver
 * @param options Nova's options, with their group ({@code libvirt.virt_type}), and their values
 */
public record Profile(String name, String scheme, Map<String, String> options) {

    public Profile {
        options = Map.copyOf(options);
    }

    /** KVM through libvirt, images as local files. */
    public static Profile localFiles() {
        return new Profile(
                "libvirt/qemu, local files",
                "qemu",
                Map.of(
                        "compute_driver", "libvirt.LibvirtDriver",
                        "libvirt.virt_type", "kvm",
                        "libvirt.images_type", "qcow2"));
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", name + " (", ")");
        new TreeMap<>(options).forEach((option, value) -> text.add(option + "=" + value));
        return text.toString();
    }
}
