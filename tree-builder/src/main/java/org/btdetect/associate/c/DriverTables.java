package org.btdetect.associate.c;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.btdetect.program.Children;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.UnaryOperator;
import org.btdetect.resolve.c.CProgram;
import org.btdetect.resolve.c.CProgram.Variable;

/**
 * Which of libvirt's drivers a deployment uses. A connection's URI scheme selects the {@code virConnectDriver} that lists it.
 * The folder of any other connection driver whose {@code virHypervisorDriver} operates on domains belongs to another daemon:
 * nothing that is defined there is part of the deployment. Drivers of networks, storage and the like operate on no domains
 * and serve every connection. A connection driver without any scheme hands every connection on to a daemon, and its folder holds
 * that daemon too: only its own file is left out.
 */
public final class DriverTables {

    private static final String CONNECT_DRIVER = "virConnectDriver";
    private static final String HYPERVISOR_MEMBER = "hypervisorDriver";
    private static final String DOMAIN_OPERATION = "domain";

    private final Set<String> refused = new TreeSet<>();
    private final Set<String> others = new TreeSet<>();

    /**
     * Reads the connection drivers.
     *
     * @param program the daemon's sources
     * @param scheme the scheme of the connection's URI, {@code qemu}
     */
    public DriverTables(CProgram program, String scheme) {
        Set<String> used = new TreeSet<>();
        for (Variable connection : program.variablesOfType(CONNECT_DRIVER)) {
            if (schemes(connection).contains(scheme)) {
                used.add(folder(connection.file()));
                continue;
            }
            hypervisorTables(program, connection).forEach(table -> others.add(key(table)));
            if (operatesOnDomains(program, connection)) {
                refused.add(schemes(connection).isEmpty() ? connection.file() : folder(connection.file()));
            }
        }
        refused.removeAll(used);
    }

    /** Whether a driver's table has operations on domains, or is not known before the driver runs. */
    private static boolean operatesOnDomains(CProgram program, Variable connection) {
        List<Variable> tables = hypervisorTables(program, connection);
        return tables.isEmpty()
                || tables.stream()
                        .flatMap(table -> elements(table).stream())
                        .anyMatch(element -> element.field().orElse("").startsWith(DOMAIN_OPERATION));
    }

    private static List<Variable> hypervisorTables(CProgram program, Variable connection) {
        return member(connection, HYPERVISOR_MEMBER).stream()
                .filter(Expression.Unary.class::isInstance)
                .map(Expression.Unary.class::cast)
                .filter(unary -> unary.operator() == UnaryOperator.ADDRESS)
                .map(Expression.Unary::operand)
                .filter(Expression.Name.class::isInstance)
                .flatMap(name -> program.variable(((Expression.Name) name).id(), connection.file()).stream())
                .toList();
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    /** Whether a file's definitions are part of the deployment. */
    public boolean admits(String file) {
        return !refused.contains(folder(file)) && !refused.contains(file);
    }

    /** Whether a table may be called through: it is no other connection's hypervisor driver. */
    public boolean serves(Variable table) {
        return !others.contains(key(table));
    }

    private static String key(Variable table) {
        return table.name() + '@' + table.file();
    }

    /** The folders and files that do not belong to the deployment, for messages. */
    public Set<String> refused() {
        return Set.copyOf(refused);
    }

    private static List<Expression.Element> elements(Variable table) {
        return table.global().initializer().orElse(null) instanceof Expression.Initializer initializer
                ? initializer.elements()
                : List.of();
    }

    private static Optional<Expression> member(Variable table, String name) {
        return elements(table).stream()
                .filter(element -> element.field().orElse("").equals(name))
                .map(Expression.Element::value)
                .findFirst();
    }

    private static Set<String> schemes(Variable connection) {
        Set<String> schemes = new TreeSet<>();
        member(connection, "uriSchemes").ifPresent(value -> texts(value, schemes));
        return schemes;
    }

    private static void texts(Expression expression, Set<String> found) {
        if (expression instanceof Expression.Literal literal && literal.value() instanceof Constant.Text text) {
            found.add(text.value());
        }
        Children.of(expression).forEach(child -> texts(child, found));
    }
}
