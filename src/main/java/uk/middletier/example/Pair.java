package uk.middletier.example;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Period;

/** Two schools put together, one to help the other: a body of its own, and support from one to the other. */
final class Pair {
    /** On what terms: the key of the body's id, the programme, who arranged it, how much of it, how long. */
    record Terms(
            String key,
            @Nullable String programme,
            @Nullable String broker,
            String depth,
            Period span) {}

    private Pair() {}

    static Body make(Draft draft, School lead, School emerging, Terms terms) {
        Body pair = draft.body(
                        BodyKind.PAIRING,
                        terms.key(),
                        lead.drawn.name() + " with " + emerging.drawn.name(),
                        terms.span())
                .led(lead);
        pair.programme = terms.programme();
        draft.member(lead, pair, "lead", terms.span());
        draft.member(emerging, pair, "emerging", terms.span());
        draft.support(lead, emerging, terms.programme(), terms.broker(), terms.depth(), terms.span());
        return pair;
    }

    /** The schools of those ratings, in another order. */
    static List<School> rated(Draft draft, List<School> schools, List<String> ratings) {
        return draft.dice.shuffled(schools.stream()
                .filter(school -> ratings.contains(school.rating))
                .toList());
    }
}
