package org.btdetect.grammar.python;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;

class PythonParserTest {
    private static final ATN GRAMMAR = PythonParser._ATN;

    /** The speed of the parser rests on this: where it holds, ANTLR generates a switch and never simulates the ATN. */
    @Test
    void everyDecisionIsMadeOnOneToken() {
        assertAll(IntStream.range(0, GRAMMAR.getNumberOfDecisions())
                .mapToObj(GRAMMAR::getDecisionState)
                .map(decision -> () -> assertIsLL1(decision)));
    }

    private static void assertIsLL1(DecisionState decision) {
        String rule = PythonParser.ruleNames[decision.ruleIndex];
        IntervalSet seen = new IntervalSet();
        for (IntervalSet alternative : new LL1Analyzer(GRAMMAR).getDecisionLookahead(decision)) {
            assertNotNull(alternative, rule);
            IntervalSet both = seen.and(alternative);
            assertTrue(both.isNil(), () -> rule + " cannot tell on " + both.toString(PythonParser.VOCABULARY));
            seen.addAll(alternative);
        }
    }
}
