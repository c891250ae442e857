package org.btdetect.source;

/** Sources that cannot be had, with a message for the user that says which and why. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose turn it is. */
    public enum Reason {
        /** The user asked for something that does not exist or gave a folder that is not what it should be. */
        USAGE,
        /** The archive, the network, the disk or the data did not give what was asked for. */
        UNAVAILABLE
    }

    private final Reason reason;
    private final String message;

    private SourceException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.message = message;
    }

    private SourceException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.message = message;
    }

    /** An error in what the user asked for. */
    public static SourceException usage(String message) {
        return new SourceException(Reason.USAGE, message);
    }

    /** Something that was asked for rightly and cannot be had. */
    public static SourceException unavailable(String message) {
        return new SourceException(Reason.UNAVAILABLE, message);
    }

    /** Something that was asked for rightly and cannot be had, because of {@code cause}. */
    public static SourceException unavailable(String message, Throwable cause) {
        return new SourceException(Reason.UNAVAILABLE, message + ": " + cause.getMessage(), cause);
    }

    @Override
    public String getMessage() {
        return message;
    }

    public Reason reason() {
        return reason;
    }
}
