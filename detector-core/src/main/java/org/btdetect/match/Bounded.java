package org.btdetect.match;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was not asked for the longest when it grows beyond its bound. */
final class Bounded<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    Bounded(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
