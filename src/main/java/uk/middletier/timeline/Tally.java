package uk.middletier.timeline;

import java.util.function.IntPredicate;
import uk.middletier.model.Formality;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Sector;
import uk.middletier.timeline.Traits.Category;
import uk.middletier.timeline.Traits.Setting;
import uk.middletier.timeline.Traits.Taught;

/** What schools a sweep can keep count of, by their {@link Traits}. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates hold nothing
public enum Tally {
    LA_MAINTAINED(traits -> Traits.sector(traits) == Sector.LA_MAINTAINED),
    WELSH_MAINTAINED(traits -> Traits.sector(traits) == Sector.WELSH_MAINTAINED),
    SINGLE_ACADEMY_TRUST(traits -> Traits.sector(traits) == Sector.SINGLE_ACADEMY_TRUST),
    MULTI_ACADEMY_TRUST(traits -> Traits.sector(traits) == Sector.MULTI_ACADEMY_TRUST),
    ACADEMY_TRUST_UNKNOWN(traits -> Traits.sector(traits) == Sector.ACADEMY_TRUST_UNKNOWN),
    /** Under a trust by type, whether or not it is known which. */
    TRUST_RUN(traits -> Traits.group(traits).underTrust()),
    /** Under a trust known by name. */
    KNOWN_TRUST(traits -> Traits.sector(traits) == Sector.SINGLE_ACADEMY_TRUST
            || Traits.sector(traits) == Sector.MULTI_ACADEMY_TRUST),
    ACADEMY(traits -> Traits.group(traits) == SchoolGroup.ACADEMY),
    FREE_SCHOOL(traits -> Traits.group(traits) == SchoolGroup.FREE_SCHOOL),
    UNIVERSITY_TECHNICAL_COLLEGE(traits -> Traits.group(traits) == SchoolGroup.UNIVERSITY_TECHNICAL_COLLEGE),
    STUDIO_SCHOOL(traits -> Traits.group(traits) == SchoolGroup.STUDIO_SCHOOL),
    CITY_TECHNOLOGY_COLLEGE(traits -> Traits.group(traits) == SchoolGroup.CITY_TECHNOLOGY_COLLEGE),
    CONVERTER_ACADEMY(traits -> Traits.category(traits) == Category.CONVERTER),
    SPONSOR_LED_ACADEMY(traits -> Traits.category(traits) == Category.SPONSOR_LED),
    COMMUNITY(traits -> Traits.category(traits) == Category.COMMUNITY),
    VOLUNTARY_AIDED(traits -> Traits.category(traits) == Category.VOLUNTARY_AIDED),
    VOLUNTARY_CONTROLLED(traits -> Traits.category(traits) == Category.VOLUNTARY_CONTROLLED),
    FOUNDATION(traits -> Traits.category(traits) == Category.FOUNDATION),
    NURSERY(traits -> Traits.category(traits) == Category.NURSERY),
    SPECIAL(traits -> Traits.setting(traits) == Setting.SPECIAL),
    ALTERNATIVE_PROVISION(traits -> Traits.setting(traits) == Setting.ALTERNATIVE_PROVISION),
    PRIMARY(traits -> Traits.taught(traits) == Taught.PRIMARY),
    SECONDARY(traits -> Traits.taught(traits) == Taught.SECONDARY),
    ALL_THROUGH(traits -> Traits.taught(traits) == Taught.BOTH),
    FEDERATED(Traits::federated),
    IN_HARD_GOVERNANCE(traits -> Traits.member(traits, Formality.HARD_GOVERNANCE)),
    IN_SOFT_GOVERNANCE(traits -> Traits.member(traits, Formality.SOFT_GOVERNANCE)),
    IN_SOFT(traits -> Traits.member(traits, Formality.SOFT)),
    IN_INFORMAL(traits -> Traits.member(traits, Formality.INFORMAL)),
    /** In a single-academy trust and in no other body. */
    UNATTACHED(traits -> Traits.sector(traits) == Sector.SINGLE_ACADEMY_TRUST && !Traits.member(traits));

    private final IntPredicate holds;

    Tally(IntPredicate holds) {
        this.holds = holds;
    }

    boolean holds(int traits) {
        return holds.test(traits);
    }
}
