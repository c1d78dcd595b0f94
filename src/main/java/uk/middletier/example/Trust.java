package uk.middletier.example;

import java.util.List;
import java.util.Locale;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Period;

/** Academy trusts of fictional schools. */
final class Trust {
    private Trust() {}

    /** Makes converters of the schools and puts them into one trust. */
    static Body make(Draft draft, String key, List<School> schools, Period life) {
        return make(draft, key, "Academy converter", schools, life);
    }

    /** As {@link #make(Draft, String, List, Period)}, of another type of academy. */
    static Body make(Draft draft, String key, String type, List<School> schools, Period life) {
        schools.forEach(school -> {
            school.as(school.drawn.phase().equals("Not applicable") ? "Academy special converter" : type);
            school.opened = life.from();
        });
        String first = schools.get(0).drawn.name().toUpperCase(Locale.ROOT);
        boolean single = schools.size() == 1;
        Body trust = draft.body(
                single ? BodyKind.SINGLE_ACADEMY_TRUST : BodyKind.MULTI_ACADEMY_TRUST,
                key,
                single ? first : first + " MULTI ACADEMY TRUST",
                life);
        draft.members(trust, schools);
        return trust;
    }
}
