package org.btdetect.grow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which names Python texts define and which attributes they assign, read off the texts without parsing them. It may hold names
 * that only a comment or a string mentions; it misses none.
 *
 * @param defining name of a function or class to the modules that define one, sorted
 * @param assigned names of attributes that are assigned
 */
record SourceIndex(Map<String, List<String>> defining, Set<String> assigned) {

    static SourceIndex of(SortedMap<String, String> texts) {
        Map<String, List<String>> defining = new HashMap<>();
        Set<String> assigned = new HashSet<>();
        texts.forEach((module, text) -> {
            for (String keyword : List.of("def ", "class ")) {
                definitions(module, text, keyword, defining);
            }
            assignments(text, assigned);
        });
        return new SourceIndex(defining, assigned);
    }

    private static void definitions(String module, String text, String keyword, Map<String, List<String>> found) {
        for (int at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
            int start = at + keyword.length();
            int end = start;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            List<String> modules = found.computeIfAbsent(text.substring(start, end), key -> new ArrayList<>());
            if (modules.isEmpty() || !modules.get(modules.size() - 1).equals(module)) {
                modules.add(module);
            }
        }
    }

    private static void assignments(String text, Set<String> assigned) {
        for (int at = text.indexOf(" = "); at >= 0; at = text.indexOf(" = ", at + 1)) {
            int start = at;
            while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
                start--;
            }
            if (start > 0 && text.charAt(start - 1) == '.') {
                assigned.add(text.substring(start, at));
            }
        }
    }
}
