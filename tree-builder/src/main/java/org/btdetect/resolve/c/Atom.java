package org.btdetect.resolve.c;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** One thing that a C expression may be known to be. */
public sealed interface Atom extends Comparable<Atom> {

    /** Kinds in the order that sets are kept in. */
    int rank();

    /** The atom as a reader of contexts sees it. */
    String text();

    /** A key that is distinct for distinct atoms of a kind. */
    default String order() {
        return text();
    }

    @Override
    default int compareTo(Atom other) {
        if (this instanceof Number mine && other instanceof Number theirs) {
            return Long.compare(mine.value(), theirs.value());
        }
        return Comparator.comparingInt(Atom::rank).thenComparing(Atom::order).compare(this, other);
    }

    /** Whether the atom counts as true in a condition. */
    default Truth truth() {
        return Truth.TRUE;
    }

    /** An integer, an enumerator, a truth value or a null pointer (zero). */
    record Number(long value) implements Atom {
        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String text() {
            return Long.toString(value);
        }

        @Override
        public Truth truth() {
            return value == 0 ? Truth.FALSE : Truth.TRUE;
        }
    }

    /** A character string. */
    record Text(String value) implements Atom {
        @Override
        public String order() {
            return value;
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String text() {
            String shown = value.length() <= 60 ? value : value.substring(0, 57) + "...";
            return '"' + shown.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t") + '"';
        }
    }

    /** A function; {@code file} tells static functions of one name apart. */
    record Code(String name, String file) implements Atom {
        @Override
        public int rank() {
            return 2;
        }

        @Override
        public String text() {
            return name + '@' + file;
        }
    }

    /** The address of a variable at file scope, or that variable itself where it is an array. */
    record Table(String name, String file) implements Atom {
        @Override
        public int rank() {
            return 3;
        }

        @Override
        public String text() {
            return '&' + name + '@' + file;
        }
    }

    /** Whatever a member of a struct type holds: nothing is known but where it comes from. */
    record Origin(String struct, String field) implements Atom {
        @Override
        public int rank() {
            return 4;
        }

        @Override
        public String text() {
            return struct + '.' + field;
        }

        @Override
        public Truth truth() {
            return Truth.EITHER;
        }
    }

    /** A command under construction, by the program that it will execute. */
    record Program(String name) implements Atom {
        @Override
        public int rank() {
            return 5;
        }

        @Override
        public String text() {
            return "command " + name;
        }
    }

    /** A struct, or a pointer to one, of which some members are known. */
    record Members(SortedMap<String, CValue> values) implements Atom {
        public Members {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        @Override
        public int rank() {
            return 6;
        }

        @Override
        public String text() {
            return values.toString();
        }
    }
}
