package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.middletier.dataset.Origin;
import uk.middletier.dataset.OverlayRecord;
import uk.middletier.dataset.Source;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Period;
import uk.middletier.model.RelationshipRow;

/** Facts that no register holds, gathered from every file, each once, and put into the graph when all schools are known. */
final class Overlays {
    private final Issues issues;
    private final OverlayBodies bodies;
    private final OverlayMembers members;
    private final OverlayFacts facts;
    private final Map<List<?>, Source> told = new HashMap<>();

    Overlays(Register register, Groups groups, Taken taken, Issues issues) {
        this.issues = issues;
        this.bodies = new OverlayBodies(groups, taken, issues);
        this.members = new OverlayMembers(register, bodies, taken, issues);
        this.facts = new OverlayFacts(register, bodies, taken, issues);
    }

    /** Takes a record; what another has said before is left out. */
    void add(OverlayRecord record) {
        Source source = record.origin().source();
        Source before = told.putIfAbsent(key(record), source);
        if (before == null) {
            if (record instanceof OverlayRecord.Programme programme) {
                bodies.add(programme);
            } else if (record instanceof OverlayRecord.Body body) {
                bodies.add(body);
            } else if (record instanceof OverlayRecord.Member member) {
                members.add(member);
            } else {
                facts.add(record);
            }
        } else if (before.kind() == source.kind()) {
            // Two lists of different kinds may well say the same: both are right.
            report(issues, IssueCode.OVERLAY_DUPLICATE, record.origin(), subject(record), "said before", "left out");
        }
    }

    /** Trusts that overlays name for schools no register describes, by school. */
    Map<Long, List<Spell>> trusts() {
        members.complete();
        return members.trusts();
    }

    /** Nodes of bodies and programmes; asked for last, when all that is named is known. */
    List<NodeRow> nodes(LocalDate extractDate) {
        return bodies.nodes(extractDate);
    }

    /** Every relationship; {@link #trusts} comes first. */
    List<RelationshipRow> relationships(Lives lives) {
        List<RelationshipRow> rows = new ArrayList<>();
        // Bodies name programmes that facts are about.
        bodies.addTo(rows);
        members.addTo(rows, lives);
        facts.addTo(rows, lives);
        return rows;
    }

    static void report(Issues issues, IssueCode code, Origin origin, String subject, String found, String done) {
        issues.add(code, origin.source().name(), origin.line(), subject, found, done);
    }

    /** Whether a day that was recorded did not stay. An empty date, or one only observed, claims nothing. */
    static boolean isCut(OverlayRecord.Span given, Period left) {
        LocalDate from = given.period().from();
        LocalDate to = given.period().to();
        boolean start = given.fromKnown() && from != null && !from.equals(left.from());
        boolean end = given.lastSeen() == null && to != null && !to.equals(left.to());
        return start || end;
    }

    private static String subject(OverlayRecord record) {
        return String.valueOf(key(record).get(1));
    }

    private static List<?> key(OverlayRecord record) {
        if (record instanceof OverlayRecord.Programme programme) {
            return List.of("programme", programme.id());
        } else if (record instanceof OverlayRecord.Body body) {
            return List.of("body", body.id());
        } else if (record instanceof OverlayRecord.Member member) {
            return List.of(
                    "member",
                    "school:" + member.school(),
                    member.body(),
                    member.role(),
                    member.span().period());
        } else if (record instanceof OverlayRecord.Support support) {
            return Arrays.asList(
                    "support",
                    "school:" + support.supporter(),
                    support.supported(),
                    support.programme(),
                    support.broker(),
                    support.depth(),
                    support.span().period());
        } else if (record instanceof OverlayRecord.Designation designation) {
            return Arrays.asList(
                    "designation",
                    "school:" + designation.school(),
                    designation.as(),
                    designation.programme(),
                    designation.span().period());
        }
        OverlayRecord.Observation observation = (OverlayRecord.Observation) record;
        return Arrays.asList(
                "observation",
                observation.subject(),
                observation.measure(),
                observation.text(),
                observation.span().period());
    }
}
