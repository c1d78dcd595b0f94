package uk.middletier.example;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.generate.Dice;
import uk.middletier.generate.FictionalSchool;
import uk.middletier.generate.FictionalSchools;
import uk.middletier.generate.FictionalSchools.Kind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Period;

/** An example while it is being made: its rows in the order in which they came. */
final class Draft {
    /** Beyond the six digits of the register's numbers, so that no real school is meant. */
    private static final int FIRST_NUMBER = 9_000_000;

    private static final int NUMBERS_EACH = 10_000;

    record Membership(School school, Body body, String role, Period span) {}

    record Support(
            School supporter,
            School supported,
            @Nullable String programme,
            @Nullable String broker,
            String depth,
            Period span) {}

    record Designation(School school, String designation, String programme, Period span) {}

    record Programme(String id, String name, String country, Period span) {}

    record Observation(String subject, String measure, Period span, String value, String unit) {}

    final Dice dice;
    final List<School> schools = new ArrayList<>();
    final Map<String, Body> bodies = new LinkedHashMap<>();
    final List<Membership> memberships = new ArrayList<>();
    final List<Support> supports = new ArrayList<>();
    final List<Designation> designations = new ArrayList<>();
    final List<Programme> programmes = new ArrayList<>();
    final List<Observation> observations = new ArrayList<>();
    private final Example example;
    private final FictionalSchools fiction;

    Draft(Example example, long seed) {
        this.example = example;
        dice = new Dice(seed, "example/" + example.name());
        fiction = new FictionalSchools(seed, example.name());
    }

    School school(String authority, Kind kind) {
        return add(fiction.draw(authority, kind));
    }

    /** A school of that religious character, so that its name and type go with it. */
    School school(String authority, Kind kind, String faith) {
        FictionalSchool drawn = fiction.draw(authority, kind);
        while (!drawn.religiousCharacter().equals(faith)) {
            drawn = fiction.draw(authority, kind);
        }
        return add(drawn);
    }

    private School add(FictionalSchool drawn) {
        School school = new School(FIRST_NUMBER + example.number() * NUMBERS_EACH + schools.size() + 1, drawn);
        schools.add(school);
        return school;
    }

    List<School> schools(int count, String authority, Kind kind) {
        return IntStream.range(0, count)
                .mapToObj(index -> school(authority, kind))
                .toList();
    }

    /**
     * A body of its own id.
     *
     * @param key what it is called within the example: {@code primary-01}
     */
    Body body(BodyKind kind, String key, String name, Period life) {
        Body body = new Body(kind.idPrefix() + ":" + example.prefix() + "-" + key, kind, name, life);
        if (bodies.put(body.id, body) != null) {
            throw new IllegalStateException(body.id + " is there already");
        }
        return body;
    }

    /** A programme and its id. */
    String programme(String key, String name, String country, Period span) {
        String id = "programme:" + key;
        programmes.add(new Programme(id, name, country, span));
        return id;
    }

    void member(School school, Body body, String role, Period span) {
        memberships.add(new Membership(school, body, role, span));
    }

    /** For as long as the body is there; the lead school leads, the others are members. */
    void members(Body body, List<School> schools) {
        schools.forEach(school -> member(school, body, school == body.lead ? "lead" : "member", body.life));
    }

    /**
     * One school helps another.
     *
     * @param broker id of the body that arranged it, an authority's too: {@code la:208}
     */
    void support(
            School supporter,
            School supported,
            @Nullable String programme,
            @Nullable String broker,
            String depth,
            Period span) {
        supports.add(new Support(supporter, supported, programme, broker, depth, span));
    }

    void designate(School school, String designation, String programme, Period span) {
        designations.add(new Designation(school, designation, programme, span));
    }

    void observe(String subject, String measure, Period span, String value, String unit) {
        observations.add(new Observation(subject, measure, span, value, unit));
    }
}
