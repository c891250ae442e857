package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.program.TranslationUnit.Field;
import org.btdetect.program.TranslationUnit.Struct;

/** Types as they are written, reduced to the struct that they are or point to. */
final class TypeNames {

    private static final Pattern CLEANUP = Pattern.compile("\\bg_auto\\w*\\s*\\(\\s*([^)]*)\\)");
    private static final Pattern NOISE = Pattern.compile(
            "\\b(const|volatile|struct|union|static|register|extern|inline|restrict|__thread)\\b|\\[[^\\]]*\\]|\\*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> BUILT_IN = Set.of(
            "",
            "void",
            "char",
            "short",
            "int",
            "long",
            "signed",
            "unsigned",
            "float",
            "double",
            "bool",
            "size_t",
            "ssize_t",
            "pid_t",
            "uid_t",
            "gid_t",
            "mode_t",
            "off_t",
            "time_t",
            "int8_t",
            "int16_t",
            "int32_t",
            "int64_t",
            "uint8_t",
            "uint16_t",
            "uint32_t",
            "uint64_t",
            "va_list",
            "gpointer",
            "FILE");
    private static final int DEPTH = 12;

    private final CProgram program;
    private final Map<String, Optional<Struct>> structs = new ConcurrentHashMap<>();

    TypeNames(CProgram program) {
        this.program = program;
    }

    /** The struct that a type is, or that it is a pointer to. */
    Optional<Struct> struct(String type) {
        Optional<Struct> known = structs.get(type);
        if (known == null) {
            known = find(type);
            structs.put(type, known);
        }
        return known;
    }

    private Optional<Struct> find(String type) {
        return names(type).stream()
                .flatMap(name -> program.struct(name).stream())
                .findFirst();
    }

    /** The names that a type goes by: its own, then that of the type that it stands for, and so on. */
    List<String> names(String type) {
        List<String> names = new ArrayList<>();
        String name = base(type);
        while (!name.isEmpty() && !names.contains(name) && names.size() < DEPTH) {
            names.add(name);
            name = typedef(name).map(TypeNames::base).orElse("");
        }
        return names;
    }

    private Optional<String> typedef(String name) {
        return BUILT_IN.contains(name) ? Optional.empty() : program.typedef(name);
    }

    /** The type's name without qualifiers, pointers and cleanup attributes. */
    static String base(String type) {
        Matcher cleanup = CLEANUP.matcher(type);
        String bare = cleanup.find() ? cleanup.group(1) : type;
        Matcher words = WORD.matcher(NOISE.matcher(bare).replaceAll(" "));
        String last = "";
        while (words.find()) {
            last = words.group();
        }
        return last;
    }

    Optional<Field> field(String type, String name) {
        return struct(type)
                .flatMap(struct -> struct.fields().stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst());
    }

    /** Whether a value of the type is a character string. */
    static boolean isText(String type) {
        return type.contains("*") && base(type).equals("char")
                || type.contains("g_autofree") && base(type).equals("char");
    }

    /** Whether a type is a pointer, by its text or its typedef. */
    boolean isPointer(String type) {
        return isPointer(type, DEPTH);
    }

    private boolean isPointer(String type, int depth) {
        if (type.contains("*") || type.contains("g_auto")) {
            return true;
        }
        return depth > 0
                && typedef(base(type))
                        .map(target -> isPointer(target, depth - 1))
                        .orElse(false);
    }
}
