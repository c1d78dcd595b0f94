package uk.middletier.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import uk.middletier.measure.AreaMeasure.Need;
import uk.middletier.measure.Definition.Family;
import uk.middletier.timeline.Sweep;

/**
 * Trusts that run a school in an area, and the schools they run there, by the number of all the trust's open schools.
 * Source of the bins: Hill 2015.
 */
final class TrustSizes {
    private static final String HILL = "Hill 2015";
    private static final String GAP = "Schools whose trust no source names are in no bin.";

    static final List<AreaMeasure> ALL = all();

    private TrustSizes() {}

    private static List<AreaMeasure> all() {
        List<AreaMeasure> all = new ArrayList<>();
        all.add(trusts("trusts", "Trusts", "|{b: b a known trust, s_b > 0}|", new SizeBin("", "", 1, null), ""));
        for (SizeBin bin : bins()) {
            all.add(trusts(
                    "trustsOf" + bin.suffix(),
                    "Trusts of " + schools(bin),
                    "|{b: s_b > 0, " + bounds(bin) + "}|, N_b all open schools of b",
                    bin,
                    HILL));
        }
        for (SizeBin bin : bins()) {
            all.add(measure(
                    "schoolsInTrustsOf" + bin.suffix(),
                    "Schools in trusts of " + schools(bin),
                    "|{i: i ∈ b, " + bounds(bin) + "}|",
                    "schools",
                    HILL,
                    standing -> over(standing.now, standing.area, bin, true)));
        }
        all.add(measure(
                "crossPhaseTrusts",
                "Trusts with primary and secondary schools",
                "|{b: s_b > 0, b runs a primary and a secondary, or an all-through school, wherever}|",
                "trusts",
                "",
                standing -> crossPhase(standing.now, standing.area)));
        return List.copyOf(all);
    }

    private static List<SizeBin> bins() {
        List<SizeBin> bins = new ArrayList<>(SizeBin.ALL);
        bins.add(SizeBin.TEN_OR_MORE);
        return bins;
    }

    private static String schools(SizeBin bin) {
        return bin.name() + (bin.name().equals("1") ? " school" : " schools");
    }

    private static String bounds(SizeBin bin) {
        return bin.most() == null ? "N_b ≥ " + bin.least() : bin.least() + " ≤ N_b ≤ " + bin.most();
    }

    private static AreaMeasure trusts(String id, String title, String formula, SizeBin bin, String source) {
        return measure(id, title, formula, "trusts", source, standing -> over(standing.now, standing.area, bin, false));
    }

    private static double over(Sweep sweep, int area, SizeBin bin, boolean schools) {
        int sum = 0;
        for (int pair = sweep.firstPair(area); pair < sweep.endPair(area); pair++) {
            if (sweep.counted(pair) > 0 && sweep.isTrust(pair) && bin.holds(sweep.trustSize(sweep.body(pair)))) {
                sum += schools ? sweep.counted(pair) : 1;
            }
        }
        return sum;
    }

    private static double crossPhase(Sweep sweep, int area) {
        int sum = 0;
        for (int pair = sweep.firstPair(area); pair < sweep.endPair(area); pair++) {
            if (sweep.counted(pair) > 0 && sweep.isTrust(pair) && sweep.crossPhase(sweep.body(pair))) {
                sum++;
            }
        }
        return sum;
    }

    private static AreaMeasure measure(
            String id, String title, String formula, String unit, String source, ToDoubleFunction<Standing> value) {
        return new AreaMeasure(
                new Definition(id, Family.TRUST_SIZES, title, formula, unit, 0.0, null, "more of them", GAP, source),
                Set.of(Need.TRUSTS),
                Set.of(),
                value);
    }
}
