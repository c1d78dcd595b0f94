package uk.middletier.model;

/** Types of relationships, each with a validity interval and its source. */
public final class Relationships {
    /** School → authority, diocese, constituency; authority → region, consortium, commissioners' region; region → country. */
    public static final String IN_AREA = "IN_AREA";
    /** School → authority or trust, exactly one at a time while a state-funded school is open. */
    public static final String GOVERNED_BY = "GOVERNED_BY";
    /** School → federation, foundation trust or any other body but its governing one and its sponsor. */
    public static final String MEMBER_OF = "MEMBER_OF";
    /** School or trust → sponsor. */
    public static final String SPONSORED_BY = "SPONSORED_BY";
    /** Trust → umbrella trust; body → programme. */
    public static final String UNDER = "UNDER";
    /** School → school: who helps whom. */
    public static final String SUPPORTS = "SUPPORTS";
    /** School → programme: what a school was recognised as; never a person's name. */
    public static final String DESIGNATED = "DESIGNATED";
    /** School, body or programme → dataset: what was found about it. */
    public static final String OBSERVED = "OBSERVED";
    /** School → school, body → body, area → area: what took its place. */
    public static final String SUCCEEDED_BY = "SUCCEEDED_BY";
    /** School or body → itself: that it changed its name. */
    public static final String RENAMED = "RENAMED";

    private Relationships() {}
}
