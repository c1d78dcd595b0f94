package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Overlay.Under;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;
import uk.middletier.timeline.Whereabouts;

/**
 * Which types of the literature a body is of, by rules from the record: several may fire, and what a rule saw is told. A
 * body of one open school is no group of schools and has no row.
 */
public final class Types {
    /** What the catalogue says of them. */
    public static final List<Definition> DEFINITIONS = CollaborationType.definitions();

    /** Bodies that can be a group of schools. An authority is not one by choice, a sponsor runs trusts. */
    public static final Set<BodyKind> KINDS = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(
            BodyKind.LOCAL_AUTHORITY, BodyKind.SINGLE_ACADEMY_TRUST, BodyKind.UNKNOWN_TRUST, BodyKind.SPONSOR)));

    /** Bodies of which the types of federations are told. */
    private static final Set<BodyKind> FEDERATIONS = EnumSet.of(
            BodyKind.FEDERATION,
            BodyKind.MULTI_ACADEMY_TRUST,
            BodyKind.FOUNDATION_TRUST,
            BodyKind.UMBRELLA_TRUST,
            BodyKind.COLLABORATIVE,
            BodyKind.SHARED_LEADERSHIP);

    /**
     * Which bodies.
     *
     * @param body the only one wanted, by its place in the tier; null = all of the kinds
     * @param within an area in which a school of theirs must lie; null = anywhere
     * @param types of one of which they must be; empty = whatever they are
     * @param day epoch day
     */
    public record Question(
            Set<BodyKind> kinds,
            @Nullable Integer body,
            @Nullable Integer within,
            Set<CollaborationType> types,
            int day) {}

    /**
     * A body.
     *
     * @param unit its place in the tier
     * @param schools open on the day
     * @param verdicts of the rules that speak of its kind, in the order of the types
     */
    public record Row(int unit, int schools, List<Verdict> verdicts) {
        boolean is(CollaborationType type) {
            return verdicts.stream()
                    .anyMatch(verdict -> verdict.type() == type && Boolean.TRUE.equals(verdict.applies()));
        }
    }

    /** How many bodies are of a type, are not, and may be. */
    public record Count(CollaborationType type, int bodies, int others, int undecided) {}

    private final Timeline timeline;
    private final Question question;
    private final Presence presence;
    private final Ratings ratings;

    private Types(Timeline timeline, Question question) {
        this.timeline = timeline;
        this.question = question;
        Set<BodyKind> kinds = EnumSet.copyOf(question.kinds());
        if (kinds.contains(BodyKind.UMBRELLA_TRUST)) {
            kinds.addAll(EnumSet.of(BodyKind.MULTI_ACADEMY_TRUST, BodyKind.SINGLE_ACADEMY_TRUST));
        }
        this.presence = Presence.on(timeline, question.day(), kinds, school -> true);
        this.ratings = new Ratings(timeline, question.kinds());
    }

    /** The bodies wanted, in the order of their ids. */
    public static List<Row> of(Timeline timeline, Question question) {
        Types types = new Types(timeline, question);
        Tier tier = timeline.tier();
        List<Row> rows = new ArrayList<>();
        for (int unit = 0; unit < tier.size(); unit++) {
            BodyKind kind = tier.kind(unit);
            Integer body = question.body();
            if (kind != null && question.kinds().contains(kind) && (body == null || body == unit)) {
                int[] members = types.members(unit, kind);
                if (members.length >= 2 && types.inArea(members)) {
                    Row row = types.row(new Gathering(timeline, unit, kind, members, question.day()));
                    if (question.types().isEmpty() || question.types().stream().anyMatch(row::is)) {
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }

    /** Of every type one of the bodies could be of, how many are. */
    public static List<Count> counts(List<Row> rows) {
        List<Count> counts = new ArrayList<>();
        for (CollaborationType type : CollaborationType.values()) {
            List<@Nullable Boolean> said = new ArrayList<>();
            rows.forEach(row -> row.verdicts().stream()
                    .filter(verdict -> verdict.type() == type)
                    .forEach(verdict -> said.add(verdict.applies())));
            if (!said.isEmpty()) {
                int yes = (int) said.stream().filter(Boolean.TRUE::equals).count();
                int no = (int) said.stream().filter(Boolean.FALSE::equals).count();
                counts.add(new Count(type, yes, no, said.size() - yes - no));
            }
        }
        return counts;
    }

    /** Under an umbrella trust stand trusts, and their schools. */
    private int[] members(int unit, BodyKind kind) {
        if (kind != BodyKind.UMBRELLA_TRUST) {
            return schools(unit).toArray();
        }
        TreeSet<Integer> members = new TreeSet<>();
        schools(unit).forEach(members::add);
        String id = timeline.tier().ref(unit).id();
        for (Under under : timeline.overlay().programmes()) {
            if (under.above().equals(id) && under.from() <= question.day() && question.day() < under.to()) {
                schools(under.unit()).forEach(members::add);
            }
        }
        return members.stream().mapToInt(Integer::intValue).toArray();
    }

    private IntStream schools(int unit) {
        return IntStream.range(0, presence.count(unit)).map(index -> presence.school(unit, index));
    }

    private boolean inArea(int[] members) {
        Integer within = question.within();
        if (within == null) {
            return true;
        }
        AreaKind kind = AreaKind.findLabel(timeline.tier().ref(within).kind()).orElseThrow();
        Whereabouts areas = new Whereabouts(timeline, kind);
        return Arrays.stream(members).anyMatch(school -> areas.isIn(school, within, question.day()));
    }

    private Row row(Gathering group) {
        List<Verdict> verdicts = new ArrayList<>();
        if (FEDERATIONS.contains(group.kind())) {
            verdicts.addAll(FederationTypes.of(group, ratings));
        }
        verdicts.addAll(ChainTypes.of(group));
        return new Row(group.unit(), group.size(), verdicts);
    }
}
