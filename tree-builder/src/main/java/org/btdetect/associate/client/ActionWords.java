package org.btdetect.associate.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.client.ActionWord;
import org.btdetect.tree.client.ClientCall;

/** The words that shells have for actions: a command that starts this action and no other. */
public final class ActionWords {

    private ActionWords() {}

    /** @param calls with the actions that they start */
    public static List<ActionWord> of(List<ClientCall> calls, LibraryIndex index) {
        Map<String, String> keys = new TreeMap<>();
        index.entries()
                .forEach(entry -> keys.put(entry.name().toString(), entry.name().key()));
        List<ActionWord> words = new ArrayList<>();
        for (ClientCall call : calls) {
            List<String> started =
                    call.actions().stream().map(keys::get).distinct().toList();
            if (started.size() == 1 && call.kind() == ClientCall.Kind.COMMAND) {
                words.add(new ActionWord(started.get(0), ActionWord.Source.COMMAND, call.name(), call.place()));
            }
        }
        return List.copyOf(words);
    }
}
