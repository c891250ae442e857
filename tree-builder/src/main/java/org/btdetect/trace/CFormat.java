package org.btdetect.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.btdetect.frontend.c.CUses.Token;
import org.btdetect.keyword.FieldKind;
import org.btdetect.keyword.PercentFormat;
import org.btdetect.keyword.Piece;
import org.btdetect.keyword.Template;

/** The templates of a printf-like call: its format, its constant arguments filled in. */
final class CFormat {
    /** Functions that translate a text. */
    static final Set<String> TRANSLATIONS = Set.of("_", "N_");

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern INTTYPE_FORMAT = Pattern.compile("PRI([diuxXo])(\\w*)");

    private CFormat() {}

    /**
     * Returns the templates that a format may be, several where it depends on a condition.
     *
     * @param arguments what stands behind the format
     */
    static List<Template> templates(List<Token> format, List<List<Token>> arguments) {
        List<String> names = arguments.stream().map(CFormat::name).toList();
        List<Template> templates = new ArrayList<>();
        for (List<Token> alternative : alternatives(format)) {
            Optional<String> text = text(alternative);
            templates.add(
                    text.isPresent()
                            ? filled(PercentFormat.parse(text.get(), names), arguments)
                            : new Template(List.of(new Piece.Field("message", FieldKind.TEXT))));
        }
        return templates;
    }

    /** The branches of {@code test ? a : b}, whichever brackets they stand in. */
    private static List<List<Token>> alternatives(List<Token> tokens) {
        int question = index(tokens, "?", 0);
        int colon = question < 0 ? -1 : index(tokens, ":", question);
        if (colon < 0) {
            return List.of(tokens);
        }
        List<List<Token>> all = new ArrayList<>(alternatives(tokens.subList(question + 1, colon)));
        all.addAll(alternatives(tokens.subList(colon + 1, tokens.size())));
        return all;
    }

    private static int index(List<Token> tokens, String sign, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (CMacroText.is(tokens.get(i), sign)) {
                return i;
            }
        }
        return -1;
    }

    /** The text of literals beside each other; empty if something else decides it. */
    static Optional<String> text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        boolean literal = false;
        for (Token token : tokens) {
            var integer = INTTYPE_FORMAT.matcher(token.text());
            if (token.isText()) {
                text.append(token.text());
                literal = true;
            } else if (integer.matches()) {
                text.append(integer.group(1));
            } else if (WORD.matcher(token.text()).matches() && !TRANSLATIONS.contains(token.text())) {
                text.append("%s");
            } else if (token.text().startsWith("->")
                    || token.text().equals("[")
                    || token.text().equals("->")) {
                return Optional.empty();
            }
        }
        return literal ? Optional.of(text.toString()) : Optional.empty();
    }

    private static Template filled(Template template, List<List<Token>> arguments) {
        List<Piece> pieces = new ArrayList<>();
        int number = 0;
        for (Piece piece : template.pieces()) {
            if (piece instanceof Piece.Field field) {
                List<Token> argument = number < arguments.size() ? arguments.get(number) : List.of();
                Optional<String> constant = field.kind() == FieldKind.TEXT ? constant(argument) : Optional.empty();
                constant.filter(text -> !text.isEmpty()).map(Piece.Literal::new).ifPresent(pieces::add);
                if (constant.isEmpty()) {
                    pieces.add(field);
                }
                number++;
            } else {
                pieces.add(piece);
            }
        }
        return new Template(pieces);
    }

    /** The text of an argument that is a literal, translated or not. */
    private static Optional<String> constant(List<Token> tokens) {
        boolean plain = tokens.stream()
                .allMatch(
                        token -> token.isText() || TRANSLATIONS.contains(token.text()) || "()".contains(token.text()));
        return plain ? text(tokens) : Optional.empty();
    }

    /** The last name of an argument that is no function's. */
    private static String name(List<Token> tokens) {
        String name = "";
        for (int i = 0; i < tokens.size(); i++) {
            boolean called = i + 1 < tokens.size() && CMacroText.is(tokens.get(i + 1), "(");
            if (!tokens.get(i).isText()
                    && !called
                    && WORD.matcher(tokens.get(i).text()).matches()) {
                name = tokens.get(i).text();
            }
        }
        return name;
    }
}
