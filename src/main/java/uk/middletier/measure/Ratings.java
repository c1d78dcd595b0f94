package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.OfstedGrade;
import uk.middletier.timeline.Overlay.Observation;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Spells;
import uk.middletier.timeline.Timeline;

/** Overall grades of inspections, and the days on which bodies first had two schools. */
final class Ratings {
    /** The overlays' words for an overall grade, 1 to 4 or in Ofsted's words. */
    private static final Set<String> MEASURES = Set.of("ofsted-overall", "ofsted");

    private static final int GOOD = 2;

    private final Schools schools;
    private final Map<Integer, List<Grade>> ofLineage = new HashMap<>();
    private final Map<Integer, List<Stay>> stays = new HashMap<>();

    private record Grade(int day, int grade) {}

    /** A school in a body while open. */
    private record Stay(int school, int from, int to, boolean fromKnown) {}

    /** A body's first two schools, or more if they came on one day; the day is {@link Days#ALWAYS} if it is not known. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Formation(int day, int[] schools) {}

    /** @param kinds of the bodies that will be asked about */
    Ratings(Timeline timeline, Set<BodyKind> kinds) {
        this.schools = timeline.schools();
        for (int school = 0; school < schools.size(); school++) {
            if (schools.ofstedGrade(school) > 0 && schools.ofstedDay(school) != Days.NEVER) {
                add(school, schools.ofstedDay(school), schools.ofstedGrade(school));
            }
        }
        for (Observation observed : timeline.overlay().observations()) {
            int grade = MEASURES.contains(observed.measure()) ? grade(observed) : 0;
            int school = grade == 0 ? -1 : find(observed.subject());
            if (school >= 0) {
                add(school, observed.from(), grade);
            }
        }
        for (Spells spells : List.of(timeline.governance(), timeline.memberships())) {
            for (int spell = 0; spell < spells.size(); spell++) {
                int school = spells.school(spell);
                BodyKind kind = timeline.tier().kind(spells.target(spell));
                if (kind != null && kinds.contains(kind) && schools.everOpen(school)) {
                    boolean joinedOpen = spells.from(spell) >= schools.from(school);
                    stays.computeIfAbsent(spells.target(spell), none -> new ArrayList<>())
                            .add(new Stay(
                                    school,
                                    Math.max(spells.from(spell), schools.from(school)),
                                    Math.min(spells.to(spell), schools.to(school)),
                                    joinedOpen ? spells.fromKnown(spell) : schools.from(school) != Days.ALWAYS));
                }
            }
        }
    }

    private void add(int school, int day, int grade) {
        ofLineage
                .computeIfAbsent(schools.lineage(school), none -> new ArrayList<>())
                .add(new Grade(day, grade));
    }

    private int find(String subject) {
        String number = subject.startsWith("school:") ? subject.substring("school:".length()) : "";
        return number.matches("[0-9]{1,9}") ? schools.find(Long.parseLong(number)) : -1;
    }

    private static int grade(Observation observed) {
        Double value = observed.value();
        if (value == null) {
            return OfstedGrade.of(observed.text());
        }
        return (value == 1 || value == 2 || value == 3 || value == 4) ? value.intValue() : 0;
    }

    /** The latest grade up to a day, of the school or what it took the place of; 0 if none is known. */
    private int at(int school, int day) {
        return ofLineage.getOrDefault(schools.lineage(school), List.of()).stream()
                .filter(grade -> grade.day() <= day)
                .max(Comparator.comparingInt(Grade::day).thenComparingInt(Grade::grade))
                .map(Grade::grade)
                .orElse(0);
    }

    Verdict performance(Gathering group) {
        Formation formed = formation(stays.getOrDefault(group.unit(), List.of()));
        if (formed == null || formed.day() == Days.ALWAYS) {
            return Verdict.untold(
                    CollaborationType.PERFORMANCE, "the day on which it first had two schools is not known");
        }
        int high = first(formed, 1, GOOD);
        int low = first(formed, GOOD + 1, 4);
        String when = " on " + Days.date(formed.day());
        if (high >= 0 && low >= 0) {
            return Verdict.yes(
                    CollaborationType.PERFORMANCE,
                    "grade " + at(high, formed.day()) + " at " + schools.urn(high) + " and grade "
                            + at(low, formed.day()) + " at " + schools.urn(low) + when);
        }
        long untold = Arrays.stream(formed.schools())
                .filter(school -> at(school, formed.day()) == 0)
                .count();
        return untold == 0
                ? Verdict.no(CollaborationType.PERFORMANCE, (high >= 0 ? "all good or better" : "none good") + when)
                : Verdict.untold(
                        CollaborationType.PERFORMANCE,
                        "ratings of " + untold + " of its first " + formed.schools().length
                                + " schools are not known as they were" + when);
    }

    private int first(Formation formed, int best, int worst) {
        return Arrays.stream(formed.schools())
                .filter(school -> at(school, formed.day()) >= best && at(school, formed.day()) <= worst)
                .findFirst()
                .orElse(-1);
    }

    /** Null if it never had two at once. */
    private static @Nullable Formation formation(List<Stay> stays) {
        int[] days = stays.stream().mapToInt(Stay::from).distinct().sorted().toArray();
        for (int day : days) {
            List<Stay> there = stays.stream()
                    .filter(stay -> stay.from() <= day && day < stay.to())
                    .toList();
            int[] schools =
                    there.stream().mapToInt(Stay::school).distinct().sorted().toArray();
            if (schools.length >= 2) {
                boolean known = there.stream().allMatch(Stay::fromKnown);
                return new Formation(known ? day : Days.ALWAYS, schools);
            }
        }
        return null;
    }
}
