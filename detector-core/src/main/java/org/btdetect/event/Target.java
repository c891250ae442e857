package org.btdetect.event;

/**
 * What an operation was done to; what the records do not tell is empty.
 *
 * @param instance the instance's UUID, which is also its domain's
 * @param domain the domain's name, such as {@code instance-0000002a}
 * @param process the identifier of the virtualization process; 0 if untold
 * @param path the file's path, made absolute
 * @param inode the file's device and inode, as {@code fe:00/1736841}
 */
public record Target(String instance, String domain, long process, String path, String inode) {
    /** Nothing is told of what the operation was done to. */
    public static final Target NONE = new Target("", "", 0, "", "");
}
