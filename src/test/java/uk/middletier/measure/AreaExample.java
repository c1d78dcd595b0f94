package uk.middletier.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import uk.middletier.measure.Definition.Family;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Geography;
import uk.middletier.model.Partition;
import uk.middletier.model.Weight;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Grouping;
import uk.middletier.timeline.MadeTimeline;
import uk.middletier.timeline.Timeline;

/** What is asked about the areas of a timeline made by hand: of authorities, all schools alike, unless said otherwise. */
record AreaExample(Timeline timeline, Grouping grouping, Filter filter, Weight weight) {
    static final Offset<Double> CLOSE = within(1e-9);

    /** Three authorities in two regions, and bodies of which the id tells the kind. */
    static MadeTimeline sketch() {
        return new MadeTimeline()
                .area(AreaKind.REGION, "region:1")
                .area(AreaKind.REGION, "region:2")
                .area(AreaKind.LOCAL_AUTHORITY, "la:1", "region:1")
                .area(AreaKind.LOCAL_AUTHORITY, "la:2", "region:1")
                .area(AreaKind.LOCAL_AUTHORITY, "la:3", "region:2")
                .area(AreaKind.DIOCESE, "diocese:1")
                .area(AreaKind.CONSTITUENCY, "constituency:1")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "mat:1")
                .body(BodyKind.MULTI_ACADEMY_TRUST, "mat:2")
                .body(BodyKind.SINGLE_ACADEMY_TRUST, "sat:1")
                .body(BodyKind.SINGLE_ACADEMY_TRUST, "sat:2")
                .body(BodyKind.UNKNOWN_TRUST, "unknown")
                .body(BodyKind.FEDERATION, "federation:1")
                .body(BodyKind.FEDERATION, "federation:2")
                .body(BodyKind.SPONSOR, "sponsor:1")
                .body(BodyKind.FOUNDATION_TRUST, "foundation:1")
                .body(BodyKind.TEACHING_SCHOOL_ALLIANCE, "alliance:1")
                .body(BodyKind.PAIRING, "pairing:1");
    }

    static AreaExample of(MadeTimeline sketch) {
        return new AreaExample(sketch.make(), Grouping.by(AreaKind.LOCAL_AUTHORITY), Filter.NONE, Weight.SCHOOLS);
    }

    AreaExample by(AreaKind kind) {
        return with(new Grouping(kind, grouping.partition(), grouping.geography(), grouping.within()));
    }

    AreaExample partition(Partition partition) {
        return with(new Grouping(grouping.by(), partition, grouping.geography(), grouping.within()));
    }

    /** In the areas of today. */
    AreaExample today() {
        return with(new Grouping(grouping.by(), grouping.partition(), Geography.CURRENT, grouping.within()));
    }

    AreaExample inside(String area) {
        return with(new Grouping(grouping.by(), grouping.partition(), grouping.geography(), area));
    }

    AreaExample only(Filter schools) {
        return new AreaExample(timeline, grouping, schools, weight);
    }

    AreaExample byPupils() {
        return new AreaExample(timeline, grouping, filter, Weight.PUPILS);
    }

    private AreaExample with(Grouping other) {
        return new AreaExample(timeline, other, filter, weight);
    }

    AreaQuestion question(List<AreaMeasure> measures) {
        return new AreaQuestion(grouping, filter, weight, measures);
    }

    double value(String id, String area, String day) {
        return Objects.requireNonNull(
                values(List.of(AreaMeasures.find(id).orElseThrow()), area, day).get(id));
    }

    /** Of all areas of the kind taken together. */
    double whole(String id, String day) {
        AreaMeasures measures = AreaMeasures.ofWhole(
                timeline, question(List.of(AreaMeasures.find(id).orElseThrow())));
        measures.advanceTo(LocalDate.parse(day));
        return measures.value(0, 0);
    }

    /** How many schools every area has, of those that ever had one. */
    Map<String, Integer> schools(String day) {
        AreaMeasures measures = AreaMeasures.of(timeline, question(List.of()));
        measures.advanceTo(LocalDate.parse(day));
        Map<String, Integer> schools = new TreeMap<>();
        for (int area = 0; area < measures.areas(); area++) {
            schools.put(timeline.tier().ref(measures.unit(area)).id(), measures.schools(area));
        }
        return schools;
    }

    /** Every measure of a family has the value expected of it in an area, NaN if it is undefined, and there is no other. */
    void hasExactly(Family family, String area, String day, Map<String, Double> expected) {
        Map<String, Double> values = values(AreaMeasures.list(family), area, day);
        assertThat(values.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(expected)
                .allSatisfy((id, value) ->
                        assertThat(values.get(id)).as(id + " of " + area).isCloseTo(value, CLOSE));
    }

    private Map<String, Double> values(List<AreaMeasure> asked, String area, String day) {
        AreaMeasures measures = AreaMeasures.of(timeline, question(asked));
        measures.advanceTo(LocalDate.parse(day));
        int place = 0;
        while (!timeline.tier().ref(measures.unit(place)).id().equals(area)) {
            place++;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            values.put(asked.get(i).id(), measures.value(place, i));
        }
        return values;
    }
}
