package uk.middletier.generate;

import java.time.LocalDate;
import java.util.List;

/** What every authority's history needs to know of the whole: sizes, shares, and when the story ends. */
final class Nation {
    /** Openings and closings are known this many days ahead of the extract. */
    private static final int ANNOUNCED_DAYS = 120;

    final long seed;
    final double scale;
    final LocalDate extractDate;
    final List<Setting> settings;
    final YearlyFigures figures = new YearlyFigures();
    final List<Churn> churns = Churn.all();
    private final Quota english;
    private final Quota keen;
    private final Quota rural;
    private final Quota middle;
    private final Quota welsh;

    Nation(GenerateOptions options, List<Setting> settings) {
        seed = options.seed();
        scale = options.scale();
        extractDate = options.extractDate();
        this.settings = settings;
        english = new Quota(seed, settings, s -> s.welsh() ? 0 : s.establishments());
        keen = new Quota(seed, settings, s -> s.welsh() ? 0 : s.establishments() * keenness(seed, s));
        rural = new Quota(seed, settings, s -> s.welsh() ? 0 : s.establishments() * (0.1 + s.ruralShare()));
        middle = new Quota(seed, settings, s -> s.welsh() ? 0 : s.middleSchools());
        welsh = new Quota(seed, settings, s -> s.welsh() ? s.establishments() : 0);
    }

    /** Some authorities' schools took to academy status, others hardly: from a third to twice the national rate. */
    private static double keenness(long seed, Setting setting) {
        double tilt = new Dice(seed, "keenness/" + setting.authority().code()).gaussian() * 0.35;
        return Math.exp(Math.max(-0.9, Math.min(0.6, tilt)));
    }

    int inEngland(String key, Setting setting, double national) {
        return english.share(key, setting, national * scale);
    }

    int amongKeen(String key, Setting setting, double national) {
        return keen.share(key, setting, national * scale);
    }

    int inCountryside(String key, Setting setting, double national) {
        return rural.share(key, setting, national * scale);
    }

    int whereMiddleSchoolsAre(String key, Setting setting, double national) {
        return middle.share(key, setting, national * scale);
    }

    int inWales(String key, Setting setting, double national) {
        return welsh.share(key, setting, national * scale);
    }

    int lastYear() {
        return extractDate.plusDays(ANNOUNCED_DAYS).getYear();
    }

    /** Whether what begins on this day has reached the register: all of the past, and a third of the coming months. */
    boolean known(LocalDate from, Dice dice) {
        return !from.isAfter(extractDate) || (!from.isAfter(extractDate.plusDays(ANNOUNCED_DAYS)) && dice.chance(0.35));
    }

    boolean past(LocalDate day) {
        return !day.isAfter(extractDate);
    }
}
