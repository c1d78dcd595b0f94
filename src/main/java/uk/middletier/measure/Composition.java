package uk.middletier.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import uk.middletier.measure.AreaMeasure.Need;
import uk.middletier.measure.Definition.Family;
import uk.middletier.timeline.Tally;

/**
 * Who runs what: counts of an area's open state-funded schools, and shares by the weight of the question. Counts are of
 * schools whatever the weight.
 */
final class Composition {
    private static final String BY_TYPE = "Types are those of the latest register: a school that changed its type under"
            + " one URN counts as what it is now.";
    private static final String GAP =
            "An academy whose trust no source names is counted apart, never as its" + " authority's.";
    private static final String ROLL = "The register keeps one census per school, the latest: the pupils of a day long"
            + " past are those of today, and most closed schools have none.";
    private static final String SNAPSHOTS =
            "Federations that ended before the first snapshot of the sources are not known.";

    static final AreaMeasure SCHOOLS = measure(
            "schools",
            "Schools",
            "n",
            "schools",
            null,
            "more schools",
            "",
            Set.of(),
            Set.of(),
            standing -> standing.schools());

    static final List<AreaMeasure> ALL = all();

    private Composition() {}

    private static List<AreaMeasure> all() {
        List<AreaMeasure> all = new ArrayList<>();
        all.add(SCHOOLS);
        all.add(measure(
                "pupils",
                "Pupils",
                "Σ_i pupils_i over schools whose number is known; null if none is",
                "pupils",
                null,
                "more pupils",
                ROLL,
                Set.of(Need.PUPILS),
                Set.of(),
                standing ->
                        standing.now.withPupils(standing.area) == 0 ? Double.NaN : standing.now.pupils(standing.area)));
        all.add(count("laMaintained", "Maintained by an authority in England", Tally.LA_MAINTAINED, ""));
        all.add(count("academies", "Academies", Tally.ACADEMY, BY_TYPE));
        all.add(count("freeSchools", "Free schools", Tally.FREE_SCHOOL, BY_TYPE));
        all.add(sum("academiesAndFreeSchools", "Academies and free schools", Tally.ACADEMY, Tally.FREE_SCHOOL));
        all.add(count(
                "universityTechnicalColleges",
                "University technical colleges",
                Tally.UNIVERSITY_TECHNICAL_COLLEGE,
                ""));
        all.add(count("studioSchools", "Studio schools", Tally.STUDIO_SCHOOL, ""));
        all.add(count("cityTechnologyColleges", "City technology colleges", Tally.CITY_TECHNOLOGY_COLLEGE, BY_TYPE));
        all.add(count("singleAcademyTrust", "In single-academy trusts", Tally.SINGLE_ACADEMY_TRUST, GAP));
        all.add(count("multiAcademyTrust", "In multi-academy trusts", Tally.MULTI_ACADEMY_TRUST, GAP));
        all.add(count("academyTrustUnknown", "In a trust no source names", Tally.ACADEMY_TRUST_UNKNOWN, ""));
        all.add(count("welshMaintained", "Maintained in Wales", Tally.WELSH_MAINTAINED, ""));
        all.add(count("federated", "In a federation", Tally.FEDERATED, SNAPSHOTS));
        all.add(share("academyShare", "Share run by trusts", Tally.TRUST_RUN, BY_TYPE));
        all.add(measure(
                "laShare",
                "Share run by local authorities",
                "Σ_{i: authority} w_i / Σ_i w_i, in Wales too",
                "share",
                1.0,
                "more run by authorities",
                "",
                Set.of(Need.GOVERNANCE),
                Set.of(Tally.LA_MAINTAINED, Tally.WELSH_MAINTAINED),
                standing -> standing.share(Tally.LA_MAINTAINED) + standing.share(Tally.WELSH_MAINTAINED)));
        all.add(share("satShare", "Share in single-academy trusts", Tally.SINGLE_ACADEMY_TRUST, GAP));
        all.add(share("matShare", "Share in multi-academy trusts", Tally.MULTI_ACADEMY_TRUST, GAP));
        all.add(share("federatedShare", "Share in a federation", Tally.FEDERATED, SNAPSHOTS));
        all.add(share("freeSchoolShare", "Share of free schools", Tally.FREE_SCHOOL, BY_TYPE));
        all.add(share(
                "trustUnknownShare",
                "Share in a trust no source names",
                Tally.ACADEMY_TRUST_UNKNOWN,
                "Tells how far the other measures of a day can be trusted."));
        all.add(count("communitySchools", "Community schools", Tally.COMMUNITY, BY_TYPE));
        all.add(count("voluntaryAidedSchools", "Voluntary aided schools", Tally.VOLUNTARY_AIDED, BY_TYPE));
        all.add(count(
                "voluntaryControlledSchools", "Voluntary controlled schools", Tally.VOLUNTARY_CONTROLLED, BY_TYPE));
        all.add(count("foundationSchools", "Foundation schools", Tally.FOUNDATION, BY_TYPE));
        all.add(count("nurserySchools", "Local authority nursery schools", Tally.NURSERY, ""));
        all.add(count("converterAcademies", "Converter academies", Tally.CONVERTER_ACADEMY, BY_TYPE));
        all.add(count("sponsorLedAcademies", "Sponsor-led academies", Tally.SPONSOR_LED_ACADEMY, BY_TYPE));
        all.add(count(
                "specialSchools", "Special schools", Tally.SPECIAL, "The type \"Welsh establishment\" does not tell."));
        all.add(count(
                "alternativeProvision",
                "Pupil referral units and alternative provision",
                Tally.ALTERNATIVE_PROVISION,
                "The type \"Welsh establishment\" does not tell."));
        all.add(count("primarySchools", "Primary schools", Tally.PRIMARY, "With middle schools deemed primary."));
        all.add(count(
                "secondarySchools", "Secondary schools", Tally.SECONDARY, "With middle schools deemed secondary."));
        all.add(count("allThroughSchools", "All-through schools", Tally.ALL_THROUGH, ""));
        all.add(count(
                "inHardGovernance",
                "In a body of hard governance besides who governs them",
                Tally.IN_HARD_GOVERNANCE,
                SNAPSHOTS));
        all.add(count(
                "inSoftGovernance",
                "In a body of soft governance",
                Tally.IN_SOFT_GOVERNANCE,
                "Foundation trusts, and what overlays add."));
        all.add(count("inSoftCollaboration", "In a soft collaboration", Tally.IN_SOFT, "Only what overlays add."));
        all.add(count(
                "inInformalCollaboration",
                "In an informal collaboration",
                Tally.IN_INFORMAL,
                "Only what overlays add."));
        all.add(measure(
                "pupilCoverage",
                "Share of schools with a known number of pupils",
                "|{i: pupils_i known}| / n",
                "share",
                1.0,
                "measures by pupils say more",
                ROLL,
                Set.of(Need.PUPILS),
                Set.of(),
                standing -> (double) standing.now.withPupils(standing.area) / standing.schools()));
        return List.copyOf(all);
    }

