package uk.middletier.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.model.Ids;
import uk.middletier.model.Labels;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Properties;

/** Rows of the register to school nodes. */
final class SchoolNodes {
    private final Lives lives;
    private final Successions successions;

    SchoolNodes(Lives lives, Successions successions) {
        this.lives = lives;
        this.successions = successions;
    }

    NodeRow of(SchoolRecord school) {
        Props props = new Props()
                .put(Properties.NAME, school.name())
                .put(Properties.URN, school.urn())
                .put(Properties.LA_ESTAB, laEstab(school))
                .put(Properties.UKPRN, school.ukprn())
                .put(Properties.TYPE, school.typeName())
                .put(Properties.TYPE_CODE, school.typeCode())
                .put(Properties.TYPE_GROUP, school.typeGroup())
                .put(Properties.GROUP, school.group().word())
                .put(Properties.STATE_FUNDED, school.group().stateFunded())
                .put(Properties.PHASE, school.phase())
                .put(Properties.STATUS, school.status())
                .put(Properties.REASON_OPENED, school.reasonOpened())
                .put(Properties.REASON_CLOSED, school.reasonClosed())
                .put(lives.of(school.urn()))
                .put(Properties.LINEAGE, Ids.lineage(successions.lineageOf(school.urn())))
                .put(Properties.LOW_AGE, school.lowAge())
                .put(Properties.HIGH_AGE, school.highAge())
                .put(Properties.GENDER, school.gender())
                .put(Properties.RELIGIOUS_CHARACTER, school.religiousCharacter())
                .put(Properties.ADMISSIONS, school.admissions())
                .put(Properties.CAPACITY, school.capacity())
                .put(Properties.PUPILS, school.pupils())
                .put(Properties.FSM_PERCENT, school.fsmPercent())
                .put(Properties.CENSUS_DATE, school.censusDate())
                .put(Properties.URBAN_RURAL, school.urbanRural())
                .put(Properties.RURAL, rural(school.urbanRural()))
                .put(Properties.STREET, school.street())
                .put(Properties.TOWN, school.town())
                .put(Properties.POSTCODE, school.postcode())
                .put(Properties.WEBSITE, school.website())
                .put(Properties.EASTING, school.easting())
                .put(Properties.NORTHING, school.northing())
                .put(Properties.LOCATION, school.location())
                .put(Properties.OFSTED_RATING, school.ofstedRating())
                .put(Properties.OFSTED_DATE, school.ofstedDate());
        return new NodeRow(Ids.school(school.urn()), List.of(Labels.SCHOOL), props.toMap());
    }

    private static @Nullable String laEstab(SchoolRecord school) {
        return school.laCode() == null || school.establishmentNumber() == null
                ? null
                : school.laCode() + "/" + school.establishmentNumber();
    }

    /** Rural as the rural-urban classification of 2011 has it: its class names begin with the word. */
    private static @Nullable Boolean rural(@Nullable String urbanRural) {
        return urbanRural == null
                ? null
                : urbanRural.startsWith("Rural") ? Boolean.TRUE : urbanRural.startsWith("Urban") ? Boolean.FALSE : null;
    }
}
