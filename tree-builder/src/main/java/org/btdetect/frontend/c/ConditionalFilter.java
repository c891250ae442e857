package org.btdetect.frontend.c;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Chooses the branches of {@code #if} groups, without evaluating a condition.
 *
 * <p>All branches stay where each is a sequence of whole items (brackets balanced, ending with {@code ;}, {@code &#125;},
 * {@code ,} or {@code :}), so that what any configuration does is seen. Where they are alternatives within one item, the first
 * that balances its brackets stays, or the first at all. {@code #if 0} and {@code #ifdef __cplusplus} never stay.
 */
final class ConditionalFilter {

    private static final Pattern NEVER = Pattern.compile(
            "#\\s*(el)?(if\\s*\\(?\\s*0\\s*\\)?|ifdef\\s+__cplusplus|if\\s+defined\\s*\\(?\\s*__cplusplus\\s*\\)?)\\s*(/[*/].*)?",
            Pattern.DOTALL);
    private static final Pattern ALWAYS = Pattern.compile("#\\s*(el)?if\\s+1\\s*(/[*/].*)?", Pattern.DOTALL);

    /** A branch: the token of its directive, and where its own tokens end. */
    private record Branch(int directive, int end) {}

    /** Conditions within conditions; deeper ones are read as if they were not there. */
    private static final int DEEPEST = 200;

    private final RawTokens tokens;
    private int depth;
    private final BitSet dropped = new BitSet();

    private ConditionalFilter(RawTokens tokens) {
        this.tokens = tokens;
    }

    /** The indices of the tokens that are not to be read: directives, and the branches not chosen. */
    static BitSet dropped(RawTokens tokens) {
        ConditionalFilter filter = new ConditionalFilter(tokens);
        int i = 0;
        while (i < tokens.size()) {
            i = filter.skip(i);
        }
        return filter.dropped;
    }

    /** Handles the token at {@code i}, or the whole group that begins there; returns the index behind. */
    private int skip(int i) {
        if (tokens.kind(i) != RawTokens.DIRECTIVE) {
            return i + 1;
        }
        dropped.set(i);
        if (depth == DEEPEST || !Directives.name(tokens.text(i)).startsWith("if")) {
            return i + 1;
        }
        depth++;
        int next = group(i);
        depth--;
        return next;
    }

    private int group(int first) {
        List<Branch> branches = new ArrayList<>();
        int directive = first;
        int i = first + 1;
        while (i < tokens.size()) {
            String name = tokens.kind(i) == RawTokens.DIRECTIVE ? Directives.name(tokens.text(i)) : "";
            if (name.equals("endif") || name.equals("else") || name.startsWith("elif")) {
                branches.add(new Branch(directive, i));
                directive = i;
            }
            if (name.equals("endif")) {
                break;
            }
            i = skip(i);
        }
        if (i >= tokens.size()) {
            branches.add(new Branch(directive, i));
        } else {
            dropped.set(i);
        }
        choose(branches);
        return Math.min(i + 1, tokens.size());
    }

    private void choose(List<Branch> branches) {
        List<Branch> candidates = new ArrayList<>();
        boolean decided = false;
        for (Branch branch : branches) {
            String condition = tokens.text(branch.directive());
            if (decided || NEVER.matcher(condition).matches()) {
                drop(branch);
            } else {
                candidates.add(branch);
                decided = ALWAYS.matcher(condition).matches();
            }
        }
        if (candidates.size() > 1 && !candidates.stream().allMatch(this::isWhole)) {
            Branch chosen = candidates.stream()
                    .filter(branch -> !isEmpty(branch) && isBalanced(branch))
                    .findFirst()
                    .orElse(candidates.get(0));
            candidates.stream().filter(branch -> branch != chosen).forEach(this::drop);
        }
    }

    private void drop(Branch branch) {
        dropped.set(branch.directive(), branch.end());
    }

    private boolean isEmpty(Branch branch) {
        return dropped.nextClearBit(branch.directive()) >= branch.end();
    }

    private boolean isWhole(Branch branch) {
        int last = dropped.previousClearBit(branch.end() - 1);
        char sign = tokens.sign(last);
        boolean begins = !tokens.is(dropped.nextClearBit(branch.directive()), "else");
        boolean ends = last <= branch.directive() || sign == ';' || sign == '}' || sign == ',' || sign == ':';
        return begins && ends && isBalanced(branch);
    }

    private boolean isBalanced(Branch branch) {
        int depth = 0;
        for (int i = dropped.nextClearBit(branch.directive()); i < branch.end(); i = dropped.nextClearBit(i + 1)) {
            char sign = tokens.sign(i);
            if (sign == '(' || sign == '{' || sign == '[') {
                depth++;
            } else if (sign == ')' || sign == '}' || sign == ']') {
                depth--;
            }
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
