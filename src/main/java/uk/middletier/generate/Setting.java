package uk.middletier.generate;

/**
 * The lie of an authority's land, rounded: where it is, how many establishments it has had, how rural it is.
 * Source: {@code places.csv}, medians and counts of the register of January 2025 rounded to kilometres, tens and twentieths;
 * those of authorities abolished since 2019 are counted with their successors.
 *
 * @param index position among all authorities in force, ordered by code
 * @param eastKm centre on the Ordnance Survey grid
 * @param spreadEastKm half-width of the area in which most of its schools lie
 * @param establishments establishments on the register at scale 1, open and closed, to the nearest ten
 * @param ruralShare share of them outside towns, 0 to 1
 * @param sparse whether its countryside counts as sparsely peopled
 * @param conurbation the letter of its towns in the 2011 rural-urban classification: A, B or C
 * @param middleSchools middle schools it has had, to the nearest five
 * @param dioceseOfEngland code of its chief Church of England diocese, or empty
 * @param dioceseOfRome code of its chief Roman Catholic diocese, or empty
 */
record Setting(
        int index,
        Authority authority,
        int eastKm,
        int northKm,
        int spreadEastKm,
        int spreadNorthKm,
        int establishments,
        double ruralShare,
        boolean sparse,
        String conurbation,
        int middleSchools,
        String postcodeArea,
        String dioceseOfEngland,
        String dioceseOfRome) {

    Region region() {
        return authority.region();
    }

    boolean welsh() {
        return authority.welsh();
    }
}
