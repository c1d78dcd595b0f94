package uk.middletier.measure;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.AreaMeasure.Need;
import uk.middletier.measure.Definition.Family;
import uk.middletier.timeline.Sweep;
import uk.middletier.timeline.Tally;

/**
 * Into how many hands the control of an area's schools has come. With w_i the weight of school i, s_b = Σ_{i∈b} w_i /
 * Σ_i w_i is the share of body b. A school whose trust no source names counts as a body of its own: most of them began in
 * a trust of their own, and to call them all one body's would hide that they are many.
 */
final class Fragmentation {
    private static final String UNKNOWN =
            "A school whose trust no source names is taken for a body of its own; see trustUnknownShare.";
    private static final String LARGE = "Rises with the size of the area: compare like with like.";

    static final List<AreaMeasure> ALL = List.of(
            ofShares(
                    "bodies",
                    "Bodies",
                    "|{b: s_b > 0}|",
                    "bodies",
                    0.0,
                    null,
                    "control lies in more hands",
                    LARGE + " " + UNKNOWN,
                    "",
                    Set.of(),
                    standing -> standing.ifAny(standing.now.bodies(standing.area))),
            ofShares(
                    "bodiesPer100Schools",
                    "Bodies per hundred schools",
                    "100 · bodies / n",
                    "bodies per 100 schools",
                    0.0,
                    100.0,
                    "bodies are smaller",
                    UNKNOWN,
                    "",
                    Set.of(),
                    standing -> standing.ifAny(100.0 * standing.now.bodies(standing.area) / standing.schools())),
            ofShares(
                    "hhi",
                    "Herfindahl–Hirschman index",
                    "Σ_b s_b²",
                    "index",
                    0.0,
                    1.0,
                    "control is more concentrated",
                    UNKNOWN,
                    "Hirschman 1945; Herfindahl 1950",
                    Set.of(),
                    Fragmentation::hhi),
            ofShares(
                    "effectiveBodies",
                    "Effective number of bodies",
                    "1 / Σ_b s_b² (Hill number of order 2)",
                    "effective bodies",
                    1.0,
                    null,
                    "control is more fragmented: as many bodies of equal share give the same index",
                    UNKNOWN,
                    "Laakso & Taagepera 1979",
                    Set.of(),
                    standing -> 1 / hhi(standing)),
            ofShares(
                    "shannon",
                    "Shannon entropy of control",
                    "−Σ_b s_b ln s_b",
                    "nats",
                    0.0,
                    null,
                    "control is more fragmented",
                    UNKNOWN,
                    "Shannon 1948",
                    Set.of(Need.LOGARITHMS),
                    Fragmentation::shannon),
            ofShares(
                    "hill1",
                    "Hill number of order 1",
                    "exp(−Σ_b s_b ln s_b)",
                    "effective bodies",
                    1.0,
                    null,
                    "control is more fragmented; small bodies weigh more than in effectiveBodies",
                    UNKNOWN,
                    "Hill 1973",
                    Set.of(Need.LOGARITHMS),
                    standing -> Math.exp(shannon(standing))),
            ofShares(
                    "largestShare",
                    "Share of the largest body",
                    "max_b s_b",
                    "share",
                    0.0,
                    1.0,
                    "one body dominates",
                    "",
                    "Berger & Parker 1970",
                    Set.of(),
                    Fragmentation::largestShare),
            ofShares(
                    "evenness",
                    "Evenness",
                    "(−Σ_b s_b ln s_b) / ln bodies; undefined for one body",
                    "index",
                    0.0,
                    1.0,
                    "bodies are more alike in size",
                    UNKNOWN,
                    "Pielou 1966",
                    Set.of(Need.LOGARITHMS),
                    Fragmentation::evenness),
            ofGovernance(
                    "unattachedShare",
                    "Share in nothing but a trust of their own",
                    "Σ_{i: in a single-academy trust and in no other body} w_i / Σ_i w_i",
                    "more schools stand alone",
                    "Bodies that no source names are not seen.",
                    "",
                    Set.of(),
                    Set.of(Tally.UNATTACHED),
                    standing -> standing.share(Tally.UNATTACHED)),
            ofGovernance(
                    "disintermediation",
                    "Share with nobody between them and central government",
                    "|{i: in a single-academy trust or the one open school of its trust, and in no other body}| / n",
                    "more schools answer to central government alone",
                    "Of schools, whatever the weight. Bodies that no source names are not seen.",
                    "after Lubienski 2014",
                    Set.of(Need.TRUSTS),
                    Set.of(),
                    Fragmentation::disintermediation),
            ofGovernance(
                    "crossBoundaryShare",
                    "Share of trust schools whose trust is mostly elsewhere",
                    "|{i: in a known trust with more open schools outside A than in A}| / |{i: in a known trust}|;"
                            + " undefined without trust schools",
                    "more of the area is run from trusts based elsewhere",
                    "Of schools, whatever the weight; in and outside are counted whatever the phase and scope.",
                    "",
                    Set.of(Need.TRUSTS),
                    Set.of(Tally.KNOWN_TRUST),
                    Fragmentation::crossBoundaryShare),
            ofShares(
                    "volatility",
                    "Volatility of control over the year",
                    "½ Σ_b |s_b(D) − s_b(D − 1 year)|; undefined if there was no school a year before",
                    "share",
                    0.0,
                    1.0,
                    "more control has changed hands within the year",
                    "A reorganisation of authorities counts as a change of hands. " + UNKNOWN,
                    "Pedersen 1979",
                    Set.of(Need.YEAR_BEFORE),
                    Fragmentation::volatility));

