package uk.middletier.archive;

import static uk.middletier.archive.Field.Type.BOOLEAN;
import static uk.middletier.archive.Field.Type.DATE;
import static uk.middletier.archive.Field.Type.DECIMAL;
import static uk.middletier.archive.Field.Type.INTEGER;
import static uk.middletier.archive.Field.Type.POINT;
import static uk.middletier.archive.Field.Type.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.middletier.model.Properties;

/** The dictionary: every property a node or relationship may have, what it holds and what it means. */
enum Field {
    NAME(Properties.NAME, TEXT, "Its name; of a change of name, the new one."),
    TITLE(Properties.TITLE, TEXT, "What its publisher calls the data set a file belongs to."),
    URN(Properties.URN, INTEGER, "Unique reference number of the establishment in the register."),
    LA_ESTAB(Properties.LA_ESTAB, TEXT, "Code of the authority and number of the establishment: 203/3614."),
    UKPRN(Properties.UKPRN, TEXT, "UK provider reference number."),
    KIND(Properties.KIND, TEXT, "What kind of thing it is; of a succession, how it came about."),
    CODE(Properties.CODE, TEXT, "Code of the area or authority."),
    GSS(Properties.GSS, TEXT, "Code of the area after the Government Statistical Service: E12000007."),
    FORMALITY(Properties.FORMALITY, TEXT, "How firmly the body ties its schools."),
    GROUP_UID(Properties.GROUP_UID, TEXT, "Unique identifier of the group in the register."),
    GROUP_ID(Properties.GROUP_ID, TEXT, "Second identifier of the group in the register: TR01234."),
    COMPANIES_HOUSE(Properties.COMPANIES_HOUSE, TEXT, "Company number at Companies House."),
    TYPE(Properties.TYPE, TEXT, "Type of establishment in the register's words."),
    TYPE_CODE(Properties.TYPE_CODE, TEXT, "Code of the type of establishment."),
    TYPE_GROUP(Properties.TYPE_GROUP, TEXT, "Group of types of establishment in the register's words."),
    GROUP(Properties.GROUP, TEXT, "Group of types as counted here: la-maintained, academy, free-school …"),
    STATE_FUNDED(Properties.STATE_FUNDED, BOOLEAN, "Whether the type is maintained or funded by the state."),
    PHASE(Properties.PHASE, TEXT, "Phase of education in the register's words."),
    STATUS(Properties.STATUS, TEXT, "Status on the day of the extract."),
    REASON_OPENED(Properties.REASON_OPENED, TEXT, "Why the establishment opened, in the register's words."),
    REASON_CLOSED(Properties.REASON_CLOSED, TEXT, "Why the establishment closed, in the register's words."),
    FROM(Properties.FROM, DATE, "First day; empty: since before the record."),
    TO(Properties.TO, DATE, "First day on which it no longer holds; empty: still true."),
    ON(Properties.ON, DATE, "The day of a succession; of a change of name, of the extract that first shows it."),
    FROM_KNOWN(Properties.FROM_KNOWN, BOOLEAN, "Whether the first day was recorded; false: unknown or a placeholder."),
    TO_KNOWN(Properties.TO_KNOWN, BOOLEAN, "Whether the end was recorded or is still to come."),
    FROM_OBSERVED_AFTER(Properties.FROM_OBSERVED_AFTER, DATE, "It began after this day, and by the day in 'from'."),
    TO_OBSERVED_AFTER(Properties.TO_OBSERVED_AFTER, DATE, "It ended after this day, and by the day in 'to'."),
    EVER_OPEN(Properties.EVER_OPEN, BOOLEAN, "false: a record that is kept and never counted."),
    LINEAGE(Properties.LINEAGE, TEXT, "What is one school through changes of URN: its lowest URN."),
    LOW_AGE(Properties.LOW_AGE, INTEGER, "Lowest age of pupils, in years."),
    HIGH_AGE(Properties.HIGH_AGE, INTEGER, "Highest age of pupils, in years."),
    GENDER(Properties.GENDER, TEXT, "Gender of entry in the register's words."),
    RELIGIOUS_CHARACTER(Properties.RELIGIOUS_CHARACTER, TEXT, "Religious character in the register's words."),
    ADMISSIONS(Properties.ADMISSIONS, TEXT, "Admissions policy in the register's words."),
    CAPACITY(Properties.CAPACITY, INTEGER, "Places the school has."),
    PUPILS(Properties.PUPILS, INTEGER, "Pupils at the census of 'censusDate'."),
    FSM_PERCENT(Properties.FSM_PERCENT, DECIMAL, "Pupils eligible for free school meals, in per cent."),
    CENSUS_DATE(Properties.CENSUS_DATE, DATE, "Day of the census."),
    URBAN_RURAL(Properties.URBAN_RURAL, TEXT, "Class of the rural-urban classification."),
    RURAL(Properties.RURAL, BOOLEAN, "Whether that class is a rural one."),
    STREET(Properties.STREET, TEXT, "Street of the school."),
    TOWN(Properties.TOWN, TEXT, "Town of the school."),
    POSTCODE(Properties.POSTCODE, TEXT, "Postcode of the school."),
    WEBSITE(Properties.WEBSITE, TEXT, "Website of the school."),
    EASTING(Properties.EASTING, INTEGER, "Metres east on the British National Grid."),
    NORTHING(Properties.NORTHING, INTEGER, "Metres north on the British National Grid."),
    LOCATION(Properties.LOCATION, POINT, "degrees, WGS 84."),
    OFSTED_RATING(Properties.OFSTED_RATING, TEXT, "Latest overall rating by Ofsted in the register."),
    OFSTED_DATE(Properties.OFSTED_DATE, DATE, "Day of that inspection."),
    ROLE(Properties.ROLE, TEXT, "Role of the school in the body."),
    PROGRAMME(Properties.PROGRAMME, TEXT, "Id of the programme under which a school supported another."),
    BROKERED_BY(Properties.BROKERED_BY, TEXT, "Id of the body that arranged a support."),
    DEPTH(Properties.DEPTH, TEXT, "How much of a support there was."),
    AS(Properties.AS, TEXT, "What the school was designated."),
    MEASURE(Properties.MEASURE, TEXT, "What was observed."),
    VALUE(Properties.VALUE, DECIMAL, "What was observed, as a number; empty if it is none."),
    TEXT_OF_VALUE(Properties.TEXT, TEXT, "What was observed, as it stood in the file."),
    UNIT(Properties.UNIT, TEXT, "Unit of what was observed."),
    FORMER_NAME(Properties.FORMER_NAME, TEXT, "The name before the change."),
    REGISTER_TYPE(Properties.REGISTER_TYPE, TEXT, "Type of the succession in the register's words."),
    COUNTRY(Properties.COUNTRY, TEXT, "Country of the programme."),
    HUB_REGION(Properties.HUB_REGION, TEXT, "The department's word for the area of a teaching school hub."),
    FILE(Properties.FILE, TEXT, "Name of the file."),
    PUBLISHER(Properties.PUBLISHER, TEXT, "Who publishes the file."),
    LICENCE(Properties.LICENCE, TEXT, "On what terms the file may be used."),
    EXTRACT_DATE(Properties.EXTRACT_DATE, DATE, "Day of the extract."),
    SHA256(Properties.SHA256, TEXT, "SHA-256 of the file, hexadecimal."),
    ROWS(Properties.ROWS, INTEGER, "Rows read of the file."),
    MADE_UP(Properties.MADE_UP, BOOLEAN, "Whether the file was made up: then nothing in it is about real schools."),
    BASIS(Properties.BASIS, TEXT, "How it is known."),
    SOURCE(Properties.SOURCE, TEXT, "Id of the dataset it comes from."),
    PROVENANCE(Properties.PROVENANCE, TEXT, "Where it comes from, in the words of the file's author.");

