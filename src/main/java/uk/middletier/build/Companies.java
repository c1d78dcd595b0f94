package uk.middletier.build;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Ids;

/**
 * Which trust is which company. The list of groups gives a number to one record of a company only, the newest; which
 * one the older records had stands in the group links of their day.
 */
final class Companies {
    /** UIDs are given in the order in which groups are registered. */
    static final Comparator<String> BY_REGISTRATION =
            Comparator.comparingLong(Companies::uid).thenComparing(Comparator.naturalOrder());

    private final Map<String, String> listed = new HashMap<>();
    private final Map<String, String> linked = new HashMap<>();

    /** Takes the number beside a group in the list of groups; later snapshots come later. */
    void listed(String bodyId, @Nullable String number) {
        if (number != null) {
            listed.put(bodyId, number);
        }
    }

    /** Takes the number beside a group in the group links; later snapshots come later. */
    void linked(String bodyId, @Nullable String number) {
        if (number != null) {
            linked.put(bodyId, number);
        }
    }

    /** The company's number, of the list of groups if it has one. */
    @Nullable
    String find(String bodyId) {
        String number = listed.get(bodyId);
        return number == null ? linked.get(bodyId) : number;
    }

    /** Whether both are records of one trust, the first being the older. */
    boolean registeredAnew(String older, String newer) {
        String number = find(older);
        return number != null
                && Ids.isTrust(older)
                && Ids.isTrust(newer)
                && BY_REGISTRATION.compare(older, newer) < 0
                && Objects.equals(number, find(newer));
    }

    private static long uid(String bodyId) {
        String uid = bodyId.substring(bodyId.indexOf(':') + 1);
        return uid.matches("[0-9]{1,18}") ? Long.parseLong(uid) : Long.MAX_VALUE;
    }
}
