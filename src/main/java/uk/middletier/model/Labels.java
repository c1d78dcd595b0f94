package uk.middletier.model;

/** Labels of nodes, as they stand in the graph. */
public final class Labels {
    public static final String SCHOOL = "School";
    public static final String BODY = "Body";
    /** Every place or denominational body a school can lie in; an authority carries this and {@link #BODY}. */
    public static final String AREA = "Area";

    public static final String PROGRAMME = "Programme";
    public static final String DATASET = "Dataset";

    private Labels() {}
}
