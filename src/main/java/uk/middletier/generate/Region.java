package uk.middletier.generate;

/** The nine English regions and Wales, with the register's letter and name for each. */
enum Region {
    NORTH_EAST("E12000001", "A", "North East"),
    NORTH_WEST("E12000002", "B", "North West"),
    YORKSHIRE("E12000003", "D", "Yorkshire and the Humber"),
    EAST_MIDLANDS("E12000004", "E", "East Midlands"),
    WEST_MIDLANDS("E12000005", "F", "West Midlands"),
    EAST("E12000006", "G", "East of England"),
    LONDON("E12000007", "H", "London"),
    SOUTH_EAST("E12000008", "J", "South East"),
    SOUTH_WEST("E12000009", "K", "South West"),
    WALES("W92000004", "W", "Wales (pseudo)");

    final String gss;
    final String letter;
    final String title;

    Region(String gss, String letter, String title) {
        this.gss = gss;
        this.letter = letter;
        this.title = title;
    }

    boolean northern() {
        return this == NORTH_EAST || this == NORTH_WEST || this == YORKSHIRE || this == EAST_MIDLANDS;
    }

    static Region of(String gss) {
        for (Region region : values()) {
            if (region.gss.equals(gss)) {
                return region;
            }
        }
        throw new IllegalStateException("no region " + gss);
    }
}
