package org.btdetect.tree.client;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.btdetect.tree.Component;

/**
 * Who starts the actions of a library.
 *
 * @param clients the client programs that were read
 * @param calls their commands and methods, sorted
 * @param words the words for actions, sorted
 * @param bindings the methods of bindings to the layers below, sorted
 * @param missing what could not be read, and why, a sentence each
 */
public record ClientCatalog(
        List<Component> clients,
        List<ClientCall> calls,
        List<ActionWord> words,
        List<BindingMethod> bindings,
        List<String> missing) {
    /** A catalogue of a library that was built without client programs. */
    public static final ClientCatalog NONE = new ClientCatalog(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Sorts everything but what is missing. */
    public ClientCatalog {
        clients = List.copyOf(clients);
        calls = calls.stream().sorted().toList();
        words = words.stream().distinct().sorted().toList();
        bindings = bindings.stream().sorted().toList();
        missing = List.copyOf(missing);
    }

    /**
     * Returns the names by which users know the action of a key: words, no sentences. What the service calls several of its
     * actions is no name of any of them, nor what a shell calls another.
     */
    public SortedSet<String> aliases(String action) {
        SortedSet<String> aliases = new TreeSet<>();
        for (ActionWord word : words) {
            boolean sentence = word.source() == ActionWord.Source.DESCRIPTION;
            if (word.action().equals(action) && !sentence && (isOfShell(word) || isUnique(word))) {
                aliases.add(word.text());
            }
        }
        aliases.remove(action);
        return aliases;
    }

    private static boolean isOfShell(ActionWord word) {
        return word.source() == ActionWord.Source.COMMAND;
    }

    private boolean isUnique(ActionWord word) {
        return words.stream()
                .filter(other -> other.text().equals(word.text()))
                .allMatch(other -> other.action().equals(word.action()));
    }

    /** Returns the calls that are there to start an action. */
    public List<ClientCall> starting(String action) {
        return calls.stream().filter(call -> call.actions().contains(action)).toList();
    }
}
