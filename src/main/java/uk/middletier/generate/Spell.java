package uk.middletier.generate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An academy's time in one trust. */
final class Spell {
    final School school;
    final Group group;
    final LocalDate joined;
    /** The day it joined the next trust, or its last day open; {@code null} while it is still in. */
    @Nullable
    LocalDate left;

    Spell(School school, Group group, LocalDate joined) {
        this.school = school;
        this.group = group;
        this.joined = joined;
    }
}
