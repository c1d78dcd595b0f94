package uk.middletier.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The register's cells about pupils: ages, roll, capacity, free meals, faith, admissions. Welsh records have none of
 * them, and closed ones no roll.
 */
final class PupilCells {
    private static final LocalDate NO_CENSUS = LocalDate.of(1996, 1, 18);

    private final LocalDate extractDate;
    private final long seed;
    private final Authorities authorities;

    PupilCells(Nation nation, Authorities authorities) {
        extractDate = nation.extractDate;
        seed = nation.seed;
        this.authorities = authorities;
    }

    void write(CsvFile file, School school, Status status, Dice dice) {
        if (school.type == EstablishmentType.WELSH) {
            welsh(file);
            return;
        }
        Shape shape = school.shape;
        boolean sixthForm = shape.secondary() && shape != Shape.MIDDLE_DEEMED_SECONDARY && dice.chance(0.6);
        int highAge = shape == Shape.SECONDARY && !sixthForm ? 16 : shape.highAge;
        int lowAge = shape == Shape.PRIMARY ? dice.pick(List.of(3, 3, 4, 4, 2)) : shape.lowAge;
        file.set("StatutoryLowAge", lowAge);
        file.set("StatutoryHighAge", highAge);
        boolean boards = school.type == EstablishmentType.INDEPENDENT && dice.chance(0.2);
        file.set("Boarders", boards ? "3" : "1", boards ? "Boarding school" : "No boarders");
        file.set(
                "NurseryProvision (name)",
                shape.secondary() ? "Not applicable" : lowAge < 4 ? "Has Nursery Classes" : "No Nursery Classes");
        file.set(
                "OfficialSixthForm",
                sixthForm ? "1" : "2",
                sixthForm ? "Has a sixth form" : "Does not have a sixth form");
        file.set(
                "Gender",
                Integer.toString(school.genders),
                school.genders == 1 ? "Boys" : school.genders == 2 ? "Girls" : "Mixed");
        faith(file, school);
        boolean selective = shape == Shape.SECONDARY && school.name.contains("Grammar");
        if (shape.secondary() || school.type.family == EstablishmentType.Family.INDEPENDENT) {
            file.set("AdmissionsPolicy", selective ? "2" : "4", selective ? "Selective" : "Non-selective");
        } else {
            file.set("AdmissionsPolicy", "0", "Not applicable");
        }
        file.set("SpecialClasses", "2", "No Special Classes");
        roll(file, school, status, highAge - lowAge, dice);
    }

    private void roll(CsvFile file, School school, Status status, int years, Dice dice) {
        Shape shape = school.shape;
        double usual = shape.usualRoll * (double) years / Math.max(1, shape.highAge - shape.lowAge);
        int pupils = (int) Math.max(8, Math.round(usual * school.size));
        if (shape != Shape.OTHER && school.type != EstablishmentType.HIGHER_EDUCATION) {
            int filled = dice.between(78, 104);
            file.set(
                    "SchoolCapacity",
                    shape.primary()
                            ? Math.max(30, (pupils * 100 / filled + 14) / 15 * 15)
                            : Math.max(10, pupils * 100 / filled));
        }
        LocalDate census = census();
        boolean counted = status.open()
                && school.type != EstablishmentType.HIGHER_EDUCATION
                && shape != Shape.OTHER
                && (school.opened == null || school.opened.isBefore(census) || dice.chance(0.5));
        if (!counted) {
            return;
        }
        int boys = school.genders == 1
                ? pupils
                : school.genders == 2 ? 0 : (int) Math.round(pupils * boysShare(school, dice));
        file.set("CensusDate", census);
        file.set("NumberOfPupils", pupils);
        file.set("NumberOfBoys", boys);
        file.set("NumberOfGirls", (long) pupils - boys);
        if (!school.type.family.equals(EstablishmentType.Family.INDEPENDENT) && shape != Shape.SIXTEEN_PLUS) {
            int free = (int) Math.round(pupils * freeMealsShare(school, dice));
            file.set("FSM", free);
            file.set("PercentageFSM", String.format(Locale.ROOT, "%.2f", Math.round(1000.0 * free / pupils) / 10.0));
        }
    }

    private static double boysShare(School school, Dice dice) {
        return (school.type.special() ? 0.72 : 0.51) + dice.gaussian() * 0.02;
    }

    /** An authority's usual share, more in sponsored academies and special schools, less in villages; 1 to 85 in 100. */
    private double freeMealsShare(School school, Dice dice) {
        double usual = 0.14
                + 0.14 * new Dice(seed, "free-meals/" + school.home.authority().code()).fraction();
        usual += school.home.conurbation().equals("A") ? 0.06 : 0;
        double factor = school.type.special()
                ? 1.8
                : school.type.sponsorLed() ? 1.5 : school.type == EstablishmentType.ACADEMY_CONVERTER ? 0.9 : 1;
        factor *= school.shape == Shape.ALTERNATIVE_PROVISION ? 2.4 : school.place.rural() ? 0.65 : 1;
        return Math.max(0.01, Math.min(0.85, usual * factor * Math.exp(dice.gaussian() * 0.4)));
    }

    private LocalDate census() {
        LocalDate census = LocalDate.of(extractDate.getYear(), 1, 18);
        census = census.plusDays(200).isAfter(extractDate) ? census.minusYears(1) : census;
        return census.isBefore(NO_CENSUS) ? NO_CENSUS : census;
    }

    private void faith(CsvFile file, School school) {
        boolean academy = school.type.inTrust() && school.faith == Faith.NONE && school.urn % 3 == 0;
        file.set("ReligiousCharacter", academy ? "06" : school.faith.code, academy ? "None" : school.faith.title);
        file.set("ReligiousEthos (name)", school.faith == Faith.NONE ? "Does not apply" : school.faith.title);
        String diocese = switch (school.faith) {
            case CHURCH_OF_ENGLAND -> school.home.dioceseOfEngland();
            case ROMAN_CATHOLIC -> school.home.dioceseOfRome();
            default -> "";
        };
        if (diocese.isEmpty() || school.type == EstablishmentType.INDEPENDENT) {
            file.set("Diocese", "0000", "Not applicable");
        } else {
            file.set("Diocese", diocese, authorities.dioceseName(diocese));
        }
    }

    private static void welsh(CsvFile file) {
        file.set("Boarders", "0", "Not applicable");
        file.set("NurseryProvision (name)", "Not applicable");
        file.set("OfficialSixthForm", "0", "Not applicable");
        file.set("Gender", "0", "Not applicable");
        file.set("ReligiousCharacter", "99", "");
        file.set("Diocese", "0000", "Not applicable");
        file.set("AdmissionsPolicy", "9", "");
        file.set("SpecialClasses", "0", "Not applicable");
    }
}
