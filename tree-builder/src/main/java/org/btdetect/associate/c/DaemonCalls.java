package org.btdetect.associate.c;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.btdetect.program.Expression;
import org.btdetect.program.TranslationUnit.Field;
import org.btdetect.resolve.c.CProgram;
import org.btdetect.resolve.c.Mentions;

/**
 * Which functions of libvirt's library ask the daemon: those that choose one of the drivers that make up a connection
 * ({@code virConnectDriver}) or call an operation of one, themselves or through functions that they name. All others, such as
 * those that read the last error or an object's name, run within their caller.
 */
public final class DaemonCalls {

    private static final String CONNECTION = "virConnectDriver";

    private static final int MOST_NAMES = 4;
    private static final Pattern QUALIFIERS = Pattern.compile("\\b(const|struct)\\b|[*\\s]");

    private final Set<String> asking = new HashSet<>();
    private final boolean isKnown;

    public DaemonCalls(CProgram program) {
        Set<String> operations = operations(program);
        isKnown = !operations.isEmpty();
        if (isKnown) {
            solve(program.mentions(), operations);
        }
    }

    /** Whether a function with external linkage asks the daemon; true for all where the sources have no connections. */
    public boolean asks(String function) {
        return !isKnown || asking.contains(function);
    }

    private static Set<String> operations(CProgram program) {
        Set<String> operations = new HashSet<>();
        program.struct(CONNECTION).or(() -> program.struct('_' + CONNECTION)).ifPresent(connection -> {
            for (Field driver : connection.fields()) {
                List<CProgram.Variable> tables = tables(program, driver.type());
                if (!tables.isEmpty()) {
                    operations.add(driver.name());
                    tables.forEach(table -> operations(table, program, operations));
                }
            }
        });
        return operations;
    }

    /** The tables that a pointer of the type may point to, whether it is written as a pointer or named as one. */
    private static List<CProgram.Variable> tables(CProgram program, String pointer) {
        String type = QUALIFIERS.matcher(pointer).replaceAll("");
        for (int names = 0; names < MOST_NAMES; names++) {
            List<CProgram.Variable> tables = program.variablesOfType(type);
            Optional<String> meaning = program.typedef(type);
            if (!tables.isEmpty() || meaning.isEmpty()) {
                return tables;
            }
            type = QUALIFIERS.matcher(meaning.get()).replaceAll("");
        }
        return List.of();
    }

    private static void operations(CProgram.Variable table, CProgram program, Set<String> found) {
        if (table.global().initializer().orElse(null) instanceof Expression.Initializer initializer) {
            for (Expression.Element element : initializer.elements()) {
                if (element.value() instanceof Expression.Name name
                        && !program.functions(name.id(), table.file()).isEmpty()) {
                    element.field().ifPresent(found::add);
                }
            }
        }
    }

    private void solve(Mentions mentions, Set<String> operations) {
        List<String> symbols = mentions.symbols();
        List<Mentions.Owner> open = new ArrayList<>(mentions.functions());
        Set<String> statics = new HashSet<>();
        open.removeIf(
                owner -> IntStream.of(owner.members()).anyMatch(member -> operations.contains(symbols.get(member)))
                        && add(owner, statics));
        boolean changed = true;
        while (changed) {
            changed = open.removeIf(owner -> IntStream.of(owner.names())
                            .mapToObj(symbols::get)
                            .anyMatch(name -> asking.contains(name) || statics.contains(name + '@' + owner.file()))
                    && add(owner, statics));
        }
    }

    private boolean add(Mentions.Owner owner, Set<String> statics) {
        return owner.isStatic() ? statics.add(owner.name() + '@' + owner.file()) : asking.add(owner.name());
    }
}
