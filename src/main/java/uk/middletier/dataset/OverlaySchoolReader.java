package uk.middletier.dataset;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;
import uk.middletier.model.SchoolGroup;

/** Rows of {@code schools.csv}: schools that no register describes. */
final class OverlaySchoolReader implements Consumer<Row> {
    private final Authorities authorities = new Authorities();
    private final Consumer<SchoolRecord> schools;
    private final Set<Long> numbers = new HashSet<>();

    OverlaySchoolReader(Consumer<SchoolRecord> schools) {
        this.schools = schools;
    }

    @Override
    public void accept(Row row) {
        OptionalLong number = row.school("school");
        if (number.isEmpty()) {
            return;
        }
        row.about(Ids.school(number.getAsLong()));
        if (!numbers.add(number.getAsLong())) {
            row.issue(IssueCode.OVERLAY_DUPLICATE, "school " + number.getAsLong(), "the row is left out");
            return;
        }
        Optional<Authority> authority = authority(row.raw("authority"));
        if (authority.isEmpty()) {
            row.issue(IssueCode.AUTHORITY_UNKNOWN, "authority '" + row.raw("authority") + "'", "the row is left out");
            return;
        }
        Period days = new Period(row.date("from", Dates::isPlaceholder), row.date("to", Dates::isPlaceholder));
        row.reportPlaceholders();
        if (days.isEmpty()) {
            row.issue(IssueCode.OVERLAY_REVERSED, "from " + days.from() + " to " + days.to(), "the row is left out");
            return;
        }
        String type = type(row);
        schools.accept(new PlainSchool(
                        row.origin(),
                        number.getAsLong(),
                        row.name("name"),
                        authority.get(),
                        null,
                        type,
                        EstablishmentTypes.groupOf("", type),
                        row.word("phase"),
                        days,
                        row.integer("pupils"),
                        row.percent("fsmPercent"),
                        row.word("religiousCharacter"),
                        row.word("urbanRural"),
                        location(row),
                        row.word("ofstedRating"))
                .toRecord());
    }

    /** By number, id or name: what an authority is called is no matter of opinion. */
    private Optional<Authority> authority(String given) {
        String code = given.startsWith("la:") ? given.substring("la:".length()) : Words.code(given, 0);
        return authorities
                .find(code)
                .or(() -> authorities.listAll().stream()
                        .filter(authority ->
                                authority.to() == null && authority.name().equalsIgnoreCase(given))
                        .findFirst());
    }

    private static String type(Row row) {
        String given = row.wordOrEmpty("type");
        Optional<String> known = EstablishmentTypes.findName(given);
        if (known.isEmpty() && EstablishmentTypes.groupOf("", given) == SchoolGroup.OTHER) {
            row.issue(
                    IssueCode.OVERLAY_WORD_UNKNOWN,
                    "type '" + given + "'",
                    "kept; such a school counts as not funded by the state");
        }
        return known.orElse(given);
    }

    private static @Nullable GeoPoint location(Row row) {
        String latitude = row.raw("latitude");
        String longitude = row.raw("longitude");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        Optional<Double> north = OverlayReader.number(latitude);
        Optional<Double> east = OverlayReader.number(longitude);
        if (north.isEmpty() || east.isEmpty() || Math.abs(north.get()) > 90 || Math.abs(east.get()) > 180) {
            row.issue(
                    IssueCode.LOCATION_UNUSABLE,
                    String.format(Locale.ROOT, "latitude '%s', longitude '%s'", latitude, longitude),
                    "no location");
            return null;
        }
        return new GeoPoint(east.get(), north.get());
    }
}
