package org.btdetect.frontend.python;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.btdetect.grammar.python.PythonParser.DisjunctionContext;
import org.btdetect.grammar.python.PythonParser.ElementContext;
import org.btdetect.grammar.python.PythonParser.GroupContext;
import org.btdetect.grammar.python.PythonParser.NamedExpressionContext;
import org.btdetect.grammar.python.PythonParser.PrimaryContext;
import org.btdetect.grammar.python.PythonParser.TestContext;
import org.btdetect.grammar.python.PythonParser.YieldExpressionContext;

/** Tells parentheses that only group from those of a tuple or generator. */
final class Groups {
    private Groups() {}

    /** Whether the parentheses hold one expression, so that they are no part of it. */
    static boolean onlyGroups(GroupContext group) {
        if (group.getChildCount() != 3) {
            return false;
        }
        ParseTree content = group.getChild(1);
        return content instanceof YieldExpressionContext
                || content instanceof ElementContext element && element.STAR() == null;
    }

    /** The innermost expression, without the parentheses around it; the group itself where it is more than that. */
    static ParserRuleContext unwrap(GroupContext group) {
        GroupContext current = group;
        while (onlyGroups(current)) {
            ParserRuleContext content = (ParserRuleContext) current.getChild(1);
            ParserRuleContext alone = descend(content);
            if (!(alone instanceof GroupContext inner)) {
                return content;
            }
            current = inner;
        }
        return current;
    }

    private static ParserRuleContext descend(ParserRuleContext context) {
        ParserRuleContext current = context;
        while (isChain(current) && current.getChildCount() == 1) {
            current = (ParserRuleContext) current.getChild(0);
            if (current instanceof PrimaryContext && !(current.getChild(0) instanceof GroupContext)) {
                return current;
            }
        }
        return current;
    }

    private static boolean isChain(ParserRuleContext context) {
        return context instanceof ElementContext
                || context instanceof NamedExpressionContext
                || context instanceof TestContext
                || context instanceof DisjunctionContext
                || context instanceof PrimaryContext;
    }
}
