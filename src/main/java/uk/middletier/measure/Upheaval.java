package uk.middletier.measure;

import java.util.List;
import uk.middletier.model.SchoolGroup;
import uk.middletier.timeline.Ledger;
import uk.middletier.timeline.LedgerEntry;
import uk.middletier.timeline.Schools;

/** What turbulence counts, each by the events it is made of. */
enum Upheaval {
    OPENINGS(
            "openings",
            "Openings",
            "schools that opened in nobody's place",
            "more new schools",
            "A school into which others merged is one of them; a record that took another's place is not."),
    CLOSURES(
            "closures",
            "Closures",
            "schools whose place no school took in full",
            "more schools lost",
            "A school that merged into another is one of them."),
    CONVERSIONS(
            "conversions",
            "Conversions",
            "schools maintained by an authority in England that became academies under a new URN",
            "more schools left their authority",
            "On the lineage: neither a closure nor an opening."),
    JOINS(
            "joins",
            "Joins",
            "schools that came under a trust from none known",
            "more schools of which the trust became known",
            Upheaval.NOT_KNOWN),
    LEAVES(
            "leaves",
            "Leaves",
            "schools that left a trust for none known",
            "more schools of which the trust is no longer known",
            Upheaval.NOT_KNOWN),
    TRANSFERS(
            "transfers",
            "Transfers",
            "schools that went from one trust to another company, under the same URN or a new one",
            "more schools changed hands between trusts",
            "A trust that left no trace before April 2017 is not known, so earlier transfers are few. What only two"
                    + " snapshots bound is dated to the second."),
    TRANSFERS_BETWEEN_TRUSTS(
            "transfersBetweenTrusts",
            "Transfers between trusts of several schools",
            "transfers from a trust of two or more open schools the day before to one of two or more on the day",
            "more schools changed hands between groups of schools",
            "Single-academy trusts that join another are left out."),
    MERGERS(
            "mergers",
            "Mergers of trusts",
            "trusts whose every school of their last 92 days went to one other company within those days",
            "more trusts were taken over",
            "Single-academy trusts that join another are in it."),
    FEDERATIONS_FORMED(
            "federationsFormed",
            "Federations formed",
            "federations that got their first open school",
            "more federations",
            Upheaval.FEDERATIONS),
    FEDERATIONS_DISSOLVED(
            "federationsDissolved",
            "Federations dissolved",
            "federations that lost their last open school",
            "fewer federations",
            Upheaval.FEDERATIONS),
    TRUSTS_OPENED(
            "trustsOpened",
            "Trusts opened",
            "companies that got their first open academy",
            "more trusts",
            "By their schools, not by the day the company was made."),
    TRUSTS_CLOSED(
            "trustsClosed",
            "Trusts closed",
            "companies that lost their last open academy",
            "fewer trusts",
            "By their schools, not by the day the company was struck off; those of before April 2017 are not known.");

    private static final String NOT_KNOWN = "Mostly tells when sources begin or cease to name a trust.";
    private static final String FEDERATIONS =
            "Those that ended before the first snapshot of the sources are not known.";

    final String id;
    final String title;
    final String what;
    final String reading;
    final String caveat;

    Upheaval(String id, String title, String what, String reading, String caveat) {
        this.id = id;
        this.title = title;
        this.what = what;
        this.reading = reading;
        this.caveat = caveat;
    }

    /** Whether it is told of a body, and so counted in every area where the body had a school. */
    boolean ofBodies() {
        return compareTo(MERGERS) >= 0;
    }

    /** What an entry of a ledger counts as: mostly one thing or nothing. */
    static List<Upheaval> of(Ledger ledger, int entry, Schools schools) {
        LedgerEntry told = ledger.get(entry);
        return switch (told.kind()) {
            case OPENED -> List.of(OPENINGS);
            case CLOSED -> List.of(CLOSURES);
            case CONVERTED -> wasMaintained(told, schools) ? List.of(CONVERSIONS) : List.of();
            case JOINED -> List.of(JOINS);
            case LEFT -> List.of(LEAVES);
            case TRANSFERRED ->
                ledger.betweenTrusts(entry) ? List.of(TRANSFERS, TRANSFERS_BETWEEN_TRUSTS) : List.of(TRANSFERS);
            case TRUST_MERGED -> List.of(MERGERS);
            case FEDERATION_FORMED -> List.of(FEDERATIONS_FORMED);
            case FEDERATION_DISSOLVED -> List.of(FEDERATIONS_DISSOLVED);
            case TRUST_OPENED -> List.of(TRUSTS_OPENED);
            case TRUST_CLOSED -> List.of(TRUSTS_CLOSED);
            case SUCCEEDED,
                    MERGED,
                    SPLIT,
                    TRUST_REGISTERED_ANEW,
                    FEDERATION_JOINED,
                    FEDERATION_LEFT,
                    FOUNDATION_TRUST_JOINED,
                    FOUNDATION_TRUST_LEFT,
                    BODY_JOINED,
                    BODY_LEFT,
                    AUTHORITY_CHANGED,
                    SPONSOR_CHANGED,
                    RENAMED -> List.of();
        };
    }

    private static boolean wasMaintained(LedgerEntry conversion, Schools schools) {
        Long before = conversion.otherUrn();
        int school = before == null ? -1 : schools.find(before);
        return school >= 0 && schools.group(school) == SchoolGroup.LA_MAINTAINED;
    }
}
