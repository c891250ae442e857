package org.btdetect.grammar.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;

class CParserTest {

    private static final ATN GRAMMAR = CParser._ATN;

    /** The speed of the parser rests on this; the one exception is C's own, the else that could belong to either if. */
    @Test
    void everyDecisionIsMadeOnOneTokenButTheElse() {
        List<String> undecided = IntStream.range(0, GRAMMAR.getNumberOfDecisions())
                .mapToObj(GRAMMAR::getDecisionState)
                .filter(decision -> !isDecidedByOneToken(decision))
                .map(decision -> CParser.ruleNames[decision.ruleIndex])
                .toList();
        assertEquals(List.of("statement"), undecided);
    }

    private static boolean isDecidedByOneToken(DecisionState decision) {
        IntervalSet seen = new IntervalSet();
        for (IntervalSet alternative : new LL1Analyzer(GRAMMAR).getDecisionLookahead(decision)) {
            if (!seen.and(Objects.requireNonNull(alternative)).isNil()) {
                return false;
            }
            seen.addAll(alternative);
        }
        return true;
    }
}
