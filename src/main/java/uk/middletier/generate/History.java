package uk.middletier.generate;

/** Lives an authority's schools from 1987 to the extract. */
final class History {
    private History() {}

    static Locality of(Setting setting, Nation nation) {
        Locality locality = new Locality(setting, nation);
        if (setting.welsh()) {
            WelshHistory welsh = new WelshHistory(locality);
            welsh.build();
            for (int year = YearlyFigures.FIRST_YEAR; year <= nation.lastYear(); year++) {
                welsh.live(year);
            }
            return locality;
        }
        FirstSchools.build(locality);
        OtherEstablishments others = new OtherEstablishments(locality);
        others.build();
        Academisation academisation = new Academisation(locality);
        MaintainedHistory maintained = new MaintainedHistory(locality);
        for (int year = YearlyFigures.FIRST_YEAR; year <= nation.lastYear(); year++) {
            academisation.live(year);
            others.live(year);
            maintained.live(year);
        }
        return locality;
    }
}
