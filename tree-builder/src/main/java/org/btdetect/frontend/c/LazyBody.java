package org.btdetect.frontend.c;

import java.util.function.Supplier;
import org.btdetect.program.Block;
import org.btdetect.program.Function;
import org.jspecify.annotations.Nullable;

/** A function's body that is parsed when it is first asked for. */
final class LazyBody implements Function.Body {

    private final Supplier<Block> parse;
    private volatile @Nullable Block parsed;

    LazyBody(Supplier<Block> parse) {
        this.parse = parse;
    }

    @Override
    public Block block() {
        Block result = parsed;
        return result != null ? result : parsedOnce();
    }

    private synchronized Block parsedOnce() {
        Block result = parsed;
        if (result == null) {
            result = parse.get();
            parsed = result;
        }
        return result;
    }
}
