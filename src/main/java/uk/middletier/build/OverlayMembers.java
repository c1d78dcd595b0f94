package uk.middletier.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.OverlayRecord;
import uk.middletier.dataset.OverlayRecord.Member;
import uk.middletier.dataset.OverlayRecord.Span;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.Basis;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;
import uk.middletier.model.Relationships;

/** Which school was in which body of an overlay: one spell for what touches or overlaps, cut to the lives of both. */
final class OverlayMembers {
    private static final String LEAD = "lead";
    private static final String MEMBER = "member";

    private static final Comparator<Member> BY_START = Comparator.comparing(
            member -> member.span().period().from(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Register register;
    private final OverlayBodies bodies;
    private final Taken taken;
    private final Issues issues;
    private final Map<Long, Map<String, List<Member>>> members = new TreeMap<>();
    private final Map<Long, List<Spell>> trusts = new HashMap<>();

    OverlayMembers(Register register, OverlayBodies bodies, Taken taken, Issues issues) {
        this.register = register;
        this.bodies = bodies;
        this.taken = taken;
        this.issues = issues;
    }

    void add(Member member) {
        members.computeIfAbsent(member.school(), none -> new TreeMap<>())
                .computeIfAbsent(member.body(), none -> new ArrayList<>())
                .add(member);
    }

    /** When all is read: schools that bodies name as theirs, what cannot be, and who governs whom. */
    void complete() {
        bodies.all().forEach(this::lead);
        members.forEach((school, bodiesOfIt) -> bodiesOfIt.forEach((body, all) -> all.removeIf(this::isRefused)));
    }

    /** Trusts of schools no register describes. */
    Map<Long, List<Spell>> trusts() {
        return trusts;
    }

    private void lead(OverlayRecord.Body body) {
        Long school = body.leadSchool();
        if (school == null) {
            return;
        }
        List<Member> known = members.getOrDefault(school, Map.of()).getOrDefault(body.id(), List.of());
        if (known.isEmpty()) {
            add(new Member(body.origin(), school, body.id(), LEAD, body.span(), body.provenance()));
        } else if (known.stream().noneMatch(member -> member.role().equals(LEAD))) {
            known.replaceAll(member -> member.role().equals(MEMBER) ? with(member, LEAD, member.span()) : member);
        }
    }

    private boolean isRefused(Member member) {
        String subject = Ids.school(member.school());
        SchoolRecord school = register.find(member.school());
        OverlayBodies.Known body = bodies.find(member.body());
        if (school == null) {
            report(IssueCode.OVERLAY_SCHOOL_UNKNOWN, member, subject + " in " + member.body(), "left out");
            return true;
        }
        if (body == null) {
            report(IssueCode.OVERLAY_BODY_UNKNOWN, member, member.body(), "left out");
            return true;
        }
        return switch (body.kind()) {
            case LOCAL_AUTHORITY, UNKNOWN_TRUST -> {
                report(IssueCode.OVERLAY_GOVERNANCE, member, member.body(), "left out: the school's type says it");
                yield true;
            }
            case MULTI_ACADEMY_TRUST, SINGLE_ACADEMY_TRUST -> {
                govern(member, school);
                yield true;
            }
            default -> false;
        };
    }

    private void govern(Member member, SchoolRecord school) {
        if (school.origin().source().kind().ofRegister()) {
            report(IssueCode.OVERLAY_GOVERNANCE, member, member.body(), "left out: what the register says stands");
            return;
        }
        taken.one(member.origin().source(), "memberships of trusts");
        trusts.computeIfAbsent(member.school(), none -> new ArrayList<>())
                .add(new Spell(
                        member.body(),
                        member.span().period(),
                        member.span().fromKnown(),
                        null,
                        member.span().lastSeen(),
                        Basis.MEMBERSHIP_HISTORY,
                        member.origin()));
    }

    void addTo(List<RelationshipRow> rows, Lives lives) {
        members.forEach((school, bodiesOfIt) -> bodiesOfIt.forEach((body, all) -> {
            if (!all.isEmpty()) {
                Life life = lives.of(school);
                OverlayBodies.Known known = Objects.requireNonNull(bodies.find(body));
                for (Member member : joined(all)) {
                    cut(member, life, known).ifPresent(span -> rows.add(row(member, span, known.kind())));
                }
            }
        }));
    }

    /** Those of one school and body as spells that do not overlap. */
    private List<Member> joined(List<Member> all) {
        List<Member> sorted = new ArrayList<>(all);
        sorted.sort(BY_START);
        List<Member> result = new ArrayList<>();
        for (Member next : sorted) {
            Member last = result.isEmpty() ? null : result.get(result.size() - 1);
            Period days = next.span().period();
            boolean overlaps = last != null && last.span().period().overlaps(days);
            if (overlaps) {
                report(IssueCode.OVERLAY_DUPLICATE, next, next.body() + " overlaps an earlier row", "taken for one");
            }
            if (last != null && (overlaps || (last.role().equals(next.role()) && touches(last, next)))) {
                Period both = last.span().period().span(days);
                boolean later = Objects.equals(both.to(), days.to());
                Span span = new Span(
                        both,
                        last.span().fromKnown(),
                        later ? next.span().lastSeen() : last.span().lastSeen());
                String role = last.role().equals(MEMBER) ? next.role() : last.role();
                result.set(result.size() - 1, with(last, role, span));
            } else {
                result.add(next);
            }
        }
        return result;
    }

    private static boolean touches(Member last, Member next) {
        return last.span().period().touches(next.span().period());
    }

    private Optional<Span> cut(Member member, Life life, OverlayBodies.Known body) {
        Period days = member.span().period();
        Optional<Period> both =
                life.everOpen() ? life.period().intersect(body.days()).flatMap(days::intersect) : Optional.empty();
        if (both.isEmpty()) {
            report(IssueCode.MEMBERSHIP_OUTSIDE_LIFE, member, member.body() + " " + told(days), "left out");
            return Optional.empty();
        }
        Period left = both.get();
        if (Overlays.isCut(member.span(), left)) {
            report(IssueCode.MEMBERSHIP_CUT, member, member.body() + " " + told(days), "kept " + told(left));
        }
        boolean sameEnd = Objects.equals(left.to(), days.to());
        return Optional.of(new Span(
                left, member.span().fromKnown(), sameEnd ? member.span().lastSeen() : null));
    }

    private RelationshipRow row(Member member, Span span, BodyKind kind) {
        taken.one(member.origin().source(), "memberships");
        return new RelationshipRow(
                Ids.school(member.school()),
                kind == BodyKind.SPONSOR ? Relationships.SPONSORED_BY : Relationships.MEMBER_OF,
                member.body(),
                Areas.interval(span.period(), member.origin())
                        .put(Properties.FROM_KNOWN, span.fromKnown())
                        .put(Properties.TO_OBSERVED_AFTER, span.lastSeen())
                        .put(Properties.ROLE, member.role())
                        .put(Properties.PROVENANCE, member.provenance())
                        .toMap());
    }

    private static Member with(Member member, String role, Span span) {
        return new Member(member.origin(), member.school(), member.body(), role, span, member.provenance());
    }

    static String told(Period days) {
        return "[" + text(days.from()) + ", " + text(days.to()) + ")";
    }

    private static String text(@Nullable Object day) {
        return day == null ? "" : day.toString();
    }

    private void report(IssueCode code, Member member, String found, String done) {
        Overlays.report(issues, code, member.origin(), Ids.school(member.school()), found, done);
    }
}