    private static AreaMeasure count(String id, String title, Tally tally, String caveat) {
        return measure(
                id,
                title,
                "|{i: " + Character.toLowerCase(title.charAt(0)) + title.substring(1) + "}|",
                "schools",
                null,
                "more of them",
                caveat,
                Set.of(Need.GOVERNANCE),
                EnumSet.of(tally),
                standing -> standing.count(tally));
    }

    private static AreaMeasure sum(String id, String title, Tally one, Tally other) {
        return measure(
                id,
                title,
                "academies + freeSchools",
                "schools",
                null,
                "more of them",
                BY_TYPE,
                Set.of(Need.GOVERNANCE),
                EnumSet.of(one, other),
                standing -> standing.count(one) + standing.count(other));
    }

    private static AreaMeasure share(String id, String title, Tally tally, String caveat) {
        String those = title.replace("Share of ", "").replace("Share ", "").toLowerCase(java.util.Locale.ROOT);
        return measure(
                id,
                title,
                "Σ_{i: " + those + "} w_i / Σ_i w_i",
                "share",
                1.0,
                "more of them",
                caveat,
                Set.of(Need.GOVERNANCE),
                EnumSet.of(tally),
                standing -> standing.share(tally));
    }

    @SuppressWarnings("TooManyParameters")
    private static AreaMeasure measure(
            String id,
            String title,
            String formula,
            String unit,
            @org.jspecify.annotations.Nullable Double max,
            String reading,
            String caveat,
            Set<Need> needs,
            Set<Tally> tallies,
            ToDoubleFunction<Standing> value) {
        return new AreaMeasure(
                new Definition(id, Family.COMPOSITION, title, formula, unit, 0.0, max, reading, caveat, ""),
                needs,
                tallies,
                value);
    }
}
