package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.FlowsQuestion.Between;
import uk.middletier.model.Ref;
import uk.middletier.timeline.DaySchools;
import uk.middletier.timeline.Schools;
import uk.middletier.timeline.Succession;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Timeline;

/**
 * Where the schools of one day are on another, as the nodes and links of a Sankey diagram. The unit is the lineage: its
 * schools open on both days are paired, by URN and then in the order of URNs, so that a conversion is a move and neither
 * an end nor a beginning. What is left over on the first day has closed, or merged if it went into a school whose lineage
 * is open on the second; what is left over on the second has opened. Every school of either day is in one link.
 */
public final class Flows {
    private static final Set<String> TAKES_IN = Set.of("plain", "merged", "amalgamated");

    private final List<Node> nodes;
    private final List<Link> links;
    private final Total total;

    /** The two days. */
    public enum Side {
        FROM,
        TO;

        /** {@code from} or {@code to}. */
        public String word() {
            return this == FROM ? "from" : "to";
        }
    }

    /**
     * A sector or body on one of the days, or what stands for having closed, merged or opened.
     *
     * @param ref the id is that of the sector or body with the side before it: one and the same may be on both
     * @param schools schools of its links
     */
    public record Node(Ref ref, Side side, long schools) {}

    /**
     * Schools that went from one node to another.
     *
     * @param pupils of those whose number is known, in the latest census; null if none is
     */
    public record Link(
            Ref source, Ref target, long schools, @Nullable Long pupils) {}

    /**
     * All schools asked for, whether they are shown or not.
     *
     * @param schoolsFrom open on the first day: those that stayed, moved, merged and closed
     * @param schoolsTo open on the second day: those that stayed, moved and opened
     */
    public record Total(
            long schoolsFrom, long schoolsTo, long stayed, long moved, long merged, long closed, long opened) {}

    private Flows(List<Node> nodes, List<Link> links, Total total) {
        this.nodes = nodes;
        this.links = links;
        this.total = total;
    }

    public static Flows of(Timeline timeline, FlowsQuestion question) {
        return new Count(timeline, question).make();
    }

    /** Those of the first day before those of the second, by id. */
    public List<Node> nodes() {
        return nodes;
    }

    /** By the ids of source and target. */
    public List<Link> links() {
        return links;
    }

    public Total total() {
        return total;
    }

    private record Pair(String source, String target) {}

    private static final class Sum {
        private long schools;
        private long pupils;
        private boolean pupilsKnown;

        void add(int count) {
            schools++;
            if (count != Schools.UNKNOWN) {
                pupils += count;
                pupilsKnown = true;
            }
        }
    }

    private static final class Count {
        private static final Ref CLOSED = new Ref("to/closed", "Closed", "closed");
        private static final Ref MERGED = new Ref("to/merged", "Merged into another school", "merged");
        private static final Ref OPENED = new Ref("from/opened", "Opened", "opened");

        private final Timeline timeline;
        private final Schools schools;
        private final Tier tier;
        private final FlowsQuestion question;
        private final DaySchools first;
        private final DaySchools second;
        private final Map<Integer, List<Integer>> secondByLineage = new HashMap<>();
        private @Nullable Map<Long, List<Long>> successors;
        private final Map<String, Ref> refs = new TreeMap<>();
        private final Map<Pair, Sum> sums =
                new TreeMap<>(Comparator.comparing(Pair::source).thenComparing(Pair::target));
        private long stayed;
        private long moved;
        private long merged;
        private long closed;
        private long opened;

        Count(Timeline timeline, FlowsQuestion question) {
            this.timeline = timeline;
            this.schools = timeline.schools();
            this.tier = timeline.tier();
            this.question = question;
            this.first = DaySchools.of(timeline, question.from(), question.within(), question.filter());
            this.second = DaySchools.of(timeline, question.to(), question.within(), question.filter());
        }

        Flows make() {
            Map<Integer, List<Integer>> firstByLineage = new TreeMap<>();
            byLineage(first, firstByLineage);
            byLineage(second, secondByLineage);
            firstByLineage.forEach((lineage, open) -> pair(open, secondByLineage.getOrDefault(lineage, List.of())));
            secondByLineage.forEach((lineage, open) -> {
                if (!firstByLineage.containsKey(lineage)) {
                    open.forEach(this::opened);
                }
            });
            Total total = new Total(
                    stayed + moved + merged + closed, stayed + moved + opened, stayed, moved, merged, closed, opened);
            return new Flows(nodes(), links(), total);
        }

