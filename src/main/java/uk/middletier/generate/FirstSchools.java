package uk.middletier.generate;

/** The schools that stood when the record began, in 1987. */
final class FirstSchools {
    private FirstSchools() {}

    static void build(Locality locality) {
        Nation nation = locality.nation;
        Setting setting = locality.setting;
        mainstream(locality, Shape.INFANT, nation.inEngland("infant", setting, 3_300));
        mainstream(locality, Shape.JUNIOR, nation.inEngland("junior", setting, 3_150));
        mainstream(locality, Shape.FIRST, nation.whereMiddleSchoolsAre("first", setting, 800));
        int primary = nation.inEngland("primary", setting, 10_700) + nation.inCountryside("village", setting, 2_650);
        mainstream(locality, Shape.PRIMARY, primary);
        mainstream(locality, Shape.MIDDLE_DEEMED_SECONDARY, nation.whereMiddleSchoolsAre("middle", setting, 560));
        mainstream(locality, Shape.MIDDLE_DEEMED_PRIMARY, nation.whereMiddleSchoolsAre("lower", setting, 240));
        mainstream(locality, Shape.SECONDARY, nation.inEngland("secondary", setting, 3_600));
        mainstream(locality, Shape.ALL_THROUGH, nation.inEngland("all-through", setting, 32));
        for (int i = nation.inEngland("city-technology-college", setting, 15); i > 0; i--) {
            locality.found(
                    EstablishmentType.CITY_TECHNOLOGY_COLLEGE,
                    Shape.SECONDARY,
                    Faith.NONE,
                    locality.places.town(locality.dice),
                    locality.september(locality.dice.between(1988, 1993)));
        }
    }

    private static void mainstream(Locality locality, Shape shape, int count) {
        Dice dice = locality.dice;
        for (int i = 0; i < count; i++) {
            EstablishmentType type = type(locality, shape);
            Faith faith = faith(type, shape, locality);
            Place place = faith == Faith.ROMAN_CATHOLIC || (shape.secondary() && dice.chance(0.7))
                    ? locality.places.town(dice)
                    : type == EstablishmentType.VOLUNTARY_CONTROLLED && dice.chance(0.6)
                            ? locality.places.village(dice)
                            : locality.places.any(dice);
            School school = locality.found(type, shape, faith, place, null);
            school.placeholder = dice.chance(0.035);
        }
    }

    /** Governance of schools on the register by phase, more voluntary controlled ones in the countryside. */
    private static EstablishmentType type(Locality locality, Shape shape) {
        int controlled = (int) Math.round(85 + 330 * locality.setting.ruralShare());
        int drawn = shape.secondary()
                ? locality.dice.weighted(560, 160, 35, 245)
                : shape == Shape.INFANT
                        ? locality.dice.weighted(800, 60, controlled / 2, 60)
                        : locality.dice.weighted(575, 235, controlled, 50);
        return switch (drawn) {
            case 0 -> EstablishmentType.COMMUNITY;
            case 1 -> EstablishmentType.VOLUNTARY_AIDED;
            case 2 -> EstablishmentType.VOLUNTARY_CONTROLLED;
            default -> EstablishmentType.FOUNDATION;
        };
    }

    private static Faith faith(EstablishmentType type, Shape shape, Locality locality) {
        Dice dice = locality.dice;
        return switch (type) {
            case VOLUNTARY_CONTROLLED -> dice.chance(0.98) ? Faith.CHURCH_OF_ENGLAND : Faith.METHODIST;
            case VOLUNTARY_AIDED -> {
                if (dice.chance(0.02) && !locality.setting.conurbation().equals("C")) {
                    yield dice.chance(0.7) ? Faith.JEWISH : Faith.MUSLIM;
                }
                double catholic = shape.secondary() ? 0.62 : 0.68 - 0.5 * locality.setting.ruralShare();
                yield dice.chance(catholic) ? Faith.ROMAN_CATHOLIC : Faith.CHURCH_OF_ENGLAND;
            }
            default -> Faith.NONE;
        };
    }
}