    private Fragmentation() {}

    private static double hhi(Standing standing) {
        double whole = standing.whole();
        return standing.now.squares(standing.area) / (whole * whole);
    }

    private static double shannon(Standing standing) {
        double whole = standing.whole();
        // −Σ (h/W) ln (h/W) = ln W − (Σ h ln h) / W; below zero only by rounding.
        return standing.now.bodies(standing.area) == 1
                ? 0
                : standing.ifAny(Math.max(0, Math.log(whole) - standing.now.logs(standing.area) / whole));
    }

    private static double evenness(Standing standing) {
        int bodies = standing.now.bodies(standing.area);
        return bodies < 2 ? Double.NaN : Math.min(1, shannon(standing) / Math.log(bodies));
    }

    private static double largestShare(Standing standing) {
        int largest = 0;
        for (int pair = standing.now.firstPair(standing.area); pair < standing.now.endPair(standing.area); pair++) {
            largest = Math.max(largest, standing.now.held(pair));
        }
        return largest / standing.whole();
    }

    private static double disintermediation(Standing standing) {
        Sweep sweep = standing.now;
        int alone = 0;
        for (int pair = sweep.firstPair(standing.area); pair < sweep.endPair(standing.area); pair++) {
            if (sweep.alone(pair) > 0
                    && sweep.isTrust(pair)
                    && (sweep.isSingleAcademyTrust(pair) || sweep.trustSize(sweep.body(pair)) == 1)) {
                alone += sweep.alone(pair);
            }
        }
        return (double) alone / standing.schools();
    }

    private static double crossBoundaryShare(Standing standing) {
        Sweep sweep = standing.now;
        int mostlyElsewhere = 0;
        for (int pair = sweep.firstPair(standing.area); pair < sweep.endPair(standing.area); pair++) {
            if (sweep.counted(pair) > 0
                    && sweep.isTrust(pair)
                    && sweep.trustSize(sweep.body(pair)) - sweep.all(pair) > sweep.all(pair)) {
                mostlyElsewhere += sweep.counted(pair);
            }
        }
        return (double) mostlyElsewhere / standing.count(Tally.KNOWN_TRUST);
    }

    private static double volatility(Standing standing) {
        Sweep now = standing.now;
        Sweep before = standing.before();
        double whole = standing.whole();
        double wholeBefore = before.whole(standing.area);
        if (whole == 0 || wholeBefore == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int pair = now.firstPair(standing.area); pair < now.endPair(standing.area); pair++) {
            sum += Math.abs(now.held(pair) / whole - before.held(pair) / wholeBefore);
        }
        // Above one only by rounding.
        return Math.min(1, sum / 2);
    }

    private static AreaMeasure ofShares(
            String id,
            String title,
            String formula,
            String unit,
            double min,
            @Nullable Double max,
            String reading,
            String caveat,
            String source,
            Set<Need> needs,
            ToDoubleFunction<Standing> value) {
        return new AreaMeasure(
                new Definition(id, Family.FRAGMENTATION, title, formula, unit, min, max, reading, caveat, source),
                needs,
                Set.of(),
                value);
    }

    private static AreaMeasure ofGovernance(
            String id,
            String title,
            String formula,
            String reading,
            String caveat,
            String source,
            Set<Need> needs,
            Set<Tally> tallies,
            ToDoubleFunction<Standing> value) {
        return new AreaMeasure(
                new Definition(id, Family.FRAGMENTATION, title, formula, "share", 0.0, 1.0, reading, caveat, source),
                needs,
                tallies,
                value);
    }
}
