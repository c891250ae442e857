package org.btdetect.collect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.btdetect.collect.record.RawRecord;

/**
 * Finds records that a log holds twice, as collectors and rotation leave them. Records have a time and a serial number or an
 * address, so that equal ones are one. Only the last thousands are remembered.
 */
final class Repeated {
    private static final int SLOTS = 1 << 14;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] seen = new long[SLOTS];

    /** Returns whether an equal record was seen, and remembers this one. */
    boolean isSeen(RawRecord record) {
        long hash = hash(record.bytes(), record.from(), record.to());
        int slot = (int) (hash >>> 40) & SLOTS - 1;
        boolean isSeen = seen[slot] == hash;
        seen[slot] = hash;
        return isSeen;
    }

    /** Two multiplicative hashes in one, eight bytes at a time; never 0, which stands for nothing seen. */
    private static long hash(byte[] bytes, int from, int to) {
        long hash = 0x9e3779b97f4a7c15L ^ to - from;
        int at = from;
        for (int end = to - 7; at < end; at += 8) {
            long word = (long) LONGS.get(bytes, at);
            hash = Long.rotateLeft((hash ^ word) * 0xff51afd7ed558ccdL, 29);
        }
        for (; at < to; at++) {
            hash = Long.rotateLeft((hash ^ bytes[at]) * 0xc4ceb9fe1a85ec53L, 31);
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return (hash ^ hash >>> 29) | 1;
    }
}
