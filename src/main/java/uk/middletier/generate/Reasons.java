package uk.middletier.generate;

/** Names of the register's reasons for opening and closing. Source: its {@code ReasonEstablishment…} columns. */
final class Reasons {
    private Reasons() {}

    static String opened(String code) {
        return switch (code) {
            case "00" -> "Not applicable";
            case "01" -> "Result of Amalgamation";
            case "04" -> "Fresh Start";
            case "06" -> "New Provision";
            case "08" -> "Split school";
            case "10" -> "Academy Converter";
            case "11" -> "Academy Free School";
            default -> throw new IllegalArgumentException("reason for opening " + code);
        };
    }

    static String closed(String code) {
        return switch (code) {
            case "00" -> "Not applicable";
            case "01" -> "Result of Amalgamation/Merger";
            case "02" -> "Closure";
            case "04" -> "Fresh Start";
            case "05" -> "Close Nursery School";
            case "06" -> "For Academy";
            case "10" -> "Academy Converter";
            case "12" -> "Transferred to new sponsor";
            case "99" -> "";
            default -> throw new IllegalArgumentException("reason for closing " + code);
        };
    }
}
