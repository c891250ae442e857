package org.btdetect.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.Template;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.program.Block;
import org.btdetect.program.Children;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.ExpressionText;
import org.btdetect.program.Language;
import org.btdetect.program.Module;
import org.btdetect.program.Statement;
import org.btdetect.program.StatementParts;
import org.btdetect.tree.Place;

/** The log statements of a Python module: calls of the methods of what {@code getLogger} gave. */
final class PythonLogStatements {
    /** The function that makes loggers. */
    static final String FACTORY = "getLogger";

    private static final Map<String, Level> METHODS = Map.ofEntries(
            Map.entry("debug", Level.DEBUG),
            Map.entry("trace", Level.DEBUG),
            Map.entry("info", Level.INFO),
            Map.entry("audit", Level.AUDIT),
            Map.entry("warn", Level.WARNING),
            Map.entry("warning", Level.WARNING),
            Map.entry("error", Level.ERROR),
            Map.entry("exception", Level.ERROR),
            Map.entry("critical", Level.CRITICAL),
            Map.entry("fatal", Level.CRITICAL));

    private final String component;
    private final String file;
    private final String module;
    private final Map<String, String> loggers = new HashMap<>();
    private final List<LogStatement> statements = new ArrayList<>();

    /** What is assigned to names and attributes, from the module inwards. */
    private record Scope(String function, Map<String, List<Expression>> assigned, Optional<Scope> outer) {
        List<Expression> values(String name) {
            List<Expression> own = assigned.getOrDefault(name, List.of());
            return own.isEmpty() ? outer.map(scope -> scope.values(name)).orElse(List.of()) : own;
        }
    }

    private PythonLogStatements(String component, String file, String module) {
        this.component = component;
        this.file = file;
        this.module = module;
    }

    /**
     * Returns the statements in the order of the text.
     *
     * @param name the module's dotted name
     */
    static List<LogStatement> of(String component, Module module, String name) {
        PythonLogStatements reader = new PythonLogStatements(component, module.file(), name);
        reader.inside("", module.body(), Optional.empty());
        return List.copyOf(reader.statements);
    }

    private void inside(String function, Block body, Optional<Scope> outer) {
        Scope scope = new Scope(function, new HashMap<>(), outer);
        collect(body, "", scope);
        block(body, scope);
    }

    /** Collects assignments ahead: those of a class are seen by its methods through {@code self}. */
    private void collect(Block body, String prefix, Scope scope) {
        for (Statement statement : body.statements()) {
            if (statement instanceof Statement.Assign assign) {
                assign.targets().forEach(target -> assign(target, prefix, assign.value(), scope));
            } else if (statement instanceof Statement.AnnotatedAssign assign
                    && assign.value().isPresent()) {
                assign(assign.target(), prefix, assign.value().get(), scope);
            } else {
                StatementParts.of(statement).blocks().forEach(inner -> collect(inner, prefix, scope));
            }
        }
    }

    private void assign(Expression target, String prefix, Expression value, Scope scope) {
        String name = prefix + ExpressionText.bounded(Language.PYTHON, target);
        scope.assigned().computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        if (value instanceof Expression.Call call && calleeName(call).equals(FACTORY)) {
            loggers.put(name, logger(call));
        }
    }

    private static String calleeName(Expression.Call call) {
        if (call.callee() instanceof Expression.Attribute attribute) {
            return attribute.name();
        }
        return call.callee() instanceof Expression.Name name ? name.id() : "";
    }

    /** The name that a logger is made with: a constant's, the module's, or none that is known. */
    private String logger(Expression.Call factory) {
        List<Expression> arguments = PythonMessages.positional(factory);
        if (arguments.isEmpty()) {
            return "";
        }
        if (arguments.get(0) instanceof Expression.Literal literal && literal.value() instanceof Constant.Text text) {
            return text.value();
        }
        return arguments.get(0) instanceof Expression.Name name && name.id().equals("__name__") ? module : "";
    }

    private void block(Block block, Scope scope) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.FunctionDefinition definition) {
                definition.decorators().forEach(decorator -> expression(decorator, scope));
                inside(
                        definition.function().qualifiedName(),
                        definition.function().body().block(),
                        Optional.of(scope));
            } else if (statement instanceof Statement.ClassDefinition definition) {
                Scope own = new Scope(scope.function(), new HashMap<>(), Optional.of(scope));
                collect(definition.body(), "self.", own);
                block(definition.body(), own);
            } else {
                StatementParts parts = StatementParts.of(statement);
                parts.expressions().forEach(one -> expression(one, scope));
                parts.blocks().forEach(inner -> block(inner, scope));
            }
        }
    }

    private void expression(Expression expression, Scope scope) {
        if (expression instanceof Expression.Lambda lambda) {
            block(lambda.function().body().block(), scope);
        }
        if (expression instanceof Expression.Call call && call.callee() instanceof Expression.Attribute method) {
            String logger = loggers.get(ExpressionText.bounded(Language.PYTHON, method.target()));
            if (logger != null) {
                log(call, method.name(), logger, scope);
            }
        }
        Children.of(expression).forEach(child -> expression(child, scope));
    }

    private void log(Expression.Call call, String method, String logger, Scope scope) {
        List<Expression> arguments = PythonMessages.positional(call);
        boolean chosen = method.equals("log") && arguments.size() > 1;
        Level level = chosen ? level(arguments.get(0)) : METHODS.getOrDefault(method, Level.NONE);
        if (level == Level.NONE || arguments.isEmpty()) {
            return;
        }
        int message = chosen ? 1 : 0;
        PythonMessages messages = new PythonMessages(scope::values);
        List<Expression> rest = arguments.subList(message + 1, arguments.size());
        TracePoint.Origin origin =
                new TracePoint.Origin(new Place(component, file, call.at().line()), scope.function());
        for (Template template : messages.templates(arguments.get(message), rest)) {
            statements.add(new LogStatement(
                    TracePointKind.LOG_STATEMENT,
                    new TracePoint.Channel(LogSource.NOVA_LOG, level, logger),
                    template,
                    origin));
        }
    }

    /** The level that {@code LOG.log} is given, the lowest where it is not a constant. */
    private static Level level(Expression expression) {
        return expression instanceof Expression.Attribute attribute
                ? METHODS.getOrDefault(attribute.name().toLowerCase(Locale.ROOT), Level.DEBUG)
                : Level.DEBUG;
    }
}
