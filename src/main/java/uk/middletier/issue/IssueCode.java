package uk.middletier.issue;

/** Every kind of data problem. The constant's name is the stable code in reports and answers. */
public enum IssueCode {
    ROW_TOO_SHORT(Severity.ERROR, "A row has another number of fields than the header."),
    FIELD_TOO_LONG(Severity.ERROR, "A field is longer than any real one; a quotation mark may be missing."),
    DATE_IMPOSSIBLE(Severity.ERROR, "A date is not a day of the calendar or not in a known form."),
    URN_INVALID(Severity.ERROR, "A row has no unique reference number, or not a whole number."),
    URN_DUPLICATE(Severity.ERROR, "Two rows of one file have the same unique reference number."),
    GROUP_DUPLICATE(Severity.ERROR, "Two rows of one file have the same group UID."),
    GROUP_INVALID(Severity.ERROR, "A row has no group UID."),

    NUMBER_UNREADABLE(Severity.WARNING, "A number could not be read and was left out."),
    CLOSED_WITHOUT_DATE(Severity.WARNING, "A closed school has no closing date."),
    CLOSED_BEFORE_OPENED(Severity.WARNING, "A school or group closes before it opens."),
    AUTHORITY_UNKNOWN(Severity.WARNING, "A school's local authority is none of England's or Wales's."),
    LOCATION_UNUSABLE(Severity.WARNING, "Easting and northing lie outside Great Britain."),
    LINK_SCHOOL_UNKNOWN(Severity.WARNING, "A link names a school that the register does not hold."),
    LINK_TYPE_UNKNOWN(Severity.WARNING, "A link is of a type that is not known."),
    MEMBER_SCHOOL_UNKNOWN(
            Severity.WARNING, "A group link or membership names a school that the register does not hold."),
    MEMBER_GROUP_UNKNOWN(Severity.WARNING, "A school's group is in no list of groups."),
    MEMBERSHIP_REVERSED(Severity.WARNING, "A membership ends before it starts."),
    MEMBERSHIP_OUTSIDE_LIFE(Severity.WARNING, "A membership has no day in common with the school's life."),
    TRUST_OVERLAP(Severity.WARNING, "A school is in two trusts at a time; the later joined is kept."),
    TRUST_OF_MAINTAINED_SCHOOL(Severity.WARNING, "An academy trust is recorded for a school that is not an academy."),
    TRUST_NOT_KNOWN(Severity.WARNING, "An academy was open on days for which no source names its trust."),
    TRUST_NOT_ALL_ALONG(
            Severity.WARNING,
            "An academy joined its first trust within a month of its opening, or left its last within a month of its closing."),
    SPONSOR_NOT_IN_GROUPS(Severity.WARNING, "A sponsor's name is not, or not once, among the groups."),
    LETTERS_LOST(Severity.WARNING, "A name has lost letters in the source."),
    OPEN_WITH_CLOSING_DATE(Severity.WARNING, "A school counted as open closed before the data's date."),
    OVERLAY_SCHOOL_UNKNOWN(Severity.WARNING, "A row names a school that neither the register nor schools.csv holds."),
    OVERLAY_BODY_UNKNOWN(Severity.WARNING, "A row cites a body that is not defined."),
    OVERLAY_REVERSED(Severity.WARNING, "A row of an overlay ends before it starts, or on the same day."),
    OVERLAY_DUPLICATE(Severity.WARNING, "A row says what another has said, or overlaps it."),
    OVERLAY_CYCLE(Severity.WARNING, "A body is above itself, through its parents."),
    OVERLAY_WORD_UNKNOWN(Severity.WARNING, "A kind, role, formality or type is none of those known."),
    OVERLAY_ID_INVALID(Severity.WARNING, "An id or a needed field is missing, malformed or not of its kind."),
    OVERLAY_GOVERNANCE(Severity.WARNING, "An overlay says who governs a school that the register describes."),
    MEMBERSHIP_CUT(Severity.WARNING, "A fact about a school reaches beyond the life of the school or body."),
    HUB_HOST_BY_NAME(Severity.WARNING, "A hub's host is given by name only; schools are not found by their names."),
    BUILT_IN_DIFFERS(Severity.WARNING, "A table of areas differs from what is built in."),

    SCHOOL_IN_REGISTER(Severity.INFO, "An overlay describes a school or body that the register holds."),
    SCHOOL_NOT_IN_REGISTER(Severity.INFO, "A list names a school that the register does not hold."),
    PROGRAMME_INFERRED(Severity.INFO, "A programme is only known from the rows that name it."),
    VALUE_WITHHELD(Severity.INFO, "Values of a column are withheld or not to be had."),
    DATE_PLACEHOLDER(Severity.INFO, "A date stands for an unknown one."),
    PROPOSED(Severity.INFO, "A school is proposed and has not opened."),
    CREATED_IN_ERROR(Severity.INFO, "A record says of itself that it was created in error."),
    GROUP_OUT_OF_SCOPE(Severity.INFO, "A group or link is of a kind that does not govern or join schools."),
    ESTABLISHMENT_OUT_OF_SCOPE(Severity.INFO, "A link names an establishment of a kind the register does not list."),
    AUTHORITY_ABROAD(Severity.INFO, "A school lies outside England and Wales."),
    SEVERAL_FEDERATIONS(Severity.INFO, "A school is in several federations at once."),
    GROUP_INFERRED(Severity.INFO, "A group is only known from the links or memberships that name it."),
    VANISHED(Severity.INFO, "A record of an earlier snapshot is missing from a later one.");

    /** How bad it is. */
    public enum Severity {
        /** The source is broken; a release is not published with it unless that is asked for. */
        ERROR,
        /** A value was repaired, left out, or contradicts another. */
        WARNING,
        /** Worth knowing; nothing is wrong. */
        INFO
    }

    private final Severity severity;
    private final String title;

    IssueCode(Severity severity, String title) {
        this.severity = severity;
        this.title = title;
    }

    public Severity severity() {
        return severity;
    }

    /** What it means, in a sentence. */
    public String title() {
        return title;
    }
}
