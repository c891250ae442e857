package org.btdetect.associate.c;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.resolve.c.Atom;
import org.btdetect.resolve.c.CCall;
import org.btdetect.resolve.c.CValue;

/** The members of a JSON object as libvirt lists them: {@code "s:uri", uri, "b:blk", true}; a letter tells the type. */
final class CommandArguments {

    private static final Pattern KEY = Pattern.compile("[A-Za-z]:(.+)");

    private CommandArguments() {}

    /** Returns {@code uri=fd:migrate, blk}: each member, with its value where that is a known string. */
    static String shape(CCall call, int from) {
        List<String> members = new ArrayList<>();
        for (int i = from; i < call.values().size(); i++) {
            List<String> keys = texts(call.value(i));
            Matcher key = KEY.matcher(keys.size() == 1 ? keys.get(0) : "");
            if (key.matches()) {
                List<String> values = texts(call.value(i + 1));
                members.add(values.isEmpty() ? key.group(1) : key.group(1) + "=" + String.join("|", values));
                i++;
            }
        }
        return String.join(", ", members);
    }

    /** The strings that a value may be; none where it may be anything else. */
    static List<String> texts(CValue value) {
        List<String> texts = new ArrayList<>();
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Text text) {
                texts.add(text.value());
            } else if (!(atom instanceof Atom.Number number && number.value() == 0)) {
                return List.of();
            }
        }
        return texts;
    }
}
