package uk.middletier.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Ids;
import uk.middletier.model.Ref;

/** Puts the events of schools and of bodies together, says where each happened, and gives each its id. */
final class LedgerBuilder {
    private static final String SCHOOL = "School";
    private static final int[] NONE = {};
    private static final Set<EventKind> OF_SEVERAL = Set.of(
            EventKind.FEDERATION_JOINED,
            EventKind.FEDERATION_LEFT,
            EventKind.FOUNDATION_TRUST_JOINED,
            EventKind.FOUNDATION_TRUST_LEFT,
            EventKind.BODY_JOINED,
            EventKind.BODY_LEFT,
            EventKind.SPONSOR_CHANGED);

    private static final Comparator<Told> ORDER = Comparator.comparing(
                    (Told told) -> told.entry().date())
            .thenComparing(told -> told.entry().kind())
            .thenComparing(told -> told.entry().id());

    private final Timeline timeline;
    private final Schools schools;
    private final Tier tier;
    private final List<Told> told = new ArrayList<>();

    /** An entry and the schools it is of. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to a column
    private record Told(LedgerEntry entry, int[] witnesses) {}

    LedgerBuilder(Timeline timeline) {
        this.timeline = timeline;
        this.schools = timeline.schools();
        this.tier = timeline.tier();
    }

    Ledger build() {
        Histories histories = WholeHistories.of(timeline);
        SchoolEvents.of(histories).forEach(this::add);
        BodyEvents.of(histories, this::body).forEach(this::add);
        told.sort(ORDER);
        List<LedgerEntry> entries = new ArrayList<>(told.size());
        int[] firstWitness = new int[told.size() + 1];
        Ints witnesses = new Ints();
        String before = "";
        int alike = 1;
        for (int i = 0; i < told.size(); i++) {
            LedgerEntry entry = told.get(i).entry();
            alike = entry.id().equals(before) ? alike + 1 : 1;
            before = entry.id();
            entries.add(alike == 1 ? entry : entry.withId(before + "/" + alike));
            for (int school : told.get(i).witnesses()) {
                witnesses.add(school);
            }
            firstWitness[i + 1] = witnesses.size();
        }
        return new Ledger(timeline, entries, firstWitness, witnesses.toArray());
    }

    private Optional<Ref> body(String id) {
        OptionalInt unit = tier.find(id);
        return unit.isPresent() ? Optional.of(tier.ref(unit.getAsInt())) : Optional.empty();
    }

    private void add(SchoolEvent event) {
        int school = schools.find(event.urn());
        int[] witnesses = school < 0 ? NONE : new int[] {school};
        told.add(new Told(
                new LedgerEntry(
                        id(event),
                        event.date(),
                        event.kind(),
                        new Ref(Ids.school(event.urn()), event.name(), SCHOOL),
                        event.otherUrn(),
                        event.from(),
                        event.to(),
                        authority(witnesses, event.kind(), event.date()),
                        stateFunded(witnesses),
                        school < 0 ? null : schools.lineage(school),
                        event.observedAfter(),
                        event.basis(),
                        event.source(),
                        null,
                        event.formerName()),
                witnesses));
    }

    private void add(BodyEvent event) {
        int[] witnesses = event.urns().stream().mapToInt(schools::find).sorted().toArray();
        Ref body = Objects.requireNonNull(event.from() == null ? event.to() : event.from());
        told.add(new Told(
                new LedgerEntry(
                        event.date() + "/" + event.kind().word() + "/" + body.id(),
                        event.date(),
                        event.kind(),
                        null,
                        null,
                        event.from(),
                        event.to(),
                        authority(witnesses, event.kind(), event.date()),
                        stateFunded(witnesses),
                        null,
                        event.observedAfter(),
                        event.basis(),
                        event.source(),
                        event.schools(),
                        event.formerName()),
                witnesses));
    }

    /** A school may come to several bodies on one day, and take the place of several schools. */
    private static String id(SchoolEvent event) {
        String id = event.date() + "/" + event.kind().word() + "/" + event.urn();
        if (event.otherUrn() != null) {
            return id + "/" + event.otherUrn();
        }
        Ref side = event.to() == null ? event.from() : event.to();
        return side != null && OF_SEVERAL.contains(event.kind()) ? id + "/" + side.id() : id;
    }

    /** The authority in which all of some schools lay. */
    private @Nullable Ref authority(int[] witnesses, EventKind kind, LocalDate date) {
        int day = Ledger.placeDay(kind, date);
        int only = -1;
        for (int school : witnesses) {
            int authority = authority(school, day);
            if (authority < 0 || (only >= 0 && authority != only)) {
                return null;
            }
            only = authority;
        }
        return only < 0 ? null : tier.ref(only);
    }

    private boolean stateFunded(int[] witnesses) {
        for (int school : witnesses) {
            if (schools.group(school).stateFunded()) {
                return true;
            }
        }
        return witnesses.length == 0;
    }

    private int authority(int school, int day) {
        Spells lay = timeline.authorities();
        for (int spell = lay.begin(school); spell < lay.end(school); spell++) {
            if (lay.from(spell) <= day && day < lay.to(spell)) {
                return lay.target(spell);
            }
        }
        return -1;
    }
}
