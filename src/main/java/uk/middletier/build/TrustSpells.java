package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.Origin;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.Basis;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;

/**
 * Who governs an academy, day by day: exactly one trust on each day of its life. The membership history speaks first;
 * snapshots fill the days it leaves open, for trusts it does not name; days nobody speaks of belong to
 * {@link Ids#UNKNOWN_TRUST}. Spells are cut to the school's life before they are compared: who joined before the school
 * opened joined on the day it opened.
 */
final class TrustSpells {
    /** Of several trusts on a day the later joined; joined together, the one that ends first: it was registered anew. */
    private static final Comparator<Spell> WINS = Comparator.comparing(
                    (Spell spell) -> spell.period().from(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(spell -> spell.period().to(), Comparator.nullsFirst(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(Spell::bodyId);

    /** Days. */
    private static final int MONTH = 31;

    private static final Comparator<Spell> BY_REGISTRATION =
            Comparator.comparing(Spell::bodyId, Companies.BY_REGISTRATION);

    private final Companies companies;
    private final Issues issues;

    TrustSpells(Companies companies, Issues issues) {
        this.companies = companies;
        this.issues = issues;
    }

    /**
     * The spells of one school, in order, without a gap and without an overlap.
     *
     * @param history spells of the membership history
     * @param observed spells of the snapshots
     * @param origin the school's own row
     */
    List<Spell> of(long urn, Life life, List<Spell> history, List<Spell> observed, Origin origin) {
        Set<String> told = new HashSet<>();
        history.forEach(spell -> told.add(spell.bodyId()));
        List<Spell> rest = observed.stream()
                .filter(spell -> !told.contains(spell.bodyId()))
                .map(spell -> sinceOpening(spell, life, history.isEmpty(), observed))
                .toList();
        List<Spell> spells = wholeMonths(
                urn, life, paint(within(urn, life, history), within(urn, life, rest), life.period(), origin));
        reportOverlaps(urn, history);
        for (Spell spell : spells) {
            if (spell.bodyId().equals(Ids.UNKNOWN_TRUST)) {
                issues.add(
                        IssueCode.TRUST_NOT_KNOWN,
                        origin.source().name(),
                        origin.line(),
                        Ids.school(urn),
                        "no source names a trust from " + text(spell.period().from()) + " to "
                                + text(spell.period().to()),
                        "governed by " + Ids.UNKNOWN_TRUST + ", counted apart");
            }
        }
        return spells;
    }

    /** The register's trust without a joining day: since the academy opened, if nothing else is told of it. */
    private static Spell sinceOpening(Spell spell, Life life, boolean noHistory, List<Spell> observed) {
        boolean alone = noHistory && observed.get(0).equals(spell);
        return spell.fromKnown() || !alone
                ? spell
                : new Spell(
                        spell.bodyId(),
                        new Period(life.period().from(), spell.period().to()),
                        false,
                        null,
                        spell.toObservedAfter(),
                        spell.basis(),
                        spell.origin());
    }

    private List<Spell> within(long urn, Life life, List<Spell> spells) {
        List<Spell> result = new ArrayList<>(spells.size());
        for (Spell spell : spells) {
            life.period()
                    .intersect(spell.period())
                    .ifPresentOrElse(
                            days -> result.add(spell.within(days)),
                            () -> issues.add(
                                    IssueCode.MEMBERSHIP_OUTSIDE_LIFE,
                                    spell.origin().source().name(),
                                    spell.origin().line(),
                                    Ids.school(urn),
                                    spell.bodyId() + " from "
                                            + text(spell.period().from()) + " to "
                                            + text(spell.period().to()),
                                    "left out"));
        }
        return result;
    }

    /**
     * A trust joined within a month of the opening, with none before, or left within a month of the closing, with none
     * after: the dates are those of the paperwork, for no academy opens or closes in nobody's hands.
     */
    private List<Spell> wholeMonths(long urn, Life life, List<Spell> spells) {
        List<Spell> result = new ArrayList<>(spells);
        if (result.size() > 1 && isShortAndUnknown(result.get(0))) {
            Spell first = result.get(1);
            Period days = new Period(life.period().from(), first.period().to());
            reportMonth(urn, first, "joined on " + first.period().from() + ", opened on " + days.from());
            result.set(1, first.within(days));
            result.remove(0);
        }
        int end = result.size() - 1;
        if (end > 0 && isShortAndUnknown(result.get(end))) {
            Spell last = result.get(end - 1);
            Period days = new Period(last.period().from(), life.period().to());
            reportMonth(urn, last, "left on " + last.period().to() + ", no longer open on " + days.to());
            result.set(end - 1, last.within(days));
            result.remove(end);
        }
        return result;
    }

    private static boolean isShortAndUnknown(Spell spell) {
        LocalDate from = spell.period().from();
        LocalDate to = spell.period().to();
        return spell.bodyId().equals(Ids.UNKNOWN_TRUST)
                && from != null
                && to != null
                && !to.isAfter(from.plusDays(MONTH));
    }

    private void reportMonth(long urn, Spell spell, String found) {
        issues.add(
                IssueCode.TRUST_NOT_ALL_ALONG,
                spell.origin().source().name(),
                spell.origin().line(),
                Ids.school(urn),
                spell.bodyId() + " " + found,
                "taken as its trust for these days too");
    }

    /** Between any two neighbouring ends nothing changes, so one day of each stretch stands for all. */
    private List<Spell> paint(List<Spell> first, List<Spell> second, Period life, Origin origin) {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        for (List<Spell> spells : List.of(first, second)) {
            for (Spell spell : spells) {
                addIfInside(cuts, spell.period().from(), life);
                addIfInside(cuts, spell.period().to(), life);
            }
        }
        List<Spell> result = new ArrayList<>();
        LocalDate from = life.from();
        for (LocalDate cut : cuts) {
            append(result, first, second, new Period(from, cut), origin);
            from = cut;
        }
        append(result, first, second, new Period(from, life.to()), origin);
        return result;
    }

    private Spell winner(List<Spell> first, List<Spell> second, Period stretch, Origin origin) {
        for (List<Spell> spells : List.of(first, second)) {
            Spell best = spells.stream()
                    .filter(spell -> spell.period().overlaps(stretch))
                    .max(WINS)
                    .orElse(null);
            if (best != null) {
                return firstRegistered(best, spells, stretch);
            }
        }
        return new Spell(Ids.UNKNOWN_TRUST, stretch, true, null, null, Basis.NONE_KNOWN, origin);
    }

    /**
     * No record of a trust comes before an older one of the same company: on days of the newer before the older is
     * joined, the school was under the older.
     */
    private Spell firstRegistered(Spell best, List<Spell> spells, Period stretch) {
        return spells.stream()
                .filter(spell -> companies.registeredAnew(spell.bodyId(), best.bodyId()))
                .filter(spell -> starts(spell, stretch.to()))
                .min(BY_REGISTRATION)
                .orElse(best);
    }

    /** Whether a spell starts on or after the end of a stretch. */
    private static boolean starts(Spell spell, @Nullable LocalDate end) {
        LocalDate from = spell.period().from();
        return from != null && end != null && !from.isBefore(end);
    }

    private void append(List<Spell> result, List<Spell> first, List<Spell> second, Period stretch, Origin origin) {
        Spell winner = winner(first, second, stretch, origin);
        Spell next = winner.within(stretch);
        int end = result.size() - 1;
        Spell before = result.isEmpty() ? null : result.get(end);
        if (before == null) {
            result.add(next);
        } else if (before.bodyId().equals(next.bodyId())) {
            result.set(
                    end,
                    new Spell(
                            next.bodyId(),
                            before.period().span(next.period()),
                            before.fromKnown(),
                            before.fromObservedAfter(),
                            next.toObservedAfter(),
                            before.basis(),
                            before.origin()));
        } else if (before.toObservedAfter() == null || winner.fromObservedAfter() != null) {
            result.add(next);
        } else if (begins(winner, stretch)) {
            result.set(end, before.endedThen());
            result.add(next);
        } else {
            result.add(next.begunAfter(before.toObservedAfter()));
        }
    }

    /** Whether a trust is known to have been joined at the beginning of a stretch. */
    private static boolean begins(Spell winner, Period stretch) {
        return winner.fromKnown()
                && !winner.bodyId().equals(Ids.UNKNOWN_TRUST)
                && Objects.equals(winner.period().from(), stretch.from());
    }

    private static void addIfInside(Set<LocalDate> cuts, @Nullable LocalDate day, Period life) {
        if (day != null && life.contains(day) && !day.equals(life.from())) {
            cuts.add(day);
        }
    }

    private void reportOverlaps(long urn, List<Spell> history) {
        List<Spell> spells = history.stream().sorted(WINS).toList();
        for (int i = 1; i < spells.size(); i++) {
            Spell before = spells.get(i - 1);
            Spell after = spells.get(i);
            if (before.period().overlaps(after.period()) && !before.bodyId().equals(after.bodyId())) {
                issues.add(
                        IssueCode.TRUST_OVERLAP,
                        before.origin().source().name(),
                        before.origin().line(),
                        Ids.school(urn),
                        before.bodyId() + " until " + text(before.period().to()) + ", " + after.bodyId() + " since "
                                + text(after.period().from()),
                        Objects.equals(before.period().from(), after.period().from())
                                ? "joined together: the one that ends first comes first"
                                : "the later joined is kept while both are named");
            }
        }
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "unknown" : day.toString();
    }
}
