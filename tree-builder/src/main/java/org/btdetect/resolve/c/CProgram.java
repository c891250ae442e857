package org.btdetect.resolve.c;

import java.util.List;
import java.util.Optional;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.TranslationUnit.EnumConstant;
import org.btdetect.program.TranslationUnit.Global;
import org.btdetect.program.TranslationUnit.Macro;
import org.btdetect.program.TranslationUnit.Struct;

/**
 * The definitions of a component's C sources by name; what the interpreter asks of a front end. Every list is in the
 * order of files and lines. Implementations may be asked from several threads.
 */
public interface CProgram {

    /** The component's name in places, {@code libvirt}. */
    String component();

    /** The definitions that a name used in a file may mean: that file's own before those with external linkage. */
    List<Definition> functions(String name, String file);

    /** The variable at file scope that a name used in a file means. */
    Optional<Variable> variable(String name, String file);

    /** The variables that are declared with a type of this name and initialised. */
    List<Variable> variablesOfType(String type);

    Optional<Struct> struct(String name);

    /** The type that a type name stands for. */
    Optional<String> typedef(String name);

    Optional<EnumConstant> enumConstant(String name);

    /** The macro that a name used in a file means: that file's own before one of a header. */
    Optional<Macro> macro(String name, String file);

    /** Statements that a macro expanded to; {@code line} is where it was used; empty where they do not parse. */
    Optional<Block> statements(String text, int line);

    /** An expression that a macro expanded to; empty where it does not parse. */
    Optional<Expression> expression(String text, int line);

    Mentions mentions();

    /** A variable at file scope and its file. */
    record Variable(String file, Global global) {
        public String name() {
            return global.name();
        }
    }
}
