package org.btdetect.frontend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.btdetect.grammar.c.CParser;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.program.TranslationUnit.EnumConstant;
import org.btdetect.program.TranslationUnit.Field;
import org.btdetect.program.TranslationUnit.Global;
import org.btdetect.program.TranslationUnit.Struct;
import org.jspecify.annotations.Nullable;

/** Lowers declarations: of variables in a function or outside, and of structures and enumerations. */
final class DeclarationLowering {

    private final CText text;
    private final ExpressionLowering expressions;

    DeclarationLowering(CText text, ExpressionLowering expressions) {
        this.text = text;
        this.expressions = expressions;
    }

    /** The variables that a declaration in a function declares; prototypes and types are left out. */
    List<Statement> locals(CParser.DeclarationContext tree) {
        List<Statement> locals = new ArrayList<>();
        if (tree.specifier().stream().anyMatch(specifier -> specifier.TYPEDEF() != null)) {
            return locals;
        }
        for (CParser.InitDeclaratorContext declared : variables(tree)) {
            Token name = name(declared.declarator());
            Optional<Expression> value =
                    Optional.ofNullable(declared.initializer()).map(expressions::lower);
            locals.add(new Statement.Declaration(
                    CText.at(name), type(tree, declared.declarator()), name.getText(), value));
        }
        return locals;
    }

    private static List<CParser.InitDeclaratorContext> variables(CParser.DeclarationContext tree) {
        return tree.initDeclarator().stream()
                .filter(declared -> declared.declarator() != null && !isFunction(declared.declarator()))
                .toList();
    }

    List<Global> globals(CParser.DeclarationContext tree) {
        boolean isStatic = tree.specifier().stream().anyMatch(specifier -> specifier.STATIC() != null);
        List<Global> globals = new ArrayList<>();
        for (CParser.InitDeclaratorContext declared : variables(tree)) {
            Token name = name(declared.declarator());
            Optional<Expression> value =
                    Optional.ofNullable(declared.initializer()).map(expressions::lower);
            globals.add(new Global(CText.at(name), name.getText(), type(tree, declared.declarator()), isStatic, value));
        }
        return globals;
    }

    /** The names that a typedef declares, with the types that they stand for. */
    Map<String, String> typedefs(CParser.DeclarationContext tree) {
        Map<String, String> typedefs = new TreeMap<>();
        for (CParser.InitDeclaratorContext declared : tree.initDeclarator()) {
            if (declared.declarator() != null) {
                String type = type(tree, declared.declarator());
                typedefs.put(name(declared.declarator()).getText(), named(type, declaredName(tree)));
            }
        }
        return typedefs;
    }

    /** A structure without a tag is known by the first name that its typedef declares. */
    private static String named(String type, String name) {
        boolean untagged = type.equals("struct") || type.equals("union") || type.startsWith("struct *");
        return untagged ? type.replaceFirst("^[a-z]+", "$0 " + name) : type;
    }

    private static boolean isFunction(CParser.DeclaratorContext tree) {
        return tree.IDENTIFIER() != null
                && !tree.declaratorSuffix().isEmpty()
                && tree.declaratorSuffix(0).LPAREN() != null;
    }

    /** The token that a declarator declares. */
    static Token name(CParser.DeclaratorContext tree) {
        CParser.DeclaratorContext inner = tree;
        while (inner.declarator() != null) {
            inner = inner.declarator();
        }
        return inner.IDENTIFIER().getSymbol();
    }

    /** The type as written without storage classes, qualifiers and attributes; a function pointer's with its declarator. */
    private String type(CParser.DeclarationContext tree, CParser.DeclaratorContext declarator) {
        StringBuilder type = new StringBuilder(base(tree));
        if (declarator.declarator() != null) {
            return type.append(' ').append(text.of(declarator)).toString();
        }
        if (!declarator.pointer().isEmpty()) {
            type.append(' ').append("*".repeat(declarator.pointer().size()));
        }
        for (CParser.DeclaratorSuffixContext suffix : declarator.declaratorSuffix()) {
            type.append(suffix.LBRACK() != null ? "[]" : "()");
        }
        return type.toString();
    }

    /** Names beside a keyword's type are attributes; among several names, those in capitals are. */
    private String base(CParser.DeclarationContext tree) {
        List<String> keywords = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (CParser.SpecifierContext specifier : tree.specifier()) {
            if (specifier.structType() != null) {
                keywords.add(head(
                        specifier.structType().getStart(),
                        specifier.structType().IDENTIFIER()));
            } else if (specifier.enumType() != null) {
                keywords.add(head(
                        specifier.enumType().getStart(), specifier.enumType().IDENTIFIER()));
            } else if (specifier.BASIC_TYPE() != null || specifier.typeofType() != null) {
                keywords.add(text.of(specifier));
            } else if (isNamed(specifier)) {
                names.add(text.of(specifier));
            }
        }
        if (names.stream().anyMatch(name -> !isCapitals(name))) {
            names.removeIf(DeclarationLowering::isCapitals);
        }
        return String.join(" ", keywords.isEmpty() ? names : keywords);
    }

