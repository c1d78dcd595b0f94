package uk.middletier.model;

/**
 * A place on the WGS 84 ellipsoid.
 *
 * @param longitude degrees east, −180…180
 * @param latitude degrees north, −90…90
 */
public record GeoPoint(double longitude, double latitude) {}
