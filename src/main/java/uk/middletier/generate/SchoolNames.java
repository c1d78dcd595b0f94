package uk.middletier.generate;

import java.util.List;

/** Fictional names of schools, patterned after those on the register. Every name has a fictional place in it. */
final class SchoolNames {
    private static final List<String> SAINTS = List.of(
            "St Mary's",
            "St John's",
            "St Peter's",
            "All Saints",
            "Holy Trinity",
            "St Michael's",
            "St Thomas'",
            "St Andrew's",
            "St Paul's",
            "Christ Church",
            "St Mark's",
            "St Luke's",
            "St Stephen's",
            "St Oswin's");
    private static final List<String> CATHOLIC_SAINTS = List.of(
            "St Joseph's",
            "St Mary's",
            "Our Lady of Lourdes",
            "St Patrick's",
            "Sacred Heart",
            "St Bede's",
            "Holy Family",
            "St Anne's",
            "English Martyrs",
            "St Cuthbert's",
            "Corpus Christi",
            "St Teresa's");
    private static final List<String> FEATURES = List.of(
            "Mill Lane",
            "Station Road",
            "Church Street",
            "Park",
            "Moorside",
            "Meadow",
            "Brook",
            "Orchard",
            "Hillside",
            "Bridge Street",
            "Highfield",
            "Woodlands",
            "Riverside",
            "Manor",
            "Priory",
            "Oak Tree",
            "Fairfield",
            "Quarry");
    private static final List<String> INDEPENDENT = List.of(
            "%s School", "%s House School", "%s College", "%s Hall", "%s Preparatory School", "%s Grange School");
    private static final List<String> SPECIAL =
            List.of("%s School", "The %s School", "%s Lodge School", "%s Bank School", "The %s Centre");

    private SchoolNames() {}

    static String of(Shape shape, EstablishmentType type, Faith faith, Place place, Dice dice) {
        String where = place.name();
        return switch (type) {
            case WELSH -> welsh(shape, faith, where, dice);
            case PUPIL_REFERRAL_UNIT ->
                dice.pick(List.of(
                                "%s Pupil Referral Unit",
                                "The %s Centre", "%s Education Centre", "%s Short Stay School"))
                        .formatted(where);
            case NURSERY -> where + " Nursery School";
            case INDEPENDENT -> dice.pick(INDEPENDENT).formatted(where);
            case FURTHER_EDUCATION ->
                where + dice.pick(List.of(" College", " Sixth Form College", " Technical College"));
            case HIGHER_EDUCATION -> "University of " + where;
            case SIXTH_FORM_CENTRE -> where + " Sixth Form Centre";
            case SECURE_UNIT -> where + " Secure Children's Home";
            case SPECIAL_POST_16 -> where + " Specialist College";
            case MISCELLANEOUS -> where + " Education Support Service";
            case CITY_TECHNOLOGY_COLLEGE -> where + " City Technology College";
            case UNIVERSITY_TECHNICAL_COLLEGE -> where + " UTC";
            case STUDIO_SCHOOL -> where + " Studio School";
            case ONLINE_PROVIDER -> where + " Online School";
            case FREE_SCHOOL -> free(shape, where, dice);
            case FREE_SCHOOL_16_TO_19 -> where + " Sixth Form";
            case FREE_SCHOOL_ALTERNATIVE_PROVISION -> where + " Alternative Provision Free School";
            default -> type.special() ? dice.pick(SPECIAL).formatted(where) : mainstream(shape, faith, where, dice);
        };
    }

    private static String mainstream(Shape shape, Faith faith, String where, Dice dice) {
        String level = level(shape, faith, dice);
        return switch (faith) {
            case CHURCH_OF_ENGLAND ->
                dice.chance(0.45)
                        ? dice.pick(SAINTS) + " Church of England " + level + ", " + where
                        : where + " Church of England " + level;
            case ROMAN_CATHOLIC -> dice.pick(CATHOLIC_SAINTS) + " Catholic " + level + ", " + where;
            case METHODIST -> where + " Methodist " + level;
            case JEWISH -> where + " Jewish " + level;
            case MUSLIM -> where + " Muslim " + level;
            case CHRISTIAN -> where + " Christian " + level;
            case NONE -> (dice.chance(0.5) ? where : where + " " + dice.pick(FEATURES)) + " " + level;
        };
    }

    private static String level(Shape shape, Faith faith, Dice dice) {
        return switch (shape) {
            case INFANT -> dice.chance(0.3) ? "Infant and Nursery School" : "Infant School";
            case JUNIOR -> "Junior School";
            case FIRST -> "First School";
            case PRIMARY -> faith == Faith.NONE && dice.chance(0.25) ? "Community Primary School" : "Primary School";
            case MIDDLE_DEEMED_PRIMARY, MIDDLE_DEEMED_SECONDARY -> "Middle School";
            default ->
                faith == Faith.NONE
                        ? dice.pick(List.of("School", "High School", "Community College", "Grammar School", "School"))
                        : dice.pick(List.of("School", "High School"));
        };
    }

    private static String free(Shape shape, String where, Dice dice) {
        return where
                + (shape.primary()
                        ? dice.pick(List.of(" Primary Free School", " Primary Academy", " Community Primary"))
                        : dice.pick(List.of(" Free School", " Academy", " High School", " School")));
    }

    private static String welsh(Shape shape, Faith faith, String where, Dice dice) {
        return switch (shape) {
            case WELSH_PRIMARY ->
                faith == Faith.ROMAN_CATHOLIC
                        ? dice.pick(CATHOLIC_SAINTS) + " R.C. Primary School, " + where
                        : faith == Faith.CHURCH_OF_ENGLAND
                                ? where + " C.I.W. Primary School"
                                : dice.pick(List.of(
                                                "Ysgol Gynradd %s",
                                                "Ysgol %s", "%s Primary School", "%s C.P. School", "%s Primary School"))
                                        .formatted(where);
            case WELSH_SECONDARY ->
                dice.pick(List.of("Ysgol Gyfun %s", "%s Comprehensive School", "%s High School", "%s School"))
                        .formatted(where);
            default ->
                dice.pick(List.of("Ysgol %s", "%s School", "%s House School")).formatted(where);
        };
    }

    /** The name as an academy: often the old one, the word School often exchanged. */
    static String asAcademy(String name, double renamed, Dice dice) {
        if (!dice.chance(renamed)) {
            return name;
        }
        int at = name.lastIndexOf(" School");
        return at < 0 ? name + " Academy" : name.substring(0, at) + " Academy" + name.substring(at + 7);
    }

    /** The name of the primary school made of an infant and a junior school. */
    static String amalgamated(String name) {
        return name.replace("Infant and Nursery School", "Primary School")
                .replace("Infant School", "Primary School")
                .replace("Junior School", "Primary School");
    }
}
