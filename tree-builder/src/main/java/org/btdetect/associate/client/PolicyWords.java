package org.btdetect.associate.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.program.Argument;
import org.btdetect.program.Expression;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.ModuleSource;
import org.btdetect.resolve.python.PyModule;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.Place;
import org.btdetect.tree.Route;
import org.btdetect.tree.client.ActionWord;
import org.btdetect.tree.client.ClientRequest;

/**
 * The service's own words for its operations: oslo.policy's documented rules, each with the operations that it governs. The last part
 * of a rule's name is a word, its description a sentence.
 */
public final class PolicyWords {

    private static final String RULE = "DocumentedRuleDefault";
    private static final Pattern PATH = Pattern.compile("^(/\\S+?)/?(?:\\s*\\((\\S+)\\))?$");
    private static final int PARTS_OF_A_RULE = 3;

    private final Interpreter interpreter;

    /** @param modules the modules of the service */
    public PolicyWords(ModuleSource modules) {
        interpreter = Interpreter.keepingTemplates(modules, List.of());
    }

    /** The words for the actions of a library. */
    public List<ActionWord> of(LibraryIndex index) {
        RouteTable routes = new RouteTable(index);
        List<ActionWord> words = new ArrayList<>();
        for (String name : interpreter.source().modulesContaining(RULE)) {
            interpreter
                    .module(name)
                    .ifPresent(module -> module.assignments().values().forEach(value -> {
                        if (value instanceof Expression.Collection list) {
                            list.elements().stream()
                                    .filter(PolicyWords::isRule)
                                    .forEach(rule -> rule(module, (Expression.Call) rule, routes, index, words));
                        }
                    }));
        }
        return words;
    }

    private static boolean isRule(Expression element) {
        return element instanceof Expression.Call call && call.calleeText().endsWith(RULE);
    }

    private void rule(
            PyModule module, Expression.Call rule, RouteTable routes, LibraryIndex index, List<ActionWord> words) {
        Optional<String> name = argument(rule, "name", 0).flatMap(value -> text(module, value));
        Optional<String> description = argument(rule, "description", 2).flatMap(value -> text(module, value));
        Place place = module.place(rule.at());
        for (ClientRequest operation : operations(module, rule, place)) {
            for (String action : routes.actions(operation)) {
                String key =
                        index.entry(action).map(entry -> entry.name().key()).orElse(action);
                name.map(text -> text.split(":", -1))
                        .filter(parts -> parts.length == PARTS_OF_A_RULE)
                        .ifPresent(parts -> words.add(new ActionWord(key, ActionWord.Source.POLICY, parts[2], place)));
                description
                        .map(text -> text.strip().replaceAll("\\s+", " "))
                        .ifPresent(text -> words.add(new ActionWord(key, ActionWord.Source.DESCRIPTION, text, place)));
            }
        }
    }

    private List<ClientRequest> operations(PyModule module, Expression.Call rule, Place place) {
        List<ClientRequest> requests = new ArrayList<>();
        Optional<Expression> given = argument(rule, "operations", 3);
        if (given.isPresent() && given.get() instanceof Expression.Collection list) {
            for (Expression element : list.elements()) {
                if (element instanceof Expression.Mapping mapping) {
                    String method = entry(module, mapping, "method");
                    Matcher path = PATH.matcher(entry(module, mapping, "path"));
                    if (path.matches()) {
                        Route route = new Route(method, path.group(1).replaceAll("\\{[^}]*\\}", "{}"));
                        String key = path.group(2) == null ? "" : path.group(2);
                        requests.add(new ClientRequest(route, key, place, List.of(), List.of()));
                    }
                }
            }
        }
        return requests;
    }

    private String entry(PyModule module, Expression.Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().flatMap(name -> text(module, name)).equals(Optional.of(key)))
                .findFirst()
                .flatMap(entry -> text(module, entry.value()))
                .orElse("");
    }

    private Optional<String> text(PyModule module, Expression expression) {
        return interpreter.evaluate(module, expression).asText();
    }

    private static Optional<Expression> argument(Expression.Call call, String keyword, int position) {
        List<Argument> arguments = call.arguments();
        Optional<Expression> named = arguments.stream()
                .filter(argument -> argument.kind() == Argument.Kind.KEYWORD
                        && argument.name().equals(keyword))
                .map(Argument::value)
                .findFirst();
        boolean positional =
                arguments.size() > position && arguments.get(position).kind() == Argument.Kind.POSITIONAL;
        return named.or(() -> positional ? Optional.of(arguments.get(position).value()) : Optional.empty());
    }
}
