package org.btdetect.tree.diff;

/** A running 64-bit hash of texts and numbers, by the multiplicative step of FNV-1a with a final avalanche. */
final class Hashing {
    private static final long PRIME = 0x100000001b3L;

    private long state = 0xcbf29ce484222325L;

    Hashing add(String text) {
        for (int i = 0; i < text.length(); i++) {
            state = (state ^ text.charAt(i)) * PRIME;
        }
        state = (state ^ 0x1F) * PRIME;
        return this;
    }

    Hashing add(long number) {
        state = mixed((state ^ number) * PRIME);
        return this;
    }

    long value() {
        return mixed(state);
    }

    /** The finaliser of SplitMix64, by Steele, Lea and Flood. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
