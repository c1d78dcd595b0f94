package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;
import uk.middletier.timeline.Tier;
import uk.middletier.timeline.Traits.Category;

/**
 * Types by who binds schools together and how: Lindsay et al. (2007), "School Federations Pilots Study 2003–2007", DCSF;
 * Hill et al. (2012), "The growth of academy chains: implications for leaders and leadership", National College; Woods,
 * Simkins and others (2014), of the structures emerging between schools and government.
 */
final class ChainTypes {
    private static final Set<Formality> LOOSE = Set.of(Formality.SOFT, Formality.INFORMAL);

    private final Gathering group;
    private final @Nullable Formality formality;

    private ChainTypes(Gathering group) {
        this.group = group;
        this.formality =
                Formality.find(group.timeline().tier().formality(group.unit())).orElse(null);
    }

    static List<Verdict> of(Gathering group) {
        ChainTypes types = new ChainTypes(group);
        List<Verdict> verdicts = new ArrayList<>(types.byFormality());
        if (group.kind() == BodyKind.MULTI_ACADEMY_TRUST) {
            Verdict national = types.nationalChain();
            verdicts.addAll(
                    List.of(types.sponsoredChain(), types.converterTrust(), national, types.schoolLed(national)));
        }
        if (group.kind() == BodyKind.UMBRELLA_TRUST) {
            verdicts.add(types.umbrellaTrust());
        } else if (types.formality != null && LOOSE.contains(types.formality)) {
            verdicts.add(types.collaborativePartnership());
        }
        if (group.kind() == BodyKind.FEDERATION || group.kind() == BodyKind.FOUNDATION_TRUST) {
            verdicts.add(types.localFederation());
        }
        verdicts.sort((a, b) -> a.type().compareTo(b.type()));
        return verdicts;
    }

    private List<Verdict> byFormality() {
        Formality known = formality;
        if (known == null) {
            return List.of(
                    Verdict.untold(CollaborationType.HARD_GOVERNANCE_FEDERATION, "its formality is not known"),
                    Verdict.untold(CollaborationType.SOFT_GOVERNANCE_FEDERATION, "its formality is not known"),
                    Verdict.untold(CollaborationType.SOFT_FEDERATION, "its formality is not known"),
                    Verdict.untold(CollaborationType.INFORMAL_COLLABORATION, "its formality is not known"),
                    Verdict.untold(CollaborationType.COLLABORATIVE, "its formality is not known"));
        }
        String saw = "its formality is " + known.word();
        return List.of(
                Verdict.of(CollaborationType.HARD_GOVERNANCE_FEDERATION, known == Formality.HARD_GOVERNANCE, saw),
                Verdict.of(CollaborationType.SOFT_GOVERNANCE_FEDERATION, known == Formality.SOFT_GOVERNANCE, saw),
                Verdict.of(CollaborationType.SOFT_FEDERATION, known == Formality.SOFT, saw),
                Verdict.of(CollaborationType.INFORMAL_COLLABORATION, known == Formality.INFORMAL, saw),
                Verdict.of(CollaborationType.COLLABORATIVE, LOOSE.contains(known), saw));
    }

    private Verdict sponsoredChain() {
        int led = group.count(school -> group.all().category(school) == Category.SPONSOR_LED);
        return Verdict.of(CollaborationType.SPONSORED_CHAIN, led > 0, group.of(led) + " are sponsor-led academies");
    }

    private int converters() {
        return group.count(school -> group.all().category(school) == Category.CONVERTER);
    }

    private Verdict converterTrust() {
        int converters = converters();
        return Verdict.of(
                CollaborationType.CONVERTER_MAT,
                2 * converters > group.size(),
                group.of(converters) + " are converter academies");
    }

    private Verdict nationalChain() {
        int[] regions = group.areas(AreaKind.REGION);
        Tier tier = group.timeline().tier();
        String[] known = Arrays.stream(regions)
                .filter(region -> region >= 0)
                .mapToObj(region -> tier.ref(region).id())
                .toArray(String[]::new);
        String saw = "regions: " + group.names(regions);
        if (known.length >= 3) {
            return Verdict.yes(CollaborationType.NATIONAL_CHAIN, saw);
        }
        Boolean adjoin = known.length == 2 ? Adjoining.regions(known[0], known[1]) : Boolean.TRUE;
        if (Boolean.FALSE.equals(adjoin)) {
            return Verdict.yes(CollaborationType.NATIONAL_CHAIN, saw + ", which do not adjoin");
        }
        if (adjoin == null) {
            return Verdict.untold(CollaborationType.NATIONAL_CHAIN, saw + "; whether they adjoin is not known");
        }
        return known.length == regions.length
                ? Verdict.no(CollaborationType.NATIONAL_CHAIN, saw)
                : Verdict.untold(CollaborationType.NATIONAL_CHAIN, saw);
    }

    private Verdict schoolLed(Verdict national) {
        int converters = converters();
        String saw = group.of(converters) + " are converter academies";
        if (2 * converters <= group.size()) {
            return Verdict.no(CollaborationType.SCHOOL_LED_CHAIN, saw);
        }
        Boolean applies = national.applies();
        return new Verdict(
                CollaborationType.SCHOOL_LED_CHAIN, applies == null ? null : !applies, saw + "; " + national.saw());
    }

    private Verdict umbrellaTrust() {
        int[] trusts = group.trusts();
        String saw = "trusts: " + group.names(trusts);
        return ofTwoTrusts(CollaborationType.UMBRELLA_TRUST, trusts, saw);
    }

    private Verdict collaborativePartnership() {
        int academies = group.count(school -> group.all().group(school).underTrust());
        if (academies < group.size()) {
            return Verdict.no(CollaborationType.COLLABORATIVE_PARTNERSHIP, group.of(academies) + " are academies");
        }
        int[] trusts = group.trusts();
        String saw = "all are academies; trusts: " + group.names(trusts);
        return ofTwoTrusts(CollaborationType.COLLABORATIVE_PARTNERSHIP, trusts, saw);
    }

    /** Whether two trusts are known; those not known may be the second. */
    private static Verdict ofTwoTrusts(CollaborationType type, int[] trusts, String saw) {
        long known = Arrays.stream(trusts).filter(trust -> trust >= 0).count();
        if (known >= 2) {
            return Verdict.yes(type, saw);
        }
        return known == trusts.length ? Verdict.no(type, saw) : Verdict.untold(type, saw);
    }

    private Verdict localFederation() {
        int[] authorities = group.areas(AreaKind.LOCAL_AUTHORITY);
        String saw = "local authorities: " + group.names(authorities);
        long known = Arrays.stream(authorities).filter(area -> area >= 0).count();
        if (known >= 2) {
            return Verdict.no(CollaborationType.LOCAL_FEDERATION, saw);
        }
        return known == authorities.length
                ? Verdict.yes(CollaborationType.LOCAL_FEDERATION, saw)
                : Verdict.untold(CollaborationType.LOCAL_FEDERATION, saw);
    }
}
