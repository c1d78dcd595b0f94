package uk.middletier.measure;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Ids;
import uk.middletier.timeline.Overlay.Observation;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Timeline;

/** Of every school the value of one measure that was last observed up to a day, though it may no longer hold. */
final class LastKnown {
    private final Schools schools;
    private final Map<String, Observation> bySubject = new HashMap<>();
    private final Map<Integer, Observation> byLineage = new HashMap<>();

    LastKnown(Timeline timeline, String measure, int day) {
        this.schools = timeline.schools();
        for (Observation observed : timeline.overlay().observations()) {
            if (observed.measure().equals(measure) && observed.value() != null && observed.from() <= day) {
                bySubject.merge(observed.subject(), observed, LastKnown::later);
            }
        }
        for (int school = 0; school < schools.size(); school++) {
            Observation observed = bySubject.get(Ids.school(schools.urn(school)));
            if (observed != null) {
                byLineage.merge(schools.lineage(school), observed, LastKnown::later);
            }
        }
    }

    private static Observation later(Observation one, Observation other) {
        return other.from() >= one.from() ? other : one;
    }

    /** Of the school itself; NaN if none is known. */
    double of(int school) {
        return value(bySubject.get(Ids.school(schools.urn(school))));
    }

    /** Of the school or what it took the place of; NaN if none is known. */
    double ofLineage(int school) {
        double own = of(school);
        return Double.isNaN(own) ? value(byLineage.get(schools.lineage(school))) : own;
    }

    private static double value(@Nullable Observation observed) {
        Double value = observed == null ? null : observed.value();
        return value == null ? Double.NaN : value;
    }
}
