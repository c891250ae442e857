package org.btdetect.frontend.c;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.btdetect.grammar.c.CParser;
import org.btdetect.grammar.c.CSyntaxException;
import org.btdetect.program.Block;
import org.btdetect.program.Function;
import org.btdetect.program.Parameter;
import org.btdetect.program.Position;
import org.btdetect.program.Problem;
import org.btdetect.program.TranslationUnit;
import org.btdetect.program.TranslationUnit.CFunction;
import org.btdetect.program.TranslationUnit.EnumConstant;
import org.btdetect.program.TranslationUnit.Global;
import org.btdetect.program.TranslationUnit.Prototype;
import org.btdetect.program.TranslationUnit.Struct;

/** Reads one file; used once. */
final class UnitReader {

    private final String file;
    private final SourceText source;
    private final Consumer<Problem> lateProblems;
    private final RawTokens all;
    private final BitSet dropped;
    private final RawTokens tokens;
    private final FunctionHead heads;

    private final List<CFunction> functions = new ArrayList<>();
    private final List<Prototype> prototypes = new ArrayList<>();
    private final List<Struct> structs = new ArrayList<>();
    private final List<EnumConstant> enumConstants = new ArrayList<>();
    private final List<Global> globals = new ArrayList<>();
    private final Map<String, String> typedefs = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    UnitReader(String file, SourceText source, Consumer<Problem> lateProblems) {
        this.file = file;
        this.source = source;
        this.lateProblems = lateProblems;
        this.all = RawScanner.scan(source.text());
        this.dropped = ConditionalFilter.dropped(all);
        BitSet kept = new BitSet(all.size());
        kept.set(0, all.size());
        kept.andNot(dropped);
        this.tokens = all.select(kept.stream().toArray());
        this.heads = new FunctionHead(source, tokens, Pieces.match(tokens));
    }

    TranslationUnit read() {
        for (Pieces.Piece piece : Pieces.of(tokens)) {
            if (piece.kind() == Pieces.Kind.FUNCTION) {
                functions.add(function(piece));
            } else if (piece.kind() == Pieces.Kind.DECLARATION) {
                declaration(piece);
            }
        }
        Directives directives = Directives.of(source, all);
        return new TranslationUnit(
                file,
                functions,
                prototypes,
                structs,
                enumConstants,
                globals,
                typedefs,
                directives.macros(),
                directives.includes(),
                problems);
    }

    private CFunction function(Pieces.Piece piece) {
        String name = tokens.text(piece.name());
        List<Parameter> parameters = heads.parameters(piece.name() + 1);
        Function function = new Function(
                source.position(tokens.start(piece.name())),
                name,
                name,
                parameters,
                new LazyBody(() -> body(piece, parameters)),
                Optional.empty(),
                false,
                false);
        return new CFunction(
                function, heads.returnType(piece.first(), piece.name()), heads.isStatic(piece.first(), piece.name()));
    }

    private Block body(Pieces.Piece piece, List<Parameter> parameters) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        CText text = text(piece.body(), piece.last(), names);
        try {
            return new StatementLowering(text).block(text.functionBody().compoundStatement());
        } catch (CSyntaxException broken) {
            lateProblems.accept(problem(broken, tokens.text(piece.name())));
            return Block.EMPTY;
        }
    }

    private Problem problem(CSyntaxException broken, String where) {
        Position at = new Position(broken.line(), broken.column() + 1);
        return new Problem(file, at, "in " + where + ": " + broken.getMessage());
    }

    /** The text of the tokens, directives and dropped branches among them replaced by spaces. */
    private CText text(int first, int last, List<String> variables) {
        int start = tokens.start(first);
        int end = tokens.end(last);
        StringBuilder text = new StringBuilder(source.text().substring(start, end));
        int i = dropped.nextSetBit(all.indexAt(start));
        while (i >= 0 && all.start(i) < end) {
            for (int offset = all.start(i); offset < Math.min(all.end(i), end); offset++) {
                if (text.charAt(offset - start) != '\n') {
                    text.setCharAt(offset - start, ' ');
                }
            }
            i = dropped.nextSetBit(i + 1);
        }
        return new CText(text.toString(), source.position(start), variables);
    }

    private void declaration(Pieces.Piece piece) {
        if (isPrototype(piece)) {
            heads.prototype(piece).ifPresent(prototypes::add);
            return;
        }
        if (tokens.is(piece.first(), "_Static_assert")) {
            return;
        }
        CText text = text(piece.first(), piece.last(), List.of());
        try {
            CParser.DeclarationContext tree = text.declaration();
            DeclarationLowering lowering = new StatementLowering(text).declarations();
            structs.addAll(lowering.structs(tree));
            enumConstants.addAll(lowering.enumConstants(tree));
            if (tokens.is(piece.first(), "typedef")) {
                typedefs.putAll(lowering.typedefs(tree));
            } else {
                globals.addAll(lowering.globals(tree));
            }
        } catch (CSyntaxException broken) {
            problems.add(problem(broken, "the declaration at line " + source.line(tokens.start(piece.first()))));
        }
    }

    /** A word directly before a parenthesis, and neither braces nor an initialiser. */
    private boolean isPrototype(Pieces.Piece piece) {
        boolean call = false;
        for (int i = piece.first(); i <= piece.last(); i++) {
            char sign = tokens.sign(i);
            if (sign == '{' || sign == '=') {
                return false;
            }
            call |= sign == '(' && i > piece.first() && tokens.isWord(i - 1);
        }
        return call && !tokens.is(piece.first(), "typedef");
    }
}
