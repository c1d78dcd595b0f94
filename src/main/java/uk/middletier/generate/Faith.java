package uk.middletier.generate;

/** Religious character with the register's code and name. */
enum Faith {
    NONE("00", "Does not apply"),
    CHURCH_OF_ENGLAND("02", "Church of England"),
    ROMAN_CATHOLIC("03", "Roman Catholic"),
    METHODIST("04", "Methodist"),
    JEWISH("05", "Jewish"),
    MUSLIM("07", "Muslim"),
    CHRISTIAN("15", "Christian");

    final String code;
    final String title;

    Faith(String code, String title) {
        this.code = code;
        this.title = title;
    }
}
