package uk.middletier.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.middletier.model.Basis;
import uk.middletier.model.Relationships;

/** The histories of all schools of a release at once, out of its timeline, so that what happened is told by one class. */
final class WholeHistories {
    private static final String[] BASES =
            Arrays.stream(Basis.values()).map(Basis::word).toArray(String[]::new);

    private final Timeline timeline;
    private final Schools schools;
    private final Tier tier;
    private final List<Spell> spells = new ArrayList<>();

    private WholeHistories(Timeline timeline) {
        this.timeline = timeline;
        this.schools = timeline.schools();
        this.tier = timeline.tier();
    }

    static Histories of(Timeline timeline) {
        WholeHistories whole = new WholeHistories(timeline);
        whole.add(timeline.governance(), Relationships.GOVERNED_BY);
        whole.add(timeline.memberships(), Relationships.MEMBER_OF);
        whole.add(timeline.sponsorships(), Relationships.SPONSORED_BY);
        // Of areas only authorities make events.
        whole.add(timeline.authorities(), Relationships.IN_AREA);
        return new Histories(whole.lives(), whole.spells, timeline.successions(), timeline.renamings());
    }

    private List<SchoolLife> lives() {
        List<SchoolLife> lives = new ArrayList<>(schools.size());
        for (int school = 0; school < schools.size(); school++) {
            lives.add(new SchoolLife(
                    schools.urn(school),
                    schools.name(school),
                    schools.group(school).word(),
                    Days.date(schools.from(school)),
                    Days.date(schools.to(school)),
                    schools.fromKnown(school),
                    schools.everOpen(school)));
        }
        return lives;
    }

    private void add(Spells given, String relation) {
        for (int spell = 0; spell < given.size(); spell++) {
            int target = given.target(spell);
            spells.add(new Spell(
                    schools.urn(given.school(spell)),
                    relation,
                    tier.ref(target),
                    tier.company(target),
                    null,
                    given.basis(spell) < 0 ? null : BASES[given.basis(spell)],
                    given.source(spell) < 0 ? null : timeline.datasets().get(given.source(spell)),
                    Days.date(given.from(spell)),
                    Days.date(given.to(spell)),
                    Days.date(given.fromObservedAfter(spell)),
                    Days.date(given.toObservedAfter(spell)),
                    given.fromKnown(spell)));
        }
    }
}
