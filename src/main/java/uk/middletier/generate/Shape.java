package uk.middletier.generate;

/** Phase and ages of a school, and its usual roll. Rolls: medians of open schools in the register of January 2025, rounded. */
enum Shape {
    NURSERY("1", "Nursery", 2, 5, 90, 1000),
    INFANT("2", "Primary", 4, 7, 200, 2000),
    FIRST("2", "Primary", 4, 9, 160, 2000),
    JUNIOR("2", "Primary", 7, 11, 260, 2000),
    PRIMARY("2", "Primary", 3, 11, 240, 2000),
    MIDDLE_DEEMED_PRIMARY("3", "Middle deemed primary", 8, 12, 330, 3900),
    MIDDLE_DEEMED_SECONDARY("5", "Middle deemed secondary", 9, 13, 480, 4500),
    SECONDARY("4", "Secondary", 11, 18, 1050, 4000),
    ALL_THROUGH("7", "All-through", 4, 18, 1200, 5900),
    SIXTEEN_PLUS("6", "16 plus", 16, 19, 900, 8000),
    SPECIAL("0", "Not applicable", 4, 19, 125, 7000),
    ALTERNATIVE_PROVISION("0", "Not applicable", 11, 16, 50, 1100),
    INDEPENDENT("0", "Not applicable", 3, 18, 210, 6000),
    WELSH_PRIMARY("0", "Not applicable", 3, 11, 200, 2000),
    WELSH_SECONDARY("0", "Not applicable", 11, 18, 900, 4000),
    OTHER("0", "Not applicable", 16, 25, 60, 8600);

    final String phaseCode;
    final String phase;
    final int lowAge;
    final int highAge;
    final int usualRoll;
    /** Where the authority's numbers for such schools begin. */
    final int firstNumber;

    Shape(String phaseCode, String phase, int lowAge, int highAge, int usualRoll, int firstNumber) {
        this.phaseCode = phaseCode;
        this.phase = phase;
        this.lowAge = lowAge;
        this.highAge = highAge;
        this.usualRoll = usualRoll;
        this.firstNumber = firstNumber;
    }

    boolean primary() {
        return phaseCode.equals("2");
    }

    boolean secondary() {
        return phaseCode.equals("4") || phaseCode.equals("5") || phaseCode.equals("7");
    }
}
