package org.btdetect.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.btdetect.grow.ClientBuilder;
import org.btdetect.grow.GrownLibrary;
import org.btdetect.source.SourceSet;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.client.ClientCatalog;
import org.btdetect.tree.io.ClientsJson;
import org.btdetect.tree.io.TreeFormatException;
import org.jspecify.annotations.Nullable;

/** Reads the client programs beside a stack. What was read of them is kept, since it depends on nothing but their sources. */
final class ClientReading {
    private final SourceSet stack;
    private final SourceSet clients;
    private final Path results;
    private @Nullable CompletableFuture<ClientCatalog> reading;

    /**
     * @param stack what a library is built from
     * @param results the folder of kept results, which need not exist
     */
    ClientReading(SourceSet stack, SourceSet clients, Path results) {
        this.stack = stack;
        this.clients = clients;
        this.results = results;
    }

    /** Reads, so that the next build finds the result. */
    void keep() throws IOException {
        try {
            read();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Begins to read, beside whatever is done before {@link #of} asks for the result. */
    ClientReading begin() {
        reading = CompletableFuture.supplyAsync(this::read);
        return this;
    }

    /** Who starts the actions of a library. */
    ClientCatalog of(TreeLibrary library, GrownLibrary grown) throws IOException {
        try {
            ClientCatalog read = reading == null ? read() : reading.join();
            return ClientBuilder.matched(read, stack, grown.actions(), library.index());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof UncheckedIOException unread) {
                throw unread.getCause();
            }
            throw failure;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private ClientCatalog read() {
        ClientBuilder builder = new ClientBuilder(clients);
        try {
            return builder.isEmpty() ? builder.read() : kept(builder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What to say of clients that are not here. */
    Optional<String> note(String set) {
        return clients.components().isEmpty()
                ? Optional.of("no client programs are read: who starts an action is not known ('btdetect sources fetch "
                        + set + "' gets them, or name folders as with --novaclient)")
                : Optional.empty();
    }

    private ClientCatalog kept(ClientBuilder builder) throws IOException {
        Path file = results.resolve("clients-" + sha256(builder.key()) + ".json");
        if (Files.isRegularFile(file)) {
            try {
                return ClientsJson.read(Files.readString(file));
            } catch (TreeFormatException damaged) {
                Files.delete(file); // it is made anew below
            }
        }
        ClientCatalog read = builder.read();
        Files.createDirectories(results);
        Path part = Files.createTempFile(results, "clients", ".part");
        Files.writeString(part, ClientsJson.write(read));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return read;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
