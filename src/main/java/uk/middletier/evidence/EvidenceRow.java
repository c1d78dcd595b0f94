package uk.middletier.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A published figure beside the computed one.
 *
 * @param published as printed, in {@code unit}
 * @param computed null if this release cannot give it
 * @param difference computed − published, null with it
 * @param unit what is counted, or {@code %}
 * @param explanation why they differ, or why they agree no closer
 * @param source who published it
 * @param cypher the statement behind {@code computed}, with its parameters, to be run in any Neo4j tool
 */
public record EvidenceRow(
        String id,
        String title,
        double published,
        @Nullable Double computed,
        @Nullable Double difference,
        String unit,
        Status status,
        String explanation,
        String source,
        String cypher) {

    /** How the two stand to each other. */
    public enum Status {
        /** Within the tolerance named in the explanation. */
        REPRODUCED("reproduced"),
        DIFFERS("differs"),
        /** The release does not hold what the figure counts. */
        NOT_COMPUTABLE("notComputable");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** The value in JSON. */
        public String word() {
            return word;
        }
    }
}
