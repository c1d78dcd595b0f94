package uk.middletier.build;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.model.SchoolGroup;

/** The Welsh schools of the register by authority and establishment number: the Welsh list has no URNs. */
final class WelshNumbers {
    private final Register register;
    private @Nullable Set<String> numbers;

    WelshNumbers(Register register) {
        this.register = register;
    }

    /** Whether the register has a school of that number. */
    boolean holds(SchoolRecord school) {
        Set<String> known = numbers;
        if (known == null) {
            known = new HashSet<>();
            for (SchoolRecord each : register.schools()) {
                if (each.group() == SchoolGroup.WELSH_MAINTAINED
                        && each.origin().source().kind().ofRegister()) {
                    known.add(number(each));
                }
            }
            numbers = known;
        }
        return known.contains(number(school));
    }

    private static String number(SchoolRecord school) {
        return school.laCode() + "/" + school.establishmentNumber();
    }
}
