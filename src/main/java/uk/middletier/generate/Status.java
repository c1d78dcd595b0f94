package uk.middletier.generate;

import java.time.LocalDate;

/** Status on the extract date, with the register's code and name. */
enum Status {
    OPEN("1", "Open"),
    CLOSED("2", "Closed"),
    CLOSING("3", "Open, but proposed to close"),
    PROPOSED("4", "Proposed to open");

    final String code;
    final String title;

    Status(String code, String title) {
        this.code = code;
        this.title = title;
    }

    boolean open() {
        return this == OPEN || this == CLOSING;
    }

    static Status of(School school, LocalDate day) {
        if (school.closingDateLost || (school.closed != null && !school.closed.isAfter(day))) {
            return CLOSED;
        }
        if (school.opened != null && school.opened.isAfter(day)) {
            return PROPOSED;
        }
        boolean foreverSoon =
                school.closed != null && !school.reasonClosed.equals("10") && !school.reasonClosed.equals("06");
        return foreverSoon ? CLOSING : OPEN;
    }
}
