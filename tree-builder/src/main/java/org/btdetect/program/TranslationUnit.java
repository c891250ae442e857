package org.btdetect.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A C source or header file, lowered as it stands (not preprocessed); function bodies are parsed when asked for.
 *
 * @param file the path relative to the component's root, with {@code /}
 */
public record TranslationUnit(
        String file,
        List<CFunction> functions,
        List<Prototype> prototypes,
        List<Struct> structs,
        List<EnumConstant> enumConstants,
        List<Global> globals,
        Map<String, String> typedefs,
        Map<String, Macro> macros,
        List<String> includes,
        List<Problem> problems) {

    public TranslationUnit {
        functions = List.copyOf(functions);
        prototypes = List.copyOf(prototypes);
        structs = List.copyOf(structs);
        enumConstants = List.copyOf(enumConstants);
        globals = List.copyOf(globals);
        includes = List.copyOf(includes);
        problems = List.copyOf(problems);
    }

    /** A function definition; {@code isStatic} confines its name to the file. */
    public record CFunction(Function function, String returnType, boolean isStatic) {}

    /**
     * A function's declaration without a body.
     *
     * @param attributes what stands behind the parameters, as written: {@code G_GNUC_PRINTF(1, 2)}
     */
    public record Prototype(
            Position at, String name, String returnType, List<Parameter> parameters, List<String> attributes) {
        public Prototype {
            parameters = List.copyOf(parameters);
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A struct or union type.
     *
     * @param name its tag, or its typedef's name where it has no tag; a member's type without a tag is named
     *     {@code outer.member}, and the member's field has the type {@code struct outer.member}
     */
    public record Struct(Position at, String name, List<Field> fields) {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    /** A member; a function pointer's type is the typedef or the declarator as written. */
    public record Field(Position at, String name, String type) {}

    /** An enumerator; {@code value} is absent where it follows from the one before, named {@code previous}. */
    public record EnumConstant(Position at, String name, Optional<Expression> value, Optional<String> previous) {}

    /** A variable at file scope; {@code type} without qualifiers, {@code virHypervisorDriver} or {@code qemuMonitorCallbacks}. */
    public record Global(Position at, String name, String type, boolean isStatic, Optional<Expression> initializer) {}

    /**
     * A macro definition.
     *
     * @param parameters absent for an object-like macro
     * @param body the replacement text, continuation lines joined
     */
    public record Macro(Position at, String name, Optional<List<String>> parameters, String body) {}
}
