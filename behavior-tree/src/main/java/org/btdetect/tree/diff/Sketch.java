package org.btdetect.tree.diff;

/** Which crossings a subtree has, as a Bloom filter of 256 bits: enough to tell whether two functions are much alike. */
final class Sketch {
    private static final int WORDS = 4;

    private final long[] words = new long[WORDS];

    void add(String key) {
        long hash = new Hashing().add(key).value();
        words[(int) (hash & (WORDS - 1))] |= 1L << ((hash >>> 8) & 63);
    }

    void add(Sketch other) {
        for (int i = 0; i < WORDS; i++) {
            words[i] |= other.words[i];
        }
    }

    /** Returns the share of what both have in what either has (Jaccard's index), 0 where neither has anything. */
    double likeness(Sketch other) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < WORDS; i++) {
            both += Long.bitCount(words[i] & other.words[i]);
            either += Long.bitCount(words[i] | other.words[i]);
        }
        return either == 0 ? 0 : (double) both / either;
    }

    /** Returns the share of this that the other has, 1 where this has nothing. */
    double coveredBy(Sketch other) {
        int both = 0;
        int own = 0;
        for (int i = 0; i < WORDS; i++) {
            both += Long.bitCount(words[i] & other.words[i]);
            own += Long.bitCount(words[i]);
        }
        return own == 0 ? 1 : (double) both / own;
    }
}
