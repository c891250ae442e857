package org.btdetect.trace;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.btdetect.frontend.c.CUses.Token;
import org.btdetect.keyword.Level;

/**
 * The functions of libvirt in which every record ends: those behind the logging, error and audit macros, and those that write
 * to a domain's own log.
 *
 * @param use what is written
 * @param format the place of the format among the arguments, from 0
 */
record CSink(Use use, int format) {
    private static final Pattern DOMAIN_LOG = Pattern.compile("[A-Za-z]*(LogContextWrite|LogAppendMessage)");

    /** What a sink writes. */
    enum Use {
        LOG,
        ERROR,
        SYSTEM_ERROR,
        AUDIT,
        DOMAIN_LOG
    }

    static Optional<CSink> of(String function) {
        return switch (function) {
            case "virLogMessage" -> Optional.of(new CSink(Use.LOG, 6));
            case "virReportErrorHelper" -> Optional.of(new CSink(Use.ERROR, 5));
            case "virReportSystemErrorFull" -> Optional.of(new CSink(Use.SYSTEM_ERROR, 5));
            case "virAuditSend" -> Optional.of(new CSink(Use.AUDIT, 8));
            default ->
                function.endsWith("ContextWrite") || function.endsWith("AppendMessage")
                        ? Optional.of(new CSink(Use.DOMAIN_LOG, -1))
                                .filter(sink -> DOMAIN_LOG.matcher(function).matches())
                        : Optional.empty();
        };
    }

    /** The place of the format; a function of the domain log has its own before the first text. */
    int formatIn(List<List<Token>> arguments) {
        if (format >= 0) {
            return format;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).stream().anyMatch(Token::isText)) {
                return i;
            }
        }
        return arguments.size();
    }

    static Level level(List<List<Token>> arguments) {
        String priority = arguments.size() > 1 && !arguments.get(1).isEmpty()
                ? arguments.get(1).get(0).text()
                : "";
        return switch (priority) {
            case "VIR_LOG_INFO" -> Level.INFO;
            case "VIR_LOG_WARN" -> Level.WARNING;
            case "VIR_LOG_ERROR" -> Level.ERROR;
            default -> Level.DEBUG;
        };
    }
}
