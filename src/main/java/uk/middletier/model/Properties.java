package uk.middletier.model;

/**
 * Names of properties, as they stand in the graph and in JSON. Dates are Cypher {@code DATE}; an absent {@code from}
 * is "since before the record", an absent {@code to} "still true".
 */
public final class Properties {
    // every node
    public static final String ID = "id";
    public static final String NAME = "name";
    public static final String KIND = "kind";
    public static final String CODE = "code";

    // every interval
    /** First day. */
    public static final String FROM = "from";
    /** First day on which it no longer holds. */
    public static final String TO = "to";
    /** Whether {@link #FROM} was recorded; {@code false} = unknown or a placeholder. */
    public static final String FROM_KNOWN = "fromKnown";
    /** Whether the end was recorded, or is truly still to come; {@code false} = ended on a day nobody wrote down. */
    public static final String TO_KNOWN = "toKnown";
    /** {@code false} for records that were never open: proposed, created in error, closed on an unknown day. */
    public static final String EVER_OPEN = "everOpen";
    /** Last snapshot that did not yet show the relationship: it began after this day and by {@link #FROM}. */
    public static final String FROM_OBSERVED_AFTER = "fromObservedAfter";
    /** Last snapshot that still showed the relationship: it ended after this day and by {@link #TO}. */
    public static final String TO_OBSERVED_AFTER = "toObservedAfter";
    /** How a relationship is known, see {@link Basis}. */
    public static final String BASIS = "basis";
    /** Id of the {@code Dataset} a relationship comes from. */
    public static final String SOURCE = "source";

    public static final String ROLE = "role";
    /** What was called {@link #NAME} later. */
    public static final String FORMER_NAME = "formerName";
    /** Day of a succession; of a change of name, the day of the snapshot that first shows the new one. */
    public static final String ON = "on";
    /** A succession's type in the register's own words. */
    public static final String REGISTER_TYPE = "registerType";

    // schools
    public static final String URN = "urn";
    public static final String LA_ESTAB = "laEstab";
    public static final String UKPRN = "ukprn";
    public static final String TYPE = "type";
    public static final String TYPE_CODE = "typeCode";
    public static final String TYPE_GROUP = "typeGroup";
    /** {@link SchoolGroup} of the establishment's type. */
    public static final String GROUP = "group";
    /** Whether the type is in scope: maintained or funded by the state in England or Wales. */
    public static final String STATE_FUNDED = "stateFunded";

    public static final String PHASE = "phase";
    public static final String STATUS = "status";
    public static final String REASON_OPENED = "reasonOpened";
    public static final String REASON_CLOSED = "reasonClosed";
    public static final String LOW_AGE = "lowAge";
    public static final String HIGH_AGE = "highAge";
    public static final String PUPILS = "pupils";
    public static final String CAPACITY = "capacity";
    public static final String FSM_PERCENT = "fsmPercent";
    public static final String CENSUS_DATE = "censusDate";
    public static final String RELIGIOUS_CHARACTER = "religiousCharacter";
    public static final String GENDER = "gender";
    public static final String ADMISSIONS = "admissions";
    public static final String URBAN_RURAL = "urbanRural";
    public static final String RURAL = "rural";
    public static final String STREET = "street";
    public static final String TOWN = "town";
    public static final String POSTCODE = "postcode";
    public static final String WEBSITE = "website";
    /** WGS 84 point. */
    public static final String LOCATION = "location";

    public static final String EASTING = "easting";
    public static final String NORTHING = "northing";
    public static final String OFSTED_RATING = "ofstedRating";
    public static final String OFSTED_DATE = "ofstedDate";
    /** Id of the lineage: {@code lineage:} and the lowest URN of the chain of plain successors. */
    public static final String LINEAGE = "lineage";

    // bodies
    public static final String FORMALITY = "formality";
    public static final String GROUP_UID = "groupUid";
    public static final String GROUP_ID = "groupId";
    public static final String COMPANIES_HOUSE = "companiesHouse";

    // areas
    public static final String GSS = "gss";

    // what no register holds
    /** Id of the programme a school supported another under. */
    public static final String PROGRAMME = "programme";
    /** Id of the body that arranged a support. */
    public static final String BROKERED_BY = "brokeredBy";
    /** How much of a support there was, in the overlay's own terms. */
    public static final String DEPTH = "depth";
    /** What a school was designated: {@code NLE}, {@code teaching-school}, {@code beacon} … */
    public static final String AS = "as";
    /** What was observed: {@code ofsted-overall}, {@code joint-practice} … */
    public static final String MEASURE = "measure";
    /** What was observed, as a number; absent if it is none. */
    public static final String VALUE = "value";
    /** What was observed, as it stood in the file. */
    public static final String TEXT = "text";
    /** Of the value: {@code percent}, {@code grade} … */
    public static final String UNIT = "unit";
    /** Where a fact of an overlay comes from, in its author's words; beside {@link #SOURCE}, the file. */
    public static final String PROVENANCE = "provenance";
    /** Country of a programme. */
    public static final String COUNTRY = "country";
    /** The department's word for the area of a teaching school hub: {@code EE1}. */
    public static final String HUB_REGION = "hubRegion";
    /** What a Frictionless descriptor calls the data set a file belongs to. */
    public static final String TITLE = "title";

    // datasets
    public static final String FILE = "file";
    public static final String PUBLISHER = "publisher";
    public static final String LICENCE = "licence";
    public static final String EXTRACT_DATE = "extractDate";
    public static final String SHA256 = "sha256";
    public static final String ROWS = "rows";
    /** Whether the generator made the file up. */
    public static final String MADE_UP = "madeUp";

    private Properties() {}
}
