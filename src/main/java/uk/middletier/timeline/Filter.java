package uk.middletier.timeline;

import java.util.List;
import uk.middletier.model.Scope;

/**
 * Which schools are counted, by what they are all their life.
 *
 * @param phases the register's words; empty = every phase
 */
public record Filter(List<String> phases, Scope scope) {
    /** All state-funded schools. */
    public static final Filter NONE = new Filter(List.of(), Scope.STATE_FUNDED);

    /** The same as a question about traits. */
    Test test(Schools schools) {
        long mask = phases.isEmpty() ? -1L : 0L;
        for (int phase = 0; phase < schools.phaseWords().size(); phase++) {
            if (phases.contains(schools.phaseWords().get(phase))) {
                mask |= 1L << phase;
            }
        }
        return new Test(mask, scope);
    }

    /** @param phases a bit for each phase wanted */
    record Test(long phases, Scope scope) {
        boolean everything() {
            return phases == -1L && scope == Scope.STATE_FUNDED;
        }

        boolean counts(int traits) {
            return (phases >>> Traits.phase(traits) & 1) != 0 && Traits.inside(traits) && inScope(traits);
        }

        private boolean inScope(int traits) {
            return switch (scope) {
                case STATE_FUNDED -> true;
                case MAINSTREAM -> Traits.setting(traits) == Traits.Setting.MAINSTREAM;
                case SPECIAL -> Traits.setting(traits) == Traits.Setting.SPECIAL;
                case ALTERNATIVE_PROVISION -> Traits.setting(traits) == Traits.Setting.ALTERNATIVE_PROVISION;
                case TRUST_RUN -> Traits.group(traits).underTrust();
            };
        }
    }
}
