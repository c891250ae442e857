/*
 * Syntax of Python 2.7 and 3.0 to 3.13, written from the full grammar specifications of the language references.
 *
 * Every decision is made on one token (a test holds it), so the parser never simulates the ATN and never backtracks. What makes that
 * possible: SoftKeywords has typed the tokens that depend on more than their neighbour; operators stand in one flat list, whose precedence the
 * front end resolves; and some rules take slightly more than the language does ("f(a.b=1)", "{1: 2, 3}"), as CPython's own LL(1) grammar did.
 */
parser grammar PythonParser;

options { tokenVocab = PythonLexer; superClass = PythonParserBase; }

module: statement* EOF;

statement
    : simpleStatements
    | ifStatement
    | whileStatement
    | forStatement
    | tryStatement
    | withStatement
    | functionDefinition
    | classDefinition
    | decorated
    | asyncStatement
    | matchStatement
    ;

simpleStatements: simpleStatement (SEMI simpleStatement?)* NEWLINE;

simpleStatement
    : expressionStatement
    | printStatement
    | execStatement
    | assertStatement
    | deleteStatement
    | passStatement
    | breakStatement
    | continueStatement
    | returnStatement
    | raiseStatement
    | globalStatement
    | importStatement
    | fromStatement
    | typeStatement
    ;

block: simpleStatements | NEWLINE INDENT statement+ DEDENT;

// Simple statements

expressionStatement: (expressions | yieldExpression) (annotation | augmentation | assigned*);
annotation: COLON test assigned?;
augmentation: AUGMENTED (expressions | yieldExpression);
assigned: ASSIGN (expressions | yieldExpression);

printStatement: PRINT (RSHIFT test | test) (COMMA test?)*;
execStatement: EXEC arithmetic (IN test (COMMA test)?)?;
assertStatement: ASSERT test (COMMA test)?;
deleteStatement: DEL targets;
passStatement: PASS;
breakStatement: BREAK;
continueStatement: CONTINUE;
returnStatement: RETURN expressions?;
raiseStatement: RAISE (test (COMMA test (COMMA test)? | FROM test)?)?;
globalStatement: (GLOBAL | NONLOCAL) NAME (COMMA NAME)*;
importStatement: IMPORT importedModule (COMMA importedModule)*;
importedModule: dottedName (AS NAME)?;
fromStatement: FROM (DOT | ELLIPSIS)* dottedName? IMPORT (STAR | LPAREN importedNames RPAREN | importedNames);
importedNames: importedName (COMMA importedName?)*;
importedName: NAME (AS NAME)?;
dottedName: NAME (DOT NAME)*;
typeStatement: TYPE NAME typeParameters? ASSIGN test;

// Compound statements

ifStatement: IF namedExpression COLON block elifClause* elseClause?;
elifClause: ELIF namedExpression COLON block;
elseClause: ELSE COLON block;
whileStatement: WHILE namedExpression COLON block elseClause?;
forStatement: FOR targets IN expressions COLON block elseClause?;
tryStatement: TRY COLON block (exceptClause+ elseClause? finallyClause? | finallyClause);
exceptClause: EXCEPT STAR? (test (AS test | (COMMA test)*))? COLON block;
finallyClause: FINALLY COLON block;
withStatement: WITH (WITH_PAREN withItem (COMMA withItem?)* RPAREN | withItem (COMMA withItem)*) COLON block;
withItem: element (AS target)?;

asyncStatement: ASYNC (functionDefinition | forStatement | withStatement);
decorated: decorator+ (classDefinition | functionDefinition | ASYNC functionDefinition);
decorator: AT namedExpression NEWLINE;
functionDefinition: DEF NAME typeParameters? LPAREN parameters? RPAREN (ARROW expressions)? COLON block;
classDefinition: CLASS NAME typeParameters? (LPAREN arguments? RPAREN)? COLON block;

parameters: parameter (COMMA parameter?)*;
parameter
    : POWER? NAME (COLON test)? (ASSIGN test)?
    | STAR (NAME (COLON starOrTest)?)?
    | SLASH
    | LPAREN parameters RPAREN (ASSIGN test)?
    ;