        private void byLineage(DaySchools open, Map<Integer, List<Integer>> lineages) {
            for (int i = 0; i < open.size(); i++) {
                lineages.computeIfAbsent(schools.lineage(open.school(i)), none -> new ArrayList<>(1))
                        .add(i);
            }
        }

        /** Schools of one lineage on both days, each by URN. */
        private void pair(List<Integer> before, List<Integer> after) {
            List<Integer> left = new ArrayList<>(before);
            List<Integer> right = new ArrayList<>(after);
            for (int i : before) {
                for (int j : after) {
                    if (first.school(i) == second.school(j)) {
                        moved(i, j);
                        left.remove((Integer) i);
                        right.remove((Integer) j);
                    }
                }
            }
            int both = Math.min(left.size(), right.size());
            for (int k = 0; k < both; k++) {
                moved(left.get(k), right.get(k));
            }
            left.subList(both, left.size()).forEach(this::ended);
            right.subList(both, right.size()).forEach(this::opened);
        }

        private void moved(int i, int j) {
            if (!first.wanted(i) && !second.wanted(j)) {
                return;
            }
            boolean same = question.between() == Between.SECTORS
                    ? first.sector(i) == second.sector(j)
                    : sameBody(first.body(i), second.body(j));
            if (same) {
                stayed++;
            } else {
                moved++;
            }
            if (!same || question.stayed()) {
                add(node(Side.FROM, first, i), node(Side.TO, second, j), second.school(j));
            }
        }

        private void ended(int i) {
            if (first.wanted(i)) {
                boolean wentOn = wentOn(schools.urn(first.school(i)));
                if (wentOn) {
                    merged++;
                } else {
                    closed++;
                }
                add(node(Side.FROM, first, i), wentOn ? MERGED : CLOSED, first.school(i));
            }
        }

        private void opened(int j) {
            if (second.wanted(j)) {
                opened++;
                add(OPENED, node(Side.TO, second, j), second.school(j));
            }
        }

        /** Whether it went into a school of a lineage that is open on the second day. */
        private boolean wentOn(long urn) {
            if (successors == null) {
                successors = new HashMap<>();
                for (Succession link : timeline.successions()) {
                    if (TAKES_IN.contains(link.kind())) {
                        successors
                                .computeIfAbsent(link.fromUrn(), none -> new ArrayList<>(1))
                                .add(link.toUrn());
                    }
                }
            }
            return successors.getOrDefault(urn, List.of()).stream()
                    .mapToInt(schools::find)
                    .anyMatch(school -> school >= 0 && secondByLineage.containsKey(schools.lineage(school)));
        }

        /** Group records of one company are one trust. */
        private boolean sameBody(int a, int b) {
            String company = tier.company(a);
            return a == b || (company != null && tier.isTrust(a) && tier.isTrust(b) && company.equals(tier.company(b)));
        }

        private Ref node(Side side, DaySchools open, int index) {
            if (question.between() == Between.SECTORS) {
                String word = open.sector(index).word();
                return new Ref(side.word() + "/" + word, word, "sector");
            }
            Ref body = tier.ref(open.body(index));
            return new Ref(side.word() + "/" + body.id(), body.name(), body.kind());
        }

        private void add(Ref source, Ref target, int school) {
            refs.put(source.id(), source);
            refs.put(target.id(), target);
            sums.computeIfAbsent(new Pair(source.id(), target.id()), none -> new Sum())
                    .add(schools.pupils(school));
        }

        private List<Node> nodes() {
            Map<String, Long> held = new HashMap<>();
            sums.forEach((pair, sum) -> {
                held.merge(pair.source(), sum.schools, Long::sum);
                held.merge(pair.target(), sum.schools, Long::sum);
            });
            return refs.values().stream()
                    .map(ref -> new Node(
                            ref,
                            ref.id().startsWith(Side.FROM.word() + "/") ? Side.FROM : Side.TO,
                            held.getOrDefault(ref.id(), 0L)))
                    .toList();
        }

        private List<Link> links() {
            List<Link> links = new ArrayList<>();
            sums.forEach((pair, sum) -> links.add(new Link(
                    ref(pair.source()), ref(pair.target()), sum.schools, sum.pupilsKnown ? sum.pupils : null)));
            return links;
        }

        private Ref ref(String id) {
            Ref ref = refs.get(id);
            if (ref == null) {
                throw new IllegalStateException("no node " + id);
            }
            return ref;
        }
    }
}
