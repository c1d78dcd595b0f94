package uk.middletier.generate;

/**
 * A made-up town or village.
 *
 * @param easting metres on the Ordnance Survey grid, as {@code northing}
 * @param urbanRural code of the 2011 rural-urban classification, such as C1 or E2
 * @param district number within the postcode area
 * @param constituency such as "Durham North"
 */
record Place(String name, String town, int easting, int northing, String urbanRural, int district, int constituency) {

    boolean rural() {
        return urbanRural.charAt(0) >= 'D';
    }
}
