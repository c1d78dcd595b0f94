package uk.middletier.release;

/** A release that was asked for by its id cannot answer, or not now; the message says why, without paths of the server. */
public final class UnavailableRelease extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it cannot. */
    public enum Reason {
        /** There is none of that id: never was, or removed. */
        UNKNOWN,
        /** Of another format version, or damaged. */
        UNREADABLE,
        /** This server opens no release but the one it serves. */
        SWITCHED_OFF,
        /** It is being opened, or waits for another to be closed; later it may answer. */
        OPENING,
        /** It would leave too little of the heap to the release that is served. */
        NO_ROOM,
        /** It is damaged, was just removed, or could not be opened; the log says which. */
        FAILED
    }

    private final Reason reason;

    public UnavailableRelease(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
