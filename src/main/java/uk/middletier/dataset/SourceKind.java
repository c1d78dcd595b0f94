package uk.middletier.dataset;

/** Files that can be imported, each told by its header row. */
public enum SourceKind {
    /** {@code edubasealldata}: every establishment. */
    REGISTER(true),
    /** {@code links_edubasealldata}: predecessors and successors. */
    LINKS(true),
    /** {@code allgroupsdata}: every group. */
    GROUPS(true),
    /** {@code alllinksdata}: every establishment in every group. */
    ALL_GROUP_LINKS(true),
    /** {@code grouplinks_edubaseallacademiesandfree}: academies in trusts and with sponsors. */
    ACADEMY_GROUP_LINKS(true),
    /** {@code academiesmatmembership}: memberships of academy trusts with leaving dates. */
    MEMBERSHIP_HISTORY(true),

    /** {@code schools.csv}: schools no register describes. */
    OVERLAY_SCHOOLS(false),
    /** The Welsh Government's list of schools. */
    WELSH_SCHOOLS(false),
    /** {@code programmes.csv}: policy initiatives. */
    OVERLAY_PROGRAMMES(false),
    /** {@code bodies.csv}: alliances, groups, pairings, partnerships. */
    OVERLAY_BODIES(false),
    /** {@code memberships.csv}: who was in which body. */
    OVERLAY_MEMBERSHIPS(false),
    /** {@code support.csv}: which school helped which. */
    OVERLAY_SUPPORT(false),
    /** {@code designations.csv}: what a school was recognised as. */
    OVERLAY_DESIGNATIONS(false),
    /** {@code observations.csv}: what was found about a school, body or programme. */
    OVERLAY_OBSERVATIONS(false),
    /** The teaching schools and their alliances of a day. */
    TEACHING_SCHOOLS(false),
    /** Teaching school hubs by region and host. */
    TEACHING_SCHOOL_HUBS(false),
    /** Key stage 2 results with Ofsted ratings. */
    KEY_STAGE_2(false),
    /** Key stage 4 results with Ofsted ratings. */
    KEY_STAGE_4(false),
    /** The school census: roll, free school meals. */
    SCHOOL_CENSUS(false),
    /** Regional Schools Commissioners' regions by authority. */
    RSC_REGIONS(false),
    /** The department's table of local authorities. */
    AUTHORITY_TABLE(false),
    /** The department's table of regions and their local authorities. */
    AUTHORITY_HIERARCHY(false);

    private final boolean register;

    SourceKind(boolean register) {
        this.register = register;
    }

    /** Whether it is a download of Get Information About Schools; the others bring in what no register holds. */
    public boolean ofRegister() {
        return register;
    }
}
