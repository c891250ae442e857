package org.btdetect.frontend.python;

import org.antlr.v4.runtime.TokenStream;

/** The lowering of one file: the parts that call each other, and what they share. */
final class Lowering {
    private final SourceText source;
    private final Scopes scopes = new Scopes();
    private final Expressions expressions = new Expressions(this);
    private final Primaries primaries = new Primaries(this);
    private final Displays displays = new Displays(this);
    private final Strings strings = new Strings(this);
    private final Functions functions = new Functions(this);
    private final Patterns patterns = new Patterns(this);
    private final SimpleStatements simpleStatements = new SimpleStatements(this);
    private final CompoundStatements compoundStatements = new CompoundStatements(this);

    Lowering(TokenStream tokens) {
        source = new SourceText(tokens);
    }

    SourceText source() {
        return source;
    }

    Scopes scopes() {
        return scopes;
    }

    Expressions expressions() {
        return expressions;
    }

    Primaries primaries() {
        return primaries;
    }

    Displays displays() {
        return displays;
    }

    Strings strings() {
        return strings;
    }

    Functions functions() {
        return functions;
    }

    Patterns patterns() {
        return patterns;
    }

    SimpleStatements simpleStatements() {
        return simpleStatements;
    }

    CompoundStatements compoundStatements() {
        return compoundStatements;
    }
}
