package uk.middletier.drawing;

/** Bodies have so many schools that there would be no end of ties between them. */
public final class TooManyTies extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long ties;

    TooManyTies(long ties) {
        super(ties + " ties");
        this.ties = ties;
    }

    /** How many there would be. */
    public long ties() {
        return ties;
    }
}
