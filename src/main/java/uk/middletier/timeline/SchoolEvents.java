package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ref;
import uk.middletier.model.Relationships;

/**
 * What happened to the schools of a lineage, from their intervals.
 *
 * <p>A change that goes with a new URN is told once, of the new URN: a conversion is not also a closure and an opening.
 * What has no date is not told.
 */
public final class SchoolEvents {
    private static final Comparator<SchoolEvent> ORDER = Comparator.comparing(SchoolEvent::date)
            .thenComparing(SchoolEvent::kind)
            .thenComparing(SchoolEvent::urn);

    private final Histories histories;
    private final List<SchoolEvent> events = new ArrayList<>();

    private SchoolEvents(Histories histories) {
        this.histories = histories;
    }

    /** The events of all schools of some histories, in the order of their dates. */
    public static List<SchoolEvent> of(Histories histories) {
        SchoolEvents collector = new SchoolEvents(histories);
        histories.lives().filter(SchoolLife::everOpen).forEach(collector::addAll);
        histories.successions().forEach(collector::addJoining);
        histories.renamings().forEach(collector::addRenaming);
        return collector.events.stream().sorted(ORDER).distinct().toList();
    }

    private void addAll(SchoolLife school) {
        addOpening(school);
        addClosure(school);
        addGovernance(school);
        addMemberships(school);
        addAuthorities(school);
        addSponsors(school);
    }

    private void addOpening(SchoolLife school) {
        LocalDate opened = school.from();
        if (opened == null || !school.fromKnown()) {
            return;
        }
        Optional<Spell> governance = histories.firstGovernance(school.urn());
        Ref to = governance.map(Spell::body).orElse(null);
        SchoolLife before = histories.plainPredecessor(school.urn()).orElse(null);
        if (before == null) {
            add(opened, EventKind.OPENED, school, null, null, to, governance.orElse(null));
            return;
        }
        Spell last = governance
                .flatMap(histories::before)
                .or(() -> histories.lastGovernance(before.urn()))
                .orElse(null);
        Ref from = last == null ? null : last.body();
        add(
                opened,
                succession(before, school, last, governance.orElse(null)),
                school,
                before.urn(),
                from,
                to,
                governance.orElse(null));
    }

    /** What it was that gave a school a new URN. */
    private static EventKind succession(
            SchoolLife before, SchoolLife after, @Nullable Spell last, @Nullable Spell first) {
        if (!before.underTrust() && after.underTrust()) {
            return EventKind.CONVERTED;
        }
        if (last == null || first == null || !knownTrust(last) || !knownTrust(first) || sameTrust(last, first)) {
            return EventKind.SUCCEEDED;
        }
        return EventKind.TRANSFERRED;
    }

    private void addClosure(SchoolLife school) {
        LocalDate closed = school.to();
        if (closed == null
                || histories
                        .plainSuccessor(school.urn())
                        .filter(SchoolLife::everOpen)
                        .isPresent()) {
            return;
        }
        Spell governance = histories.lastGovernance(school.urn()).orElse(null);
        add(closed, EventKind.CLOSED, school, null, governance == null ? null : governance.body(), null, null);
    }

    /** Changes of trust during a school's life; those of authorities are told once, by {@link #addAuthorities}. */
    private void addGovernance(SchoolLife school) {
        for (Spell spell : histories.spells(school.urn(), Relationships.GOVERNED_BY)) {
            LocalDate date = spell.from();
            Spell before = histories.before(spell).orElse(null);
            // What came with a new URN has been told as that.
            if (date == null || before == null || Histories.same(date, school.from())) {
                continue;
            }
            if (knownTrust(spell)) {
                addArrival(school, before, spell, date);
            } else if (knownTrust(before)
                    && histories.after(before).filter(spell::equals).isPresent()) {
                add(date, EventKind.LEFT, school, null, before.body(), spell.body(), spell);
            }
        }
    }

    private void addArrival(SchoolLife school, Spell before, Spell spell, LocalDate date) {
        if (!knownTrust(before)) {
            add(date, EventKind.JOINED, school, null, before.body(), spell.body(), spell);
            return;
        }
        events.add(new SchoolEvent(
                date,
                sameTrust(before, spell) ? EventKind.TRUST_REGISTERED_ANEW : EventKind.TRANSFERRED,
                school.urn(),
                school.name(),
                null,
                before.body(),
                spell.body(),
                Histories.observedAfter(before, spell),
                spell.basis(),
                spell.source(),
                null));
    }

    private void addMemberships(SchoolLife school) {
        for (Spell spell : histories.spells(school.urn(), Relationships.MEMBER_OF)) {
            LocalDate joined = spell.from();
            if (joined != null && spell.startTold()) {
                add(joined, joined(spell.body().kind()), school, null, null, spell.body(), spell);
            }
            LocalDate left = spell.to();
            if (left != null) {
                events.add(new SchoolEvent(
                        left,
                        left(spell.body().kind()),
                        school.urn(),
                        school.name(),
                        null,
                        spell.body(),
                        null,
                        spell.toObservedAfter(),
                        spell.basis(),
                        spell.source(),
                        null));
            }
        }
    }

