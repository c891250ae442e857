package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.program.Block;
import org.btdetect.program.Statement;

/** The blocks directly inside a statement that run in its own scope. */
final class SubBlocks {

    private SubBlocks() {}

    static List<Block> of(Statement statement) {
        if (statement instanceof Statement.If branch) {
            return List.of(branch.then(), branch.otherwise());
        }
        if (statement instanceof Statement.While loop) {
            return List.of(loop.body(), loop.otherwise());
        }
        if (statement instanceof Statement.ForEach loop) {
            return List.of(loop.body(), loop.otherwise());
        }
        if (statement instanceof Statement.With with) {
            return List.of(with.body());
        }
        if (statement instanceof Statement.Try attempt) {
            List<Block> blocks = new ArrayList<>(List.of(attempt.body()));
            attempt.handlers().forEach(handler -> blocks.add(handler.body()));
            blocks.add(attempt.otherwise());
            blocks.add(attempt.finalBody());
            return blocks;
        }
        if (statement instanceof Statement.Match match) {
            return match.cases().stream().map(Statement.MatchCase::body).toList();
        }
        return List.of();
    }
}
