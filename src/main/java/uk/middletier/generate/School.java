package uk.middletier.generate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One establishment record: what history makes of it, and what the files will say about it. */
final class School {
    /** Codes of the register's {@code ReasonEstablishmentOpened} and {@code …Closed}; the names are in the register file. */
    static final String NOT_APPLICABLE = "00";

    final Setting home;
    final Place place;
    final EstablishmentType type;
    final Shape shape;
    final Faith faith;
    final String name;
    /** Its roll against the usual one of its shape. */
    final double size;
    /** A school for boys {@code 1}, girls {@code 2} or both {@code 3}. */
    final int genders;

    @Nullable
    LocalDate opened;
    /** Opened before the record began: no date, or the placeholder 01-01-1900. */
    boolean placeholder;

    String reasonOpened = NOT_APPLICABLE;

    @Nullable
    LocalDate closed;

    String reasonClosed = NOT_APPLICABLE;
    /** Closed, but nobody wrote down when. */
    boolean closingDateLost;

    /** The record it continues, when that record was itself in a trust. */
    @Nullable
    School before;

    long urn;
    int number;

    @Nullable
    Spell spell;

    @Nullable
    Group sponsor;

    @Nullable
    Group federation;

    @Nullable
    Group secondFederation;

    @Nullable
    Group foundationTrust;

    School(
            Setting home,
            Place place,
            EstablishmentType type,
            Shape shape,
            Faith faith,
            String name,
            double size,
            int genders) {
        this.home = home;
        this.place = place;
        this.type = type;
        this.shape = shape;
        this.faith = faith;
        this.name = name;
        this.size = size;
        this.genders = genders;
    }

    /** A new record for the same school on the same site. */
    School continuedAs(EstablishmentType newType, Shape newShape, String newName, LocalDate from, String reason) {
        School next = new School(home, place, newType, newShape, faith, newName, size, genders);
        next.opened = from;
        next.reasonOpened = reason;
        return next;
    }

    void close(LocalDate lastDay, String reason) {
        closed = lastDay;
        reasonClosed = reason;
    }

    /** On the register as running on the day: no placeholder or missing opening date keeps it from being so. */
    boolean openOn(LocalDate day) {
        return !closingDateLost
                && (opened == null || !opened.isAfter(day))
                && (closed == null || !closed.isBefore(day));
    }

    boolean closedBefore(LocalDate day) {
        return closingDateLost || (closed != null && closed.isBefore(day));
    }
}
