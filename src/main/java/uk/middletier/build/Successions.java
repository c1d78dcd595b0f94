package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.LinkRecord;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.Ids;

/**
 * What took whose place. The register writes nearly every link at both of its ends; here each pair stands once. Plain
 * links chain schools to lineages; merges, amalgamations and splits join lineages without making them one.
 */
final class Successions {
    /** How one school took another's place. */
    enum Kind {
        PLAIN("plain"),
        MERGED("merged"),
        AMALGAMATED("amalgamated"),
        SPLIT("split"),
        OTHER("other");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * One succession.
     *
     * @param on the day the register gives, the earliest where its two ends differ
     * @param link the row it was first read from
     */
    record Succession(
            long from, long to, Kind kind, @Nullable LocalDate on, LinkRecord link) {}

    private record Pair(long from, long to, Kind kind) {}

    private final Register register;
    private final Issues issues;
    private final Map<Pair, Succession> successions = new TreeMap<>(
            Comparator.comparingLong(Pair::from).thenComparingLong(Pair::to).thenComparing(Pair::kind));
    private final Map<Long, List<Succession>> bySchool = new HashMap<>();
    private final Map<Long, Long> lineage = new HashMap<>();

    Successions(Register register, Issues issues) {
        this.register = register;
        this.issues = issues;
    }

    /** Takes a row of the links. */
    void add(LinkRecord link) {
        if (register.find(link.urn()) == null || register.find(link.linkedUrn()) == null) {
            long missing = register.find(link.urn()) == null ? link.urn() : link.linkedUrn();
            report(IssueCode.LINK_SCHOOL_UNKNOWN, link, "URN " + missing + " (" + link.type() + ")", "link left out");
            return;
        }
        Pair pair = pair(link);
        successions.merge(
                pair,
                new Succession(pair.from(), pair.to(), pair.kind(), link.established(), link),
                Successions::earlierDated);
    }

    private static Succession earlierDated(Succession a, Succession b) {
        LocalDate first = a.on();
        LocalDate second = b.on();
        boolean keep = second == null || (first != null && !second.isBefore(first));
        return keep ? a : new Succession(a.from(), a.to(), a.kind(), second, a.link());
    }

    /** Ends the reading: chains the lineages. */
    void complete() {
        for (Succession succession : successions.values()) {
            bySchool.computeIfAbsent(succession.from(), urn -> new ArrayList<>())
                    .add(succession);
            if (succession.kind() == Kind.PLAIN) {
                long a = lineageOf(succession.from());
                long b = lineageOf(succession.to());
                lineage.put(Math.max(a, b), Math.min(a, b));
            }
        }
    }

    Collection<Succession> all() {
        return successions.values();
    }

    /** URNs of the schools that took its place in any way but a sixth-form link or the like. */
    List<Long> successors(long urn) {
        return bySchool.getOrDefault(urn, List.of()).stream()
                .filter(succession -> succession.kind() != Kind.OTHER)
                .map(Succession::to)
                .toList();
    }

    /** URNs of the schools that took its place one for one. */
    List<Long> plainSuccessors(long urn) {
        return bySchool.getOrDefault(urn, List.of()).stream()
                .filter(succession -> succession.kind() == Kind.PLAIN)
                .map(Succession::to)
                .toList();
    }

    /** The lowest URN of the chain of plain successions a school belongs to. */
    long lineageOf(long urn) {
        long root = urn;
        for (Long next = lineage.get(root); next != null && next != root; next = lineage.get(root)) {
            root = next;
        }
        return root;
    }

    private Pair pair(LinkRecord link) {
        Kind kind = kind(link);
        boolean ofSuccessor = link.type().startsWith("Successor");
        boolean ofPredecessor = link.type().startsWith("Predecessor");
        boolean forward = ofSuccessor || (!ofPredecessor && endsFirst(link.urn(), link.linkedUrn()));
        return forward ? new Pair(link.urn(), link.linkedUrn(), kind) : new Pair(link.linkedUrn(), link.urn(), kind);
    }

    private Kind kind(LinkRecord link) {
        return switch (link.type()) {
            case "Successor", "Predecessor" -> Kind.PLAIN;
            case "Successor - merged", "Predecessor - merged" -> Kind.MERGED;
            case "Successor - amalgamated", "Predecessor - amalgamated", "Result of Amalgamation" -> Kind.AMALGAMATED;
            case "Successor - Split School", "Predecessor - Split School" -> Kind.SPLIT;
            case "Merged - expansion in school capacity and changer in age range",
                    "Merged - change in age range",
                    "Merged - expansion of school capacity" -> Kind.MERGED;
            case "Sixth Form Centre School", "Sixth Form Centre Link", "Other", "Expansion", "Closure" -> Kind.OTHER;
            default -> {
                report(IssueCode.LINK_TYPE_UNKNOWN, link, link.type(), "kept as a link of kind other");
                yield Kind.OTHER;
            }
        };
    }

    /** Types without a direction point from what closed to what stayed, else from the older URN to the newer. */
    private boolean endsFirst(long urn, long other) {
        LocalDate end = end(urn);
        LocalDate otherEnd = end(other);
        return end.equals(otherEnd) ? urn < other : end.isBefore(otherEnd);
    }

    private LocalDate end(long urn) {
        SchoolRecord school = register.find(urn);
        if (school == null || !"Closed".equals(school.status())) {
            return LocalDate.MAX;
        }
        return school.closeDate() == null ? LocalDate.MIN : school.closeDate();
    }

    private void report(IssueCode code, LinkRecord link, String found, String done) {
        issues.add(code, link.origin().source().name(), link.origin().line(), Ids.school(link.urn()), found, done);
    }
}
