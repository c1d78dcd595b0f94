package uk.middletier.dataset;

/** The downloads of Get Information About Schools, each told by its header row. */
public enum SourceKind {
    /** {@code edubasealldata}: every establishment. */
    REGISTER,
    /** {@code links_edubasealldata}: predecessors and successors. */
    LINKS,
    /** {@code allgroupsdata}: every group. */
    GROUPS,
    /** {@code alllinksdata}: every establishment in every group. */
    ALL_GROUP_LINKS,
    /** {@code grouplinks_edubaseallacademiesandfree}: academies in trusts and with sponsors. */
    ACADEMY_GROUP_LINKS,
    /** {@code academiesmatmembership}: memberships of academy trusts with leaving dates. */
    MEMBERSHIP_HISTORY
}
