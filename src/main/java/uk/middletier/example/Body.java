package uk.middletier.example;

import org.jspecify.annotations.Nullable;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Formality;
import uk.middletier.model.Period;

/** A fictional body while its example is being made. */
final class Body {
    final String id;
    final BodyKind kind;
    final String name;
    final Period life;
    Formality formality;

    @Nullable
    School lead;

    @Nullable
    Body parent;

    @Nullable
    String programme;

    Body(String id, BodyKind kind, String name, Period life) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.life = life;
        formality = kind.formality();
    }

    Body under(String programme) {
        this.programme = programme;
        return this;
    }

    Body partOf(Body parent) {
        this.parent = parent;
        return this;
    }

    Body led(School lead) {
        this.lead = lead;
        return this;
    }

    Body bound(Formality formality) {
        this.formality = formality;
        return this;
    }
}
