package uk.middletier.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A type of school group in the literature, with the rule by which the record tells of it. */
public enum CollaborationType {
    CROSS_PHASE(
            Scheme.CHAPMAN_MUIJS_2014,
            "Cross-phase federation",
            "one of its schools teaches primary pupils and another secondary pupils",
            "Nursery and 16 plus are neither. Undecided if no such two are found and a mainstream school has no phase,"
                    + " as in Wales."),
    PERFORMANCE(
            Scheme.CHAPMAN_MUIJS_2014,
            "Performance federation",
            "on the day on which it first had two schools, one of them was rated outstanding or good and another requires"
                    + " improvement (satisfactory) or inadequate, by its latest inspection, or a predecessor's, up to that"
                    + " day",
            "The register keeps one inspection per school, the latest: of groups formed before it nothing is decided"
                    + " unless an overlay has older ratings."),
    SIZE(
            Scheme.CHAPMAN_MUIJS_2014,
            "Size federation",
            "two of its schools have fewer than 100 pupils, or one has and another has 100 to 300",
            "Pupils are those of the latest census. A large group has such schools by chance."),
    MAINSTREAMING(
            Scheme.CHAPMAN_MUIJS_2014,
            "Mainstreaming federation",
            "one of its schools is a special school and another is mainstream",
            "By type; alternative provision is neither. The type \"Welsh establishment\" tells of neither."),
    FAITH(
            Scheme.CHAPMAN_MUIJS_2014,
            "Faith federation",
            "all its schools have the same religious character",
            "In the register's words: Catholic and Roman Catholic are two. A school in England for which none is named"
                    + " has none; in Wales nothing is named, and nothing decided."),
    ACADEMY(
            Scheme.CHAPMAN_MUIJS_2014,
            "Academy federation",
            "all its schools are run by trusts: academies, free schools and their like",
            ""),
    HARD_GOVERNANCE_FEDERATION(
            Scheme.LINDSAY_2007,
            "Hard governance federation",
            "its formality is hard-governance: one governing body",
            Formalities.CAVEAT),
    SOFT_GOVERNANCE_FEDERATION(
            Scheme.LINDSAY_2007,
            "Soft governance federation",
            "its formality is soft-governance: a joint committee with delegated power",
            Formalities.CAVEAT),
    SOFT_FEDERATION(
            Scheme.LINDSAY_2007,
            "Soft federation",
            "its formality is soft: a joint committee without delegated power",
            Formalities.CAVEAT),
    INFORMAL_COLLABORATION(
            Scheme.LINDSAY_2007, "Informal collaboration", "its formality is informal", Formalities.CAVEAT),
    SPONSORED_CHAIN(
            Scheme.HILL_2012,
            "Sponsored chain",
            "a multi-academy trust of which one school at least is a sponsor-led academy",
            "By type, not by the register's sponsors: it links converters to a sponsor, too. A trust can be this and a"
                    + " converter trust at once."),
    CONVERTER_MAT(
            Scheme.HILL_2012,
            "Converter multi-academy trust",
            "a multi-academy trust of which more than half of the schools are converter academies",
            "By type, on the day, not at formation."),
    UMBRELLA_TRUST(
            Scheme.HILL_2012,
            "Umbrella trust",
            "an umbrella trust with schools of two trusts or more under it",
            "Undecided if the record names no trust above its schools, or none under it."),
    COLLABORATIVE_PARTNERSHIP(
            Scheme.HILL_2012,
            "Collaborative partnership",
            "a soft or informal body without a trust of its own, all of whose schools are academies, of two trusts or more",
            "Undecided if a school's trust is not known and the others are of one."),
    NATIONAL_CHAIN(
            Scheme.WOODS_2014,
            "National chain",
            "a multi-academy trust with schools in three regions, or in two that do not adjoin",
            "The nine regions of England, and Wales. Undecided if a school's region is not known and the others do not"
                    + " make it one."),
    SCHOOL_LED_CHAIN(
            Scheme.WOODS_2014,
            "School-led chain",
            "a multi-academy trust that is no national chain, and of which more than half of the schools are converter"
                    + " academies",
            "Who leads is not in the record: that most schools converted of their own will stands for it."),
    LOCAL_FEDERATION(
            Scheme.WOODS_2014,
            "Local federation",
            "a federation or foundation trust all of whose schools lie in one local authority",
            "Undecided if a school's authority is not known and the others lie in one."),
    COLLABORATIVE(Scheme.WOODS_2014, "Collaborative", "a body whose formality is soft or informal", Formalities.CAVEAT);

    /** Who made the types. */
    public enum Scheme {
        CHAPMAN_MUIJS_2014("chapman-muijs-2014", "Chapman & Muijs 2014"),
        LINDSAY_2007("lindsay-2007", "Lindsay et al. 2007"),
        HILL_2012("hill-2012", "Hill et al. 2012"),
        WOODS_2014("woods-2014", "Woods et al. 2014");

        private final String word;
        private final String source;

        Scheme(String word, String source) {
            this.word = word;
            this.source = source;
        }

        /** How a caller names it. */
        public String word() {
            return word;
        }

        String source() {
            return source;
        }
    }

    private static final class Formalities {
        static final String CAVEAT = "By the source's formality, or that which is usual of the kind of body.";
    }

    private final Scheme scheme;
    private final String title;
    private final String rule;
    private final String caveat;

    CollaborationType(Scheme scheme, String title, String rule, String caveat) {
        this.scheme = scheme;
        this.title = title;
        this.rule = rule;
        this.caveat = caveat;
    }

    public Scheme scheme() {
        return scheme;
    }

    /** How a caller names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of that word, if there is one. */
    public static Optional<CollaborationType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** What the catalogue says of them. */
    static List<Definition> definitions() {
        return Arrays.stream(values())
                .map(type -> new Definition(
                        type.id(),
                        Definition.Family.TYPES,
                        type.title,
                        type.rule,
                        "yes or no",
                        null,
                        null,
                        "yes: the body is of it; undecided: the record does not tell",
                        (type.caveat + " Of bodies of two open schools or more.").strip(),
                        type.scheme.source()))
                .toList();
    }

    private String id() {
        StringBuilder id = new StringBuilder();
        for (String part : word().split("-", -1)) {
            id.append(id.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return id.toString();
    }
}
