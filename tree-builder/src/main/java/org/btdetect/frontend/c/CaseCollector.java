package org.btdetect.frontend.c;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;
import org.btdetect.program.Statement;

/** Gathers a switch's flat sequence of labels and statements to cases; labels in a row share one body. */
final class CaseCollector {

    private final List<Statement.Case> cases = new ArrayList<>();
    private List<Expression> labels;
    private Position at;
    private boolean byDefault;
    private List<Statement> body = new ArrayList<>();

    /** Begins with statements before any label, which a jump alone reaches. */
    CaseCollector(Position at) {
        this.at = at;
        this.labels = new ArrayList<>(List.of(new Expression.Opaque(at, "", List.of())));
    }

    void label(Position where, Expression label) {
        if (!body.isEmpty() || byDefault || isStart()) {
            begin(where);
        }
        labels.add(label);
    }

    void byDefault(Position where) {
        begin(where);
        byDefault = true;
    }

    List<Statement> body() {
        return body;
    }

    List<Statement.Case> cases() {
        finish();
        return cases;
    }

    private boolean isStart() {
        return cases.isEmpty() && labels.size() == 1 && labels.get(0) instanceof Expression.Opaque;
    }

    private void begin(Position where) {
        finish();
        at = where;
        labels = new ArrayList<>();
        body = new ArrayList<>();
        byDefault = false;
    }

    private void finish() {
        if (!isStart() || !body.isEmpty()) {
            cases.add(new Statement.Case(at, labels, new Block(body)));
        }
    }
}