    private static EventKind joined(String kind) {
        return kind.equals(BodyKind.FEDERATION.label())
                ? EventKind.FEDERATION_JOINED
                : kind.equals(BodyKind.FOUNDATION_TRUST.label())
                        ? EventKind.FOUNDATION_TRUST_JOINED
                        : EventKind.BODY_JOINED;
    }

    private static EventKind left(String kind) {
        return kind.equals(BodyKind.FEDERATION.label())
                ? EventKind.FEDERATION_LEFT
                : kind.equals(BodyKind.FOUNDATION_TRUST.label())
                        ? EventKind.FOUNDATION_TRUST_LEFT
                        : EventKind.BODY_LEFT;
    }

    private void addAuthorities(SchoolLife school) {
        List<Spell> spells = histories.spells(school.urn(), Relationships.IN_AREA).stream()
                .filter(spell -> spell.body().kind().equals(BodyKind.LOCAL_AUTHORITY.label()))
                .toList();
        for (int i = 1; i < spells.size(); i++) {
            Spell before = spells.get(i - 1);
            Spell after = spells.get(i);
            LocalDate date = after.from();
            boolean inLife = date != null
                    && (school.from() == null || date.isAfter(school.from()))
                    && (school.to() == null || date.isBefore(school.to()));
            if (date != null
                    && inLife
                    && !before.body().id().equals(after.body().id())) {
                add(date, EventKind.AUTHORITY_CHANGED, school, null, before.body(), after.body(), after);
            }
        }
    }

    /** Sponsors that came or went while the school was open; the first and the last belong to its opening and closure. */
    private void addSponsors(SchoolLife school) {
        for (Spell spell : histories.spells(school.urn(), Relationships.SPONSORED_BY)) {
            Spell before = histories.before(spell).orElse(null);
            LocalDate began = spell.from();
            if (began != null && spell.startTold() && !Histories.same(began, school.from())) {
                add(
                        began,
                        EventKind.SPONSOR_CHANGED,
                        school,
                        null,
                        before == null ? null : before.body(),
                        spell.body(),
                        spell);
            }
            LocalDate ended = spell.to();
            if (ended != null
                    && !Histories.same(ended, school.to())
                    && histories.after(spell).isEmpty()) {
                add(ended, EventKind.SPONSOR_CHANGED, school, null, spell.body(), null, null);
            }
        }
    }

    /** Links that are not a lineage's chain: several schools into one, or one into several. */
    private void addJoining(Succession succession) {
        if (histories.oneToOne(succession)) {
            return;
        }
        LocalDate date = succession.on() != null
                ? succession.on()
                : histories.findLife(succession.toUrn()).map(SchoolLife::from).orElse(null);
        if (date != null) {
            events.add(new SchoolEvent(
                    date,
                    joining(succession),
                    succession.toUrn(),
                    succession.toName(),
                    succession.fromUrn(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
    }

    private void addRenaming(Renaming renaming) {
        Long urn = renaming.urn();
        LocalDate date = renaming.on();
        if (urn != null && date != null) {
            events.add(new SchoolEvent(
                    date,
                    EventKind.RENAMED,
                    urn,
                    renaming.name(),
                    null,
                    null,
                    null,
                    renaming.observedAfter(),
                    null,
                    renaming.source(),
                    renaming.formerName()));
        }
    }

    private EventKind joining(Succession succession) {
        return switch (succession.kind()) {
            case "merged", "amalgamated" -> EventKind.MERGED;
            case "split" -> EventKind.SPLIT;
            case Succession.PLAIN -> histories.manyInto(succession) ? EventKind.MERGED : EventKind.SPLIT;
            default -> EventKind.SUCCEEDED;
        };
    }

    private void add(
            LocalDate date,
            EventKind kind,
            SchoolLife school,
            @Nullable Long otherUrn,
            @Nullable Ref from,
            @Nullable Ref to,
            @Nullable Spell known) {
        events.add(new SchoolEvent(
                date,
                kind,
                school.urn(),
                school.name(),
                otherUrn,
                from,
                to,
                known == null ? null : known.fromObservedAfter(),
                known == null ? null : known.basis(),
                known == null ? null : known.source(),
                null));
    }

    static boolean knownTrust(Spell spell) {
        return spell.body().kind().equals(BodyKind.MULTI_ACADEMY_TRUST.label())
                || spell.body().kind().equals(BodyKind.SINGLE_ACADEMY_TRUST.label());
    }

    /** One body, or two group records of one company. */
    static boolean sameTrust(Spell a, Spell b) {
        return a.body().id().equals(b.body().id())
                || (a.company() != null && a.company().equals(b.company()));
    }
}
