package org.btdetect.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a page, each once; the empty text is number 0. */
final class Texts {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> all = new ArrayList<>();

    Texts() {
        number("");
    }

    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        numbers.put(text, all.size());
        all.add(text);
        return all.size() - 1;
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
