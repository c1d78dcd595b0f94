package uk.middletier.model;

/** Labels of nodes, as they stand in the graph. */
public final class Labels {
    public static final String SCHOOL = "School";
    public static final String BODY = "Body";
    /** Every place or denominational body a school can lie in; an authority carries this and {@link #BODY}. */
    public static final String AREA = "Area";

    public static final String PROGRAMME = "Programme";
    public static final String DATASET = "Dataset";

    /**
     * Of the one node beside the graph that a database of a Neo4j server has: properties {@code id} and {@code
     * manifest}. It is no part of what is counted, checked and fingerprinted.
     */
    public static final String RELEASE = "Release";

    /** Of the one node that stands there while a release is being written, and for ever if that was cut short. */
    public static final String IMPORT = "Import";

    private Labels() {}
}