    static final String LONGITUDE = "longitude";
    static final String LATITUDE = "latitude";

    private final String property;
    private final Type type;
    private final String description;

    Field(String property, Type type, String description) {
        this.property = property;
        this.type = type;
        this.description = description;
    }

    /** What a cell holds. */
    enum Type {
        TEXT("string"),
        INTEGER("integer"),
        DECIMAL("number"),
        BOOLEAN("boolean"),
        DATE("date"),
        /** Two columns of numbers. */
        POINT("number");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** As Table Schema calls it. */
        String word() {
            return word;
        }
    }

    String property() {
        return property;
    }

    Type type() {
        return type;
    }

    String description() {
        return description;
    }

    /** The columns it becomes. */
    List<String> columns() {
        return type == POINT ? List.of(LONGITUDE, LATITUDE) : List.of(property);
    }

    static Optional<Field> find(String property) {
        return Arrays.stream(values())
                .filter(field -> field.property.equals(property))
                .findFirst();
    }

    /** The field one of whose columns is called so. */
    static Optional<Field> ofColumn(String column) {
        return Arrays.stream(values())
                .filter(field -> field.columns().contains(column))
                .findFirst();
    }

    /** Those of a table, in the order of the dictionary: the ones it always has and the ones found in it. */
    static List<Field> of(Set<Field> always, Set<Field> found) {
        return Arrays.stream(values())
                .filter(field -> always.contains(field) || found.contains(field))
                .toList();
    }
}
