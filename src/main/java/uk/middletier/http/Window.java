package uk.middletier.http;

import java.time.LocalDate;
import java.util.List;

/**
 * The days a question is about.
 *
 * @param from the first
 * @param to not before it; whether it still counts is the route's to say
 */
record Window(LocalDate from, LocalDate to) {
    static final Parameter FROM = new Parameter(
            "from", new ParameterType.Day(), false, Parameter.YEAR_BEFORE, "the first day of the time asked about");
    static final Parameter TO = new Parameter(
            "to", new ParameterType.Day(), false, Parameter.EXTRACT_DATE, "where the time asked about ends");

    /** Of a question whose route takes {@link #FROM} and {@link #TO}. */
    static Window of(Parameters parameters) {
        return of(parameters.day(FROM.name()), parameters.day(TO.name()));
    }

    /** Of two days, the first of which must not be after the second. */
    static Window of(LocalDate from, LocalDate to) {
        Window window = new Window(from, to);
        if (window.from().isAfter(window.to())) {
            throw new Refusal(Problem.ofParameter(
                            ProblemType.INVALID_PARAMETER,
                            "from " + window.from() + " is after to " + window.to(),
                            FROM.name())
                    .withAllowed(List.of("a day not after " + window.to())));
        }
        return window;
    }
}
