package org.btdetect.associate.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.resolve.c.CProgram;
import org.btdetect.resolve.c.Definition;
import org.btdetect.tree.Place;

/**
 * What libvirt does of QEMU's accord: the table from an event's name to its handler ({@code qemuEventHandler}), and the functions
 * that are told when a monitor's or an agent's connection ends ({@code .eofNotify} in {@code qemuMonitorCallbacks}).
 */
public final class MonitorEvents {

    private static final String HANDLERS = "qemuEventHandler";
    private static final List<String> CONNECTIONS = List.of("qemuMonitorCallbacks", "qemuAgentCallbacks");
    private static final String NOTIFIES = "Notify";

    private final CProgram program;

    public MonitorEvents(CProgram program) {
        this.program = program;
    }

    /**
     * An event with its handler.
     *
     * @param name as QEMU spells it, {@code SHUTDOWN}; {@code monitor-eof} for the end of a connection
     * @param at where it is tied to the handler
     */
    public record Event(String name, Place at, Definition handler) {}

    /** The events in the order of their names. */
    public List<Event> all() {
        Map<String, Event> events = new TreeMap<>();
        for (CProgram.Variable table : program.variablesOfType(HANDLERS)) {
            for (Expression.Element element : elements(table)) {
                if (element.value() instanceof Expression.Initializer row
                        && row.elements().size() > 1
                        && row.elements().get(0).value() instanceof Expression.Literal literal
                        && literal.value() instanceof Constant.Text name) {
                    add(events, name.value(), row.elements().get(1).value(), table);
                }
            }
        }
        for (String type : CONNECTIONS) {
            for (CProgram.Variable table : program.variablesOfType(type)) {
                for (Expression.Element element : elements(table)) {
                    String member = element.field().orElse("");
                    if (member.endsWith(NOTIFIES)) {
                        add(events, connection(type) + "-" + member.replace(NOTIFIES, ""), element.value(), table);
                    }
                }
            }
        }
        return List.copyOf(events.values());
    }

    private static String connection(String type) {
        return type.replace("qemu", "").replace("Callbacks", "").toLowerCase(Locale.ROOT);
    }

    private void add(Map<String, Event> events, String name, Expression handler, CProgram.Variable table) {
        if (handler instanceof Expression.Name function) {
            Place at =
                    new Place(program.component(), table.file(), function.at().line());
            program.functions(function.id(), table.file()).stream()
                    .findFirst()
                    .ifPresent(definition -> events.putIfAbsent(name, new Event(name, at, definition)));
        }
    }

    private static List<Expression.Element> elements(CProgram.Variable table) {
        return table.global().initializer().orElse(null) instanceof Expression.Initializer initializer
                ? initializer.elements()
                : new ArrayList<>();
    }
}
