package org.btdetect.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.frontend.c.CUses;
import org.btdetect.frontend.c.CUses.Token;
import org.btdetect.keyword.FieldKind;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.Piece;
import org.btdetect.keyword.Template;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.tree.Place;

/** The log statements of a C file, through whatever macros they are written. */
final class CLogStatements {
    /** Gives the log source of a file its name. */
    static final String LOG_NAME = "VIR_LOG_INIT";

    private static final String RECORD_TYPE = "VIR_AUDIT_RECORD_";

    private final String component;
    private final CPlans plans;
    private final Map<String, Template> errors;
    private final Set<String> api;

    /**
     * @param errors what a message of each error code looks like
     * @param api the names of public functions
     */
    CLogStatements(String component, CPlans plans, Map<String, Template> errors, Set<String> api) {
        this.component = component;
        this.plans = plans;
        this.errors = new HashMap<>(errors);
        this.api = Set.copyOf(api);
    }

    List<LogStatement> in(String file, List<CUses.Use> uses) {
        List<LogStatement> statements = new ArrayList<>();
        String logger = "";
        for (CUses.Use use : uses) {
            if (use.name().equals(LOG_NAME) && !use.arguments().isEmpty()) {
                logger = CFormat.text(use.arguments().get(0)).orElse("");
                continue;
            }
            if (use.function().isEmpty()) {
                continue;
            }
            TracePoint.Origin origin = new TracePoint.Origin(new Place(component, file, use.line()), use.function());
            for (CPlans.Call call : plans.calls(use.name(), use.arguments(), file)) {
                add(call, logger, origin, statements);
            }
        }
        return statements;
    }

    private void add(CPlans.Call call, String logger, TracePoint.Origin origin, List<LogStatement> statements) {
        List<List<Token>> arguments = call.arguments();
        int format = call.sink().formatIn(arguments);
        if (format >= arguments.size()) {
            return;
        }
        List<Token> text = plans.expanded(arguments.get(format), origin.place().file());
        for (Template template : CFormat.templates(text, arguments.subList(format + 1, arguments.size()))) {
            switch (call.sink().use()) {
                case LOG -> statements.add(log(template, CSink.level(arguments), logger, origin));
                case ERROR -> statements.add(error(template, code(arguments), logger, origin));
                case SYSTEM_ERROR ->
                    statements.add(error(systemError(template), "VIR_ERR_SYSTEM_ERROR", logger, origin));
                case AUDIT -> audit(template, arguments, logger, origin, statements);
                case DOMAIN_LOG -> statements.add(domainLog(template, origin));
            }
        }
    }

    private LogStatement log(Template template, Level level, String logger, TracePoint.Origin origin) {
        boolean call = level == Level.DEBUG && api.contains(origin.function());
        TracePointKind kind = call ? TracePointKind.API_CALL : TracePointKind.LOG_STATEMENT;
        return new LogStatement(kind, new TracePoint.Channel(LogSource.LIBVIRT_LOG, level, logger), template, origin);
    }

    private LogStatement error(Template template, String code, String logger, TracePoint.Origin origin) {
        Template whole = Optional.ofNullable(errors.get(code))
                .map(around -> around(around, template))
                .orElse(template);
        return new LogStatement(
                TracePointKind.ERROR_REPORT,
                new TracePoint.Channel(LogSource.LIBVIRT_LOG, Level.ERROR, logger),
                whole,
                origin);
    }

    private static String code(List<List<Token>> arguments) {
        return arguments.get(1).size() == 1 ? arguments.get(1).get(0).text() : "";
    }

    private static Template systemError(Template template) {
        return template.then(new Template(List.of(new Piece.Literal(": "), new Piece.Field("errno", FieldKind.TEXT))));
    }

    /** The template with its one field replaced. */
    private static Template around(Template outer, Template inner) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : outer.pieces()) {
            if (piece instanceof Piece.Field) {
                pieces.addAll(inner.pieces());
            } else {
                pieces.add(piece);
            }
        }
        return new Template(pieces);
    }

    /** A record for the audit daemon, which the log repeats with the outcome in front. */
    private static void audit(
            Template template,
            List<List<Token>> arguments,
            String logger,
            TracePoint.Origin origin,
            List<LogStatement> statements) {
        String type = arguments.get(6).isEmpty() ? "" : arguments.get(6).get(0).text();
        String record = type.startsWith(RECORD_TYPE) ? type.substring(RECORD_TYPE.length()) : type;
        statements.add(new LogStatement(
                TracePointKind.AUDIT_RECORD,
                new TracePoint.Channel(
                        LogSource.VIRT_AUDIT, Level.NONE, "VIRT_" + record.replace("MACHINE_CONTROL", "CONTROL")),
                template,
                origin));
        for (Level level : List.of(Level.INFO, Level.WARNING)) {
            Template outcome = Template.literal(level == Level.INFO ? "success=yes " : "success=no ");
            statements.add(new LogStatement(
                    TracePointKind.AUDIT_RECORD,
                    new TracePoint.Channel(LogSource.LIBVIRT_LOG, level, logger),
                    outcome.then(template),
                    origin));
        }
    }

    /** A line of the domain's log, without the time in front of it and the line's end. */
    private static LogStatement domainLog(Template template, TracePoint.Origin origin) {
        List<Piece> pieces = new ArrayList<>(template.pieces());
        if (pieces.size() > 1
                && pieces.get(0) instanceof Piece.Field
                && pieces.get(1) instanceof Piece.Literal literal
                && literal.text().startsWith(": ")) {
            pieces.remove(0);
            String rest = literal.text().substring(2);
            if (rest.isEmpty()) {
                pieces.remove(0);
            } else {
                pieces.set(0, new Piece.Literal(rest));
            }
        }
        int last = pieces.size() - 1;
        if (last >= 0
                && pieces.get(last) instanceof Piece.Literal literal
                && literal.text().endsWith("\n")) {
            String rest = literal.text().substring(0, literal.text().length() - 1);
            if (rest.isEmpty()) {
                pieces.remove(last);
            } else {
                pieces.set(last, new Piece.Literal(rest));
            }
        }
        return new LogStatement(
                TracePointKind.DOMAIN_LOG_LINE,
                new TracePoint.Channel(LogSource.DOMAIN_LOG, Level.NONE, ""),
                new Template(pieces),
                origin);
    }
}
