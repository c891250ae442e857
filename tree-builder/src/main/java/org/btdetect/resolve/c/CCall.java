package org.btdetect.resolve.c;

import java.util.List;
import org.btdetect.tree.Place;

/**
 * A call as a boundary sees it.
 *
 * @param callee the function's name
 * @param values what is known of the arguments
 * @param texts the arguments as written
 * @param at where the call stands
 */
public record CCall(String callee, List<CValue> values, List<String> texts, Place at) {

    public CCall {
        values = List.copyOf(values);
        texts = List.copyOf(texts);
    }

    public CValue value(int argument) {
        return argument < values.size() ? values.get(argument) : CValue.UNKNOWN;
    }

    public String text(int argument) {
        return argument < texts.size() ? texts.get(argument) : "";
    }
}
