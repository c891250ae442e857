package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/**
 * Something that a function does, wherever in its control structure.
 *
 * @param callee what it does
 * @param site where the function does it
 * @param context how often and under which conditions
 * @param through the calls that were written out on the way, where only one side has them
 * @param shape a hash of all that, without line numbers
 * @param exact the same with line numbers
 */
record Operation(Callee callee, Place site, Context context, List<Operation> through, long shape, long exact) {
    static Operation of(Callee callee, Place site, Context context) {
        return of(callee, site, context, List.of());
    }

    private static Operation of(Callee callee, Place site, Context context, List<Operation> through) {
        Hashing shape = new Hashing().add(callee.content()).add(context.hash());
        through.forEach(call -> shape.add(call.callee.label()));
        long plain = shape.value();
        long exact =
                new Hashing().add(plain).add(callee.exact()).add(site.line()).value();
        return new Operation(callee, site, context, through, plain, exact);
    }

    /** Returns this operation as it occurs in the caller of its function. */
    Operation within(Operation call, int position) {
        List<Operation> way = new ArrayList<>(call.through);
        way.add(call);
        return of(callee, call.site, call.context.around(context, position), way);
    }

    /** Returns the names of the functions that were written out on the way. */
    List<String> way() {
        return through.stream().map(call -> call.callee.label()).toList();
    }

    Optional<Function> function() {
        return callee.function();
    }

    boolean isCall() {
        return callee.isCall();
    }

    String key() {
        return callee.key();
    }

    Layer layer() {
        return callee.layer();
    }

    Sketch sketch() {
        return callee.sketch();
    }

    Map<String, Place> conditions() {
        return context.conditions();
    }

    Occurrence occurrence() {
        return context.occurrence();
    }
}
