/*
 * Lexical structure of Python 2.7 and 3.0 to 3.13 (and t-strings), written from chapter 2 of the language references and PEP 701.
 *
 * NEWLINE takes in the blank and comment lines after it and the indentation of the next line: PythonLexerBase turns that tail into INDENT
 * and DEDENT. Words that are keywords only in some places or versions are NAME here and get their type from SoftKeywords, which sees the
 * whole logical line; with that every decision of the parser needs one token of lookahead.
 */
lexer grammar PythonLexer;

options { superClass = PythonLexerBase; }

tokens {
    INDENT, DEDENT,
    // soft keywords
    ASYNC, AWAIT, CASE, EXEC, MATCH, NONLOCAL, PRINT, TYPE,
    // the parenthesis of "with (a as b, c as d):"
    WITH_PAREN,
    FORMAT_COLON, FSTRING_END
}

AND: 'and';
AS: 'as';
ASSERT: 'assert';
BREAK: 'break';
CLASS: 'class';
CONTINUE: 'continue';
DEF: 'def';
DEL: 'del';
ELIF: 'elif';
ELSE: 'else';
EXCEPT: 'except';
FINALLY: 'finally';
FOR: 'for';
FROM: 'from';
GLOBAL: 'global';
IF: 'if';
IMPORT: 'import';
IN: 'in';
IS: 'is';
LAMBDA: 'lambda';
NOT: 'not';
OR: 'or';
PASS: 'pass';
RAISE: 'raise';
RETURN: 'return';
TRY: 'try';
WHILE: 'while';
WITH: 'with';
YIELD: 'yield';

NAME: [\p{XID_Start}_] [\p{XID_Continue}]*;

NUMBER
    : '0' [xX] '_'? [0-9a-fA-F] [0-9a-fA-F_]* [lL]?
    | '0' [oO] '_'? [0-7] [0-7_]* [lL]?
    | '0' [bB] '_'? [01] [01_]* [lL]?
    | DIGITS ([lL] | [jJ])?
    | (DIGITS '.' DIGITS? | '.' DIGITS) EXPONENT? [jJ]?
    | DIGITS EXPONENT [jJ]?
    ;

fragment DIGITS: [0-9] ('_'? [0-9])*;
fragment EXPONENT: [eE] [+-]? DIGITS;

STRING
    : STRING_PREFIX?
      ( '"""' ('\\' . | ~'\\')*? '"""'
      | '\'\'\'' ('\\' . | ~'\\')*? '\'\'\''
      | '"' (~["\\\n] | '\\' .)* '"'
      | '\'' (~['\\\n] | '\\' .)* '\''
      )
    ;

fragment STRING_PREFIX: [uUbB] [rR]? | [rR] [bB]?;

// Text and fields of an f-string alternate (PEP 701), nested without end; PythonLexerBase knows which quote ends which.
FSTRING_START: ([fFtT] [rR]? | [rR] [fFtT]) ('"""' | '\'\'\'' | '"' | '\'') { beginFString(); };

LPAREN: '(' { open(); };
RPAREN: ')' { close(); };
LBRACKET: '[' { open(); };
RBRACKET: ']' { close(); };
LBRACE: '{' { open(); };
RBRACE: '}' { closeBrace(); };

DOT: '.';
ELLIPSIS: '...';
COMMA: ',';
COLON: ':' { colon(); };
WALRUS: ':=' { walrus(); };
SEMI: ';';
ASSIGN: '=';
ARROW: '->';
AT: '@';
BACKQUOTE: '`';
CONVERSION: '!' [a-zA-Z]+;

STAR: '*';
POWER: '**';
PLUS: '+';
MINUS: '-';
SLASH: '/';
RSHIFT: '>>';
BAR: '|';
TILDE: '~';
// The operators that are nothing but binary.
OPERATOR: '//' | '%' | '<<' | '&' | '^';
COMPARE: '<' | '>' | '<=' | '>=' | '==' | '!=' | '<>';
AUGMENTED: ('+' | '-' | '*' | '**' | '/' | '//' | '%' | '@' | '&' | '|' | '^' | '<<' | '>>') '=';

NEWLINE: NL BLANK* (('#' ~[\n]*)? NL BLANK*)* { newline(); };
SPACE: BLANK+ -> skip;
CONTINUATION: '\\' NL -> skip;
COMMENT: '#' ~[\n]* -> skip;
UNKNOWN: .;

fragment NL: '\n';
fragment BLANK: [ \t\f];

mode FSTRING;

// One character, from which PythonLexerBase goes on to the end of the text, or which it finds to be the end or the begin of a field.
FSTRING_TEXT: . { fstringPart(); };
