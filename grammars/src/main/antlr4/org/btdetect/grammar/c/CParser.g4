/*
 * C11 with the GNU extensions and the habits of unpreprocessed code (macros standing for types, statements and attributes).
 *
 * Written from ISO/IEC 9899:2011 annex A.2 and the GCC manual. C cannot be parsed without knowing which names are types;
 * here the tagger decides that beforehand from the tokens around (markers and retagged tokens, see CLexer), so that the grammar
 * is LL(1): ANTLR then predicts by one switch on a token, and neither ambiguity nor deep lookahead can occur.
 * Binary operators are one flat list; the lowering knows their precedence. Parameter lists of declarators and arguments of
 * attributes are balanced tokens, nothing that anybody calls stands there.
 */
parser grammar CParser;

options {
    tokenVocab = CLexer;
    superClass = CParserBase;
}

// Entry points

functionBody: compoundStatement EOF;

statements: blockItem* EOF;

soleExpression: expression EOF;

soleDeclaration: declaration EOF;

soleInitializer: initializer EOF;

// Statements

compoundStatement: LBRACE blockItem* RBRACE;

blockItem: declaration | statement;

statement
    : compoundStatement                                                                     # block
    | expression SEMI                                                                       # expressionStatement
    | SEMI                                                                                  # emptyStatement
    | IF LPAREN expression RPAREN statement (ELSE statement)?                               # ifStatement
    | WHILE LPAREN expression RPAREN statement                                              # whileStatement
    | DO statement WHILE LPAREN expression RPAREN SEMI                                      # doStatement
    | FOR LPAREN (declaration | expression? SEMI) expression? SEMI expression? RPAREN statement  # forStatement
    | SWITCH LPAREN expression RPAREN statement                                             # switchStatement
    | CASE conditionalExpression (ELLIPSIS conditionalExpression)? COLON                    # caseLabel
    | MACRO_LABEL IDENTIFIER LPAREN argumentList RPAREN COLON                                 # macroLabel
    | DEFAULT COLON                                                                         # defaultLabel
    | LABEL_NAME COLON (ATTRIBUTE LPAREN balanced* RPAREN)?                                 # namedLabel
    | GOTO (IDENTIFIER | STAR unary) SEMI                                                   # gotoStatement
    | (BREAK | CONTINUE) SEMI                                                               # jumpStatement
    | RETURN (expression | initializerList)? SEMI                                           # returnStatement
    | ASM (VOLATILE | GOTO | INLINE)* LPAREN balanced* RPAREN SEMI                          # asmStatement
    | STATIC_ASSERT LPAREN balanced* RPAREN SEMI                                            # staticAssertion
    | macroInvocation                                                                       # macroStatement
    | MACRO_BLOCK IDENTIFIER LPAREN argumentList RPAREN statement                           # macroBlock
    ;

macroInvocation: MACRO_STATEMENT IDENTIFIER LPAREN argumentList RPAREN | BARE_MACRO IDENTIFIER;

// Declarations

declaration: DECLARATION_START specifier* (initDeclarator (COMMA initDeclarator)*)? SEMI;

specifier
    : TYPEDEF | EXTERN | STATIC | AUTO | REGISTER | THREAD_LOCAL | INLINE | NORETURN | EXTENSION
    | CONST | VOLATILE | RESTRICT | ATOMIC
    | BASIC_TYPE
    | TYPE_NAME
    | structType
    | enumType
    | typeofType
    | attribute
    ;

macroType: MACRO_TYPE LPAREN balanced* RPAREN;

typeofType: TYPEOF (TYPE_OPEN typeName | LPAREN expression) RPAREN;

structType: (STRUCT | UNION) attribute* (IDENTIFIER memberBlock? | memberBlock);

memberBlock: LBRACE structMember* RBRACE;

structMember: declaration | SEMI | STATIC_ASSERT LPAREN balanced* RPAREN SEMI | macroInvocation;

enumType: ENUM attribute* (IDENTIFIER enumeratorBlock? | enumeratorBlock);

enumeratorBlock: LBRACE enumerator? (COMMA enumerator?)* RBRACE;

enumerator: IDENTIFIER (LPAREN balanced* RPAREN)? attribute* (ASSIGN conditionalExpression)?;

initDeclarator: (declarator (COLON conditionalExpression)? | COLON conditionalExpression) attribute* (ASSIGN initializer)?;

declarator: pointer* (IDENTIFIER | LPAREN attribute* declarator RPAREN) declaratorSuffix*;

pointer: STAR (CONST | VOLATILE | RESTRICT | ATOMIC | attribute)*;

declaratorSuffix
    : LBRACK (STATIC | CONST | VOLATILE | RESTRICT)* assignmentExpression? RBRACK
    | LPAREN balanced* RPAREN
    ;

attribute
    : ATTRIBUTE LPAREN balanced* RPAREN
    | ALIGNAS LPAREN balanced* RPAREN
    | ASM LPAREN balanced* RPAREN
    | MACRO_ATTRIBUTE
    | macroType
    ;

typeName: specifier+ pointer* abstractSuffix*;

abstractSuffix: LPAREN balanced* RPAREN | LBRACK expression? RBRACK;

initializer: assignmentExpression | initializerList;

initializerList: LBRACE initializerItem? (COMMA initializerItem?)* RBRACE;

initializerItem: designator+ ASSIGN? initializer | initializer;

designator: DOT IDENTIFIER | LBRACK conditionalExpression (ELLIPSIS conditionalExpression)? RBRACK;

// Expressions

expression: assignmentExpression (COMMA assignmentExpression)*;

assignmentExpression: conditionalExpression ((ASSIGN | COMPOUND_ASSIGN) (assignmentExpression | initializerList))?;

conditionalExpression: binaryExpression (QUESTION expression? COLON conditionalExpression)?;

binaryExpression: unary ((STAR | AMPERSAND | AND | PLUS_MINUS | BINARY) unary)*;

unary
    : (STAR | AMPERSAND | PLUS_MINUS | BANG_TILDE | INCREMENT | EXTENSION) unary            # prefix
    | AND IDENTIFIER                                                                        # labelAddress
    | CAST_OPEN typeName RPAREN (unary | initializerList suffix*)                           # cast
    | (SIZEOF | ALIGNOF) (TYPE_OPEN typeName RPAREN (initializerList suffix*)? | unary)     # sizeOf
    | primary suffix*                                                                       # postfix
    ;

primary
    : IDENTIFIER
    | NUMBER
    | CHARACTER
    | STRING
    | LPAREN (expression | compoundStatement) RPAREN
    | GENERIC LPAREN balanced* RPAREN
    | HASH IDENTIFIER
    ;

suffix
    : LPAREN argumentList RPAREN
    | LBRACK expression RBRACK
    | (ARROW | DOT) IDENTIFIER
    | INCREMENT
    | STRING
    | NUMBER
    | IDENTIFIER
    | HASH IDENTIFIER
    ;

argumentList: argument? (COMMA argument?)*;

argument
    : assignmentExpression
    | initializerList
    | TYPE_ARGUMENT typeName
    | STATEMENT_ARGUMENT blockItem+
    | BARE_ARGUMENT bareToken+
    ;

// Balanced tokens

bareToken: ~(LPAREN | RPAREN | LBRACE | RBRACE | COMMA) | LPAREN balanced* RPAREN | LBRACE balanced* RBRACE;

balanced: ~(LPAREN | RPAREN | LBRACE | RBRACE) | LPAREN balanced* RPAREN | LBRACE balanced* RBRACE;
