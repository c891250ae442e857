package org.btdetect.resolve.c;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What C libraries do with functions that they are given, and the values of their constants on Linux; general to a
 * library, never to one program's release.
 */
public final class LibraryModels {

    /** What a library does with a function that it is given. */
    public enum Use {
        /** Calls it on a thread of its own. */
        THREAD,
        /** Has the threads of a pool call the function that the pool was made with. */
        POOL,
        /** Calls it once before it returns. */
        ONCE,
        /** Keeps it for an event that is none of the caller's doing. */
        REGISTERS
    }

    /** A function of a library that takes a function. */
    public record Model(int argument, Use use) {}

    private static final Map<String, Model> MODELS = Map.ofEntries(
            Map.entry("g_thread_new", new Model(1, Use.THREAD)),
            Map.entry("g_thread_try_new", new Model(1, Use.THREAD)),
            Map.entry("pthread_create", new Model(2, Use.THREAD)),
            Map.entry("virThreadCreateFull", new Model(2, Use.THREAD)),
            Map.entry("virThreadPoolSendJob", new Model(0, Use.POOL)),
            Map.entry("pthread_once", new Model(1, Use.ONCE)),
            Map.entry("virOnce", new Model(1, Use.ONCE)),
            Map.entry("g_clear_pointer", new Model(1, Use.ONCE)),
            Map.entry("g_source_set_callback", new Model(1, Use.REGISTERS)),
            Map.entry("g_idle_add", new Model(0, Use.REGISTERS)),
            Map.entry("g_timeout_add", new Model(1, Use.REGISTERS)),
            Map.entry("g_signal_connect", new Model(2, Use.REGISTERS)),
            Map.entry("g_bus_own_name", new Model(3, Use.REGISTERS)),
            Map.entry("pthread_atfork", new Model(0, Use.REGISTERS)),
            Map.entry("atexit", new Model(0, Use.REGISTERS)),
            Map.entry("signal", new Model(1, Use.REGISTERS)),
            Map.entry("sigaction", new Model(1, Use.REGISTERS)),
            Map.entry("pthread_key_create", new Model(1, Use.REGISTERS)));

    /** Functions that return what their first argument is, or is the address of. */
    private static final Set<String> IDENTITIES = Set.of("g_steal_pointer", "g_strdup", "strdup", "g_steal_fd");

    /** Functions that make a struct that nobody else knows of. */
    private static final Set<String> ALLOCATORS = Set.of("g_new0", "g_new");
    /** Functions that return zero for equal texts. */
    private static final Set<String> COMPARISONS = Set.of("strcmp", "g_strcmp0");

    private static final Map<String, Long> CONSTANTS = Map.ofEntries(
            Map.entry("NULL", 0L),
            Map.entry("TRUE", 1L),
            Map.entry("FALSE", 0L),
            Map.entry("true", 1L),
            Map.entry("false", 0L),
            Map.entry("SIGHUP", 1L),
            Map.entry("SIGINT", 2L),
            Map.entry("SIGQUIT", 3L),
            Map.entry("SIGABRT", 6L),
            Map.entry("SIGKILL", 9L),
            Map.entry("SIGUSR1", 10L),
            Map.entry("SIGUSR2", 12L),
            Map.entry("SIGTERM", 15L),
            Map.entry("SIGCONT", 18L),
            Map.entry("SIGSTOP", 19L),
            Map.entry("O_RDONLY", 0L),
            Map.entry("O_WRONLY", 1L),
            Map.entry("O_RDWR", 2L),
            Map.entry("O_CREAT", 0100L),
            Map.entry("O_EXCL", 0200L),
            Map.entry("O_TRUNC", 01000L),
            Map.entry("O_APPEND", 02000L),
            Map.entry("O_NONBLOCK", 04000L),
            Map.entry("O_CLOEXEC", 02000000L));

    private LibraryModels() {}

    static Optional<Model> function(String name) {
        return Optional.ofNullable(MODELS.get(name));
    }

    /** Whether a function returns what its first argument is, or is the address of. */
    static boolean isIdentity(String name) {
        return IDENTITIES.contains(name);
    }

    /** Whether a function makes a struct that nobody else knows of. */
    static boolean allocates(String name) {
        return ALLOCATORS.contains(name);
    }

    /** Whether a function returns zero for equal texts and anything else for others. */
    static boolean comparesTexts(String name) {
        return COMPARISONS.contains(name);
    }

    static CValue constant(String name) {
        Long value = CONSTANTS.get(name);
        return value == null ? CValue.UNKNOWN : CValue.number(value);
    }
}
