package uk.middletier.example;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.middletier.generate.FictionalSchool;

/** A fictional school while its example is being made: what was drawn, and what the example says otherwise. */
final class School {
    final int number;
    final FictionalSchool drawn;
    String type;
    String rating = "";
    int pupils;
    double fsmPercent;

    @Nullable
    LocalDate opened;

    School(int number, FictionalSchool drawn) {
        this.number = number;
        this.drawn = drawn;
        type = drawn.type();
        pupils = drawn.pupils();
        fsmPercent = drawn.fsmPercent();
    }

    String authority() {
        return drawn.authority();
    }

    double latitude() {
        return drawn.location().latitude();
    }

    double longitude() {
        return drawn.location().longitude();
    }

    String id() {
        return "school:" + number;
    }

    boolean academy() {
        return type.startsWith("Academy");
    }

    School as(String type) {
        this.type = type;
        return this;
    }

    School rated(String rating) {
        this.rating = rating;
        return this;
    }

    School roll(int pupils) {
        this.pupils = pupils;
        return this;
    }
}
