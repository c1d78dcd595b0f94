package uk.middletier.generate;

import uk.middletier.model.GeoPoint;

/**
 * A school that nobody has ever gone to.
 *
 * @param authority code of the real authority it lies in
 * @param phase, type and the next two in the register's own words
 * @param pupils at least 20
 * @param fsmPercent pupils eligible for free meals, 1 to 85, one decimal
 */
public record FictionalSchool(
        String name,
        String authority,
        String phase,
        String type,
        String religiousCharacter,
        String urbanRural,
        GeoPoint location,
        int pupils,
        double fsmPercent) {}