starOrTest: STAR? test;
typeParameters: LBRACKET typeParameter (COMMA typeParameter?)* RBRACKET;
typeParameter: (STAR | POWER)? NAME (COLON test)? (ASSIGN starOrTest)?;

// Pattern matching (PEP 634)

matchStatement: MATCH expressions COLON NEWLINE INDENT caseClause+ DEDENT;
caseClause: CASE patterns (IF namedExpression)? COLON block;
patterns: pattern (COMMA pattern?)*;
pattern: closedPattern (BAR closedPattern)* (AS NAME)? | STAR NAME;
closedPattern
    : MINUS? NUMBER ((PLUS | MINUS) NUMBER)?
    | strings
    | dottedName (LPAREN (classArgument (COMMA classArgument?)*)? RPAREN)?
    | LPAREN patterns? RPAREN
    | LBRACKET patterns? RBRACKET
    | LBRACE (mappingItem (COMMA mappingItem?)*)? RBRACE
    ;
classArgument: pattern (ASSIGN pattern)?;
mappingItem: closedPattern COLON pattern | POWER NAME;

// Expressions

expressions: element (COMMA element?)*;
element: namedExpression | STAR arithmetic;
namedExpression: test (WALRUS test)?;

test: disjunction (IF disjunction ELSE test)? | LAMBDA lambdaParameters? COLON test;
lambdaParameters: lambdaParameter (COMMA lambdaParameter?)*;
lambdaParameter
    : POWER? NAME (ASSIGN test)?
    | STAR NAME?
    | SLASH
    | LPAREN parameters RPAREN (ASSIGN test)?
    ;

// Flat: the front end resolves the precedence of prefixes and operators.
disjunction: prefix* primary ((NOT IN | binary) prefix* primary)*;
prefix: NOT | MINUS | PLUS | TILDE | AWAIT;
binary
    : OR | AND | IN | IS | COMPARE | BAR | RSHIFT | PLUS | MINUS | STAR | SLASH | AT | POWER | OPERATOR
    ;
arithmetic: prefix* primary (arithmeticBinary prefix* primary)*;
arithmeticBinary: BAR | RSHIFT | PLUS | MINUS | STAR | SLASH | AT | POWER | OPERATOR;

targets: target (COMMA target?)*;
target: STAR? arithmetic;

primary
    : (NAME | NUMBER | ELLIPSIS | strings | group | listDisplay | braces | backquoted)
      (DOT NAME | LPAREN arguments? RPAREN | LBRACKET subscripts RBRACKET)*
    ;
group: LPAREN (element (comprehension | (COMMA element?)*) | yieldExpression)? RPAREN;
listDisplay: LBRACKET (element (listComprehension | (COMMA element?)*))? RBRACKET;
braces: LBRACE (entry (comprehension | (COMMA entry?)*))? RBRACE;
backquoted: BACKQUOTE test (COMMA test)* BACKQUOTE;
entry: element (COLON test)? | POWER arithmetic;
strings: (STRING | fstring)+;
fstring: FSTRING_START (FSTRING_TEXT | field)* FSTRING_END;
field
    : LBRACE (expressions | yieldExpression) ASSIGN? CONVERSION? (FORMAT_COLON (FSTRING_TEXT | field)*)? RBRACE
    ;

arguments: argument (COMMA argument?)*;
argument: test (ASSIGN test | WALRUS test | comprehension)? | (STAR | POWER) test;
subscripts: subscript (COMMA subscript?)*;
subscript: element slice? | slice;
slice: COLON test? (COLON test?)?;
yieldExpression: YIELD (FROM test | expressions)?;

comprehension: comprehensionClause+;
comprehensionClause: ASYNC? FOR targets IN disjunction condition*;
// Python 2: [x for x in 1, lambda: 2]
listComprehension: listClause+;
listClause: ASYNC? FOR targets IN unconditional (COMMA unconditional?)* condition*;
condition: IF unconditional;
unconditional: disjunction | LAMBDA lambdaParameters? COLON unconditional;
