package org.btdetect.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.btdetect.match.Ticket;

/**
 * Reads declared maintenance: a ticket a line, {@code ID OPERATION OBJECT FROM TO USES}, with {@code *} for any operation or
 * object and times as {@code 2026-11-22T22:00:00Z}. Empty lines and those that begin with {@code #} are left out.
 */
final class MaintenanceFile {
    private static final int WORDS = 6;

    private MaintenanceFile() {}

    static List<Ticket> read(Path file) throws IOException {
        List<Ticket> tickets = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                tickets.add(ticket(line.strip().split("\\s+"), file + ":" + number));
            }
        }
        return tickets;
    }

    private static Ticket ticket(String[] words, String place) {
        if (words.length != WORDS) {
            throw new UsageException(place + ": a ticket is ID OPERATION OBJECT FROM TO USES");
        }
        try {
            return new Ticket(
                    words[0], words[1], words[2], micros(words[3]), micros(words[4]), Integer.parseInt(words[5]));
        } catch (DateTimeParseException | NumberFormatException malformed) {
            throw new UsageException(place + ": " + malformed.getMessage());
        }
    }

    private static long micros(String text) {
        Instant time = Instant.parse(text);
        return time.getEpochSecond() * 1_000_000L + time.getNano() / 1000;
    }
}
