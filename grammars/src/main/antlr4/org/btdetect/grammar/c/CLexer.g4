/*
 * Tokens of C11 with the GNU extensions, of text that no preprocessor has seen.
 *
 * Written from ISO/IEC 9899:2011 section 6.4 and the GCC manual, "Extensions to the C Language Family".
 * Directives and the branches that are not taken are blanked before this lexer runs, so it has no rule for them but a safety net.
 * The tokens without a rule are markers that the tagger puts in; they make every decision of the parser one of a single token.
 */
lexer grammar CLexer;

tokens {
    DECLARATION_START,
    MACRO_STATEMENT,
    BARE_MACRO,
    MACRO_BLOCK,
    MACRO_LABEL,
    TYPE_ARGUMENT,
    STATEMENT_ARGUMENT,
    BARE_ARGUMENT,
    CAST_OPEN,
    TYPE_OPEN,
    TYPE_NAME,
    MACRO_TYPE,
    MACRO_ATTRIBUTE,
    LABEL_NAME
}

BREAK: 'break';
CASE: 'case';
CONTINUE: 'continue';
DEFAULT: 'default';
DO: 'do';
ELSE: 'else';
FOR: 'for';
GOTO: 'goto';
IF: 'if';
RETURN: 'return';
SWITCH: 'switch';
WHILE: 'while';

AUTO: 'auto' | '__auto_type';
EXTERN: 'extern';
INLINE: 'inline' | '__inline' | '__inline__';
NORETURN: '_Noreturn';
REGISTER: 'register';
STATIC: 'static';
THREAD_LOCAL: '_Thread_local' | '__thread';
TYPEDEF: 'typedef';

CONST: 'const' | '__const' | '__const__';
RESTRICT: 'restrict' | '__restrict' | '__restrict__';
VOLATILE: 'volatile' | '__volatile' | '__volatile__';
ATOMIC: '_Atomic';

BASIC_TYPE
    : 'void' | 'char' | 'short' | 'int' | 'long' | 'float' | 'double' | 'signed' | '__signed__' | 'unsigned'
    | '_Bool' | '_Complex' | '__complex__' | '__int128'
    ;
ENUM: 'enum';
STRUCT: 'struct';
UNION: 'union';
TYPEOF: 'typeof' | '__typeof' | '__typeof__';

ALIGNAS: '_Alignas';
ALIGNOF: '_Alignof' | '__alignof' | '__alignof__';
ASM: 'asm' | '__asm' | '__asm__';
ATTRIBUTE: '__attribute__' | '__attribute' | '__declspec';
EXTENSION: '__extension__';
GENERIC: '_Generic';
SIZEOF: 'sizeof';
STATIC_ASSERT: '_Static_assert';

LPAREN: '(';
RPAREN: ')';
LBRACK: '[' | '<:';
RBRACK: ']' | ':>';
LBRACE: '{' | '<%';
RBRACE: '}' | '%>';
SEMI: ';';
COMMA: ',';
COLON: ':';
QUESTION: '?';
ELLIPSIS: '...';
ARROW: '->';
DOT: '.';
ASSIGN: '=';
COMPOUND_ASSIGN: '*=' | '/=' | '%=' | '+=' | '-=' | '<<=' | '>>=' | '&=' | '^=' | '|=';
INCREMENT: '++' | '--';
STAR: '*';
AMPERSAND: '&';
AND: '&&';
PLUS_MINUS: '+' | '-';
BANG_TILDE: '!' | '~';
BINARY: '/' | '%' | '<<' | '>>' | '<' | '>' | '<=' | '>=' | '==' | '!=' | '^' | '|' | '||';
HASH: '##' | '#';

IDENTIFIER: [A-Za-z_$\u0080-\uFFFE] [A-Za-z0-9_$\u0080-\uFFFE]*;
STRING: ('L' | 'u8' | 'u' | 'U')? '"' (~["\\\r\n] | '\\' '\r'? . )* '"';
CHARACTER: ('L' | 'u' | 'U')? '\'' (~['\\\r\n] | '\\' '\r'? . )+ '\'';
NUMBER: '.'? [0-9] ([eEpP] [+-] | [A-Za-z0-9_.])*;

SPACE: ([ \t\f\u000B\r\n\u00A0] | '\\' '\r'? '\n')+ -> skip;
BLOCK_COMMENT: '/*' .*? '*/' -> skip;
LINE_COMMENT: '//' ('\\' '\r'? '\n' | ~[\r\n])* -> skip;
UNKNOWN: .;