    private static boolean isCapitals(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    private static boolean isNamed(CParser.SpecifierContext specifier) {
        return specifier.TYPE_NAME() != null
                || specifier.attribute() != null && specifier.attribute().macroType() != null;
    }

    private static String head(Token keyword, TerminalNode tag) {
        return tag == null ? keyword.getText() : keyword.getText() + " " + tag.getText();
    }

    /** The structures that a declaration defines, those nested in others included. */
    List<Struct> structs(CParser.DeclarationContext tree) {
        List<Struct> structs = new ArrayList<>();
        for (CParser.SpecifierContext specifier : tree.specifier()) {
            if (hasMembers(specifier.structType())) {
                CParser.StructTypeContext type = specifier.structType();
                String name = type.IDENTIFIER() != null ? type.IDENTIFIER().getText() : declaredName(tree);
                struct(type, name, structs);
            }
        }
        return structs;
    }

    private static boolean hasMembers(CParser.@Nullable StructTypeContext type) {
        return type != null && type.memberBlock() != null;
    }

    private static String declaredName(CParser.DeclarationContext tree) {
        return tree.initDeclarator().stream()
                .filter(declared -> declared.declarator() != null)
                .map(declared -> name(declared.declarator()).getText())
                .findFirst()
                .orElse("");
    }

    private void struct(CParser.StructTypeContext type, String name, List<Struct> structs) {
        List<Field> fields = new ArrayList<>();
        members(type.memberBlock(), name, fields, structs);
        structs.add(new Struct(CText.at(type), name, fields));
    }

    /** An unnamed member's own members count as members of the outer structure. */
    private void members(CParser.MemberBlockContext block, String outer, List<Field> fields, List<Struct> structs) {
        for (CParser.StructMemberContext member : block.structMember()) {
            CParser.DeclarationContext tree = member.declaration();
            if (tree == null) {
                continue;
            }
            String nestedName = "";
            for (CParser.SpecifierContext specifier : tree.specifier()) {
                CParser.StructTypeContext nested = specifier.structType();
                if (hasMembers(nested) && tree.initDeclarator().isEmpty()) {
                    members(nested.memberBlock(), outer, fields, structs);
                } else if (hasMembers(nested) && nested.IDENTIFIER() != null) {
                    struct(nested, nested.IDENTIFIER().getText(), structs);
                } else if (hasMembers(nested)) {
                    nestedName = " " + outer + "." + declaredName(tree);
                    struct(nested, nestedName.substring(1), structs);
                }
            }
            fields(tree, nestedName, fields);
        }
    }

    /** The fields that one member declares; the name of an unnamed type is put behind its keyword. */
    private void fields(CParser.DeclarationContext tree, String nestedName, List<Field> fields) {
        for (CParser.InitDeclaratorContext declared : tree.initDeclarator()) {
            if (declared.declarator() != null) {
                Token name = name(declared.declarator());
                String type = type(tree, declared.declarator());
                int keyword = type.indexOf(' ') < 0 ? type.length() : type.indexOf(' ');
                String named =
                        nestedName.isEmpty() ? type : type.substring(0, keyword) + nestedName + type.substring(keyword);
                fields.add(new Field(CText.at(name), name.getText(), named));
            }
        }
    }

    /** The constants of the enumerations that a declaration defines, those within its structures included. */
    List<EnumConstant> enumConstants(CParser.DeclarationContext tree) {
        List<EnumConstant> constants = new ArrayList<>();
        for (CParser.SpecifierContext specifier : tree.specifier()) {
            if (specifier.enumType() != null && specifier.enumType().enumeratorBlock() != null) {
                enumerators(specifier.enumType().enumeratorBlock(), constants);
            } else if (specifier.structType() != null && specifier.structType().memberBlock() != null) {
                specifier.structType().memberBlock().structMember().stream()
                        .filter(member -> member.declaration() != null)
                        .forEach(member -> constants.addAll(enumConstants(member.declaration())));
            }
        }
        return constants;
    }

    private void enumerators(CParser.EnumeratorBlockContext block, List<EnumConstant> constants) {
        Optional<String> previous = Optional.empty();
        for (CParser.EnumeratorContext enumerator : block.enumerator()) {
            String name = enumerator.IDENTIFIER().getText();
            Optional<Expression> value =
                    Optional.ofNullable(enumerator.conditionalExpression()).map(expressions::lower);
            constants.add(new EnumConstant(
                    CText.at(enumerator), name, value, value.isPresent() ? Optional.empty() : previous));
            previous = Optional.of(name);
        }
    }
}
