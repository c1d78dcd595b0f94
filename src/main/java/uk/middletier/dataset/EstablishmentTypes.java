package uk.middletier.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.middletier.model.SchoolGroup;

/** The register's types of establishment, and what each makes of a school. */
final class EstablishmentTypes {
    private record Type(String code, String name, SchoolGroup group) {}

    private static final Map<String, Type> BY_CODE = Stream.of(
                    new Type("01", "Community school", SchoolGroup.LA_MAINTAINED),
                    new Type("02", "Voluntary aided school", SchoolGroup.LA_MAINTAINED),
                    new Type("03", "Voluntary controlled school", SchoolGroup.LA_MAINTAINED),
                    new Type("05", "Foundation school", SchoolGroup.LA_MAINTAINED),
                    new Type("06", "City technology college", SchoolGroup.CITY_TECHNOLOGY_COLLEGE),
                    new Type("07", "Community special school", SchoolGroup.LA_MAINTAINED),
                    new Type("08", "Non-maintained special school", SchoolGroup.OTHER),
                    new Type("10", "Other independent special school", SchoolGroup.OTHER),
                    new Type("11", "Other independent school", SchoolGroup.OTHER),
                    new Type("12", "Foundation special school", SchoolGroup.LA_MAINTAINED),
                    new Type("14", "Pupil referral unit", SchoolGroup.LA_MAINTAINED),
                    new Type("15", "Local authority nursery school", SchoolGroup.LA_MAINTAINED),
                    new Type("18", "Further education", SchoolGroup.OTHER),
                    new Type("24", "Secure units", SchoolGroup.OTHER),
                    new Type("25", "Offshore schools", SchoolGroup.OTHER),
                    new Type("26", "Service children's education", SchoolGroup.OTHER),
                    new Type("27", "Miscellaneous", SchoolGroup.OTHER),
                    new Type("28", "Academy sponsor led", SchoolGroup.ACADEMY),
                    new Type("29", "Higher education institutions", SchoolGroup.OTHER),
                    new Type("30", "Welsh establishment", SchoolGroup.WELSH_MAINTAINED),
                    new Type("31", "Sixth form centres", SchoolGroup.OTHER),
                    new Type("32", "Special post 16 institution", SchoolGroup.OTHER),
                    new Type("33", "Academy special sponsor led", SchoolGroup.ACADEMY),
                    new Type("34", "Academy converter", SchoolGroup.ACADEMY),
                    new Type("35", "Free schools", SchoolGroup.FREE_SCHOOL),
                    new Type("36", "Free schools special", SchoolGroup.FREE_SCHOOL),
                    new Type("37", "British schools overseas", SchoolGroup.OTHER),
                    new Type("38", "Free schools alternative provision", SchoolGroup.FREE_SCHOOL),
                    new Type("39", "Free schools 16 to 19", SchoolGroup.FREE_SCHOOL),
                    new Type("40", "University technical college", SchoolGroup.UNIVERSITY_TECHNICAL_COLLEGE),
                    new Type("41", "Studio schools", SchoolGroup.STUDIO_SCHOOL),
                    new Type("42", "Academy alternative provision converter", SchoolGroup.ACADEMY),
                    new Type("43", "Academy alternative provision sponsor led", SchoolGroup.ACADEMY),
                    new Type("44", "Academy special converter", SchoolGroup.ACADEMY),
                    new Type("45", "Academy 16-19 converter", SchoolGroup.ACADEMY),
                    new Type("46", "Academy 16 to 19 sponsor led", SchoolGroup.ACADEMY),
                    new Type("49", "Online provider", SchoolGroup.OTHER),
                    new Type("56", "Institution funded by other government department", SchoolGroup.OTHER),
                    new Type("57", "Academy secure 16 to 19", SchoolGroup.ACADEMY))
            .collect(Collectors.toUnmodifiableMap(Type::code, type -> type));

    private static final Map<String, Type> BY_NAME = BY_CODE.values().stream()
            .collect(Collectors.toUnmodifiableMap(type -> type.name.toLowerCase(Locale.ROOT), type -> type));

    private EstablishmentTypes() {}

    /** By code if that is known, else by name: capitals differ from year to year, and new kinds of academy come. */
    static SchoolGroup groupOf(String code, String name) {
        Type byCode = BY_CODE.get(code);
        if (byCode != null) {
            return byCode.group;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        Type byName = BY_NAME.get(lower);
        if (byName != null) {
            return byName.group;
        }
        if (lower.startsWith("academy")) {
            return SchoolGroup.ACADEMY;
        }
        return lower.startsWith("free school") ? SchoolGroup.FREE_SCHOOL : SchoolGroup.OTHER;
    }

    /** The name of a type given by its code of two digits, or by its name; empty if there is no such type. */
    static Optional<String> findName(String codeOrName) {
        Type type = BY_CODE.getOrDefault(codeOrName, BY_NAME.get(codeOrName.toLowerCase(Locale.ROOT)));
        return Optional.ofNullable(type).map(Type::name);
    }
}
