package uk.middletier.build;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.GroupRecord;
import uk.middletier.dataset.Origin;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Period;

/**
 * Every body of the register by its UID: from the list of groups, or, for those the list no longer holds, from the
 * links and memberships that name them.
 */
final class Groups {
    /**
     * A body.
     *
     * @param record its row in the list of groups, if it has one
     * @param origin the row that named it
     */
    record Group(
            String id, BodyKind kind, String name, @Nullable GroupRecord record, Origin origin, Life life) {}

    /** Kinds of group that hold no schools. */
    private static final List<String> OUT_OF_SCOPE =
            List.of("children's centres group", "children's centres collaboration");

    private static final String SPONSOR = "school sponsor";

    private final Companies companies;
    private final Issues issues;
    private final Map<String, Group> byUid = new TreeMap<>();
    private final Map<String, Map<String, Group>> sponsorsByName = new HashMap<>();

    Groups(Companies companies, Issues issues) {
        this.companies = companies;
        this.issues = issues;
    }

    /** Takes a row of the list of groups; later snapshots come later. */
    void add(GroupRecord row) {
        Optional<BodyKind> kind = kind(row.type());
        String file = row.origin().source().name();
        String subject = "group " + row.uid();
        if (kind.isEmpty()) {
            issues.add(IssueCode.GROUP_OUT_OF_SCOPE, file, row.origin().line(), subject, row.type(), "left out");
            return;
        }
        boolean error = row.status().toLowerCase(Locale.ROOT).contains("error");
        if (error) {
            issues.add(
                    IssueCode.CREATED_IN_ERROR,
                    file,
                    row.origin().line(),
                    subject,
                    row.status(),
                    "kept, counted on no day");
        }
        companies.listed(id(kind.get(), row.uid()), row.companiesHouse());
        put(
                row.uid(),
                new Group(id(kind.get(), row.uid()), kind.get(), row.name(), row, row.origin(), life(row, error)));
    }

    /** The body a link or membership names, made known if the list of groups does not hold it; empty if out of scope. */
    Optional<Group> named(String uid, String name, String type, Origin origin) {
        Group known = byUid.get(uid);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<BodyKind> kind = kind(type);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        issues.add(
                IssueCode.GROUP_INFERRED,
                origin.source().name(),
                origin.line(),
                "group " + uid,
                name + " (" + type + ") is not in the list of groups",
                "kept with the name and kind given here");
        Life unknown = new Life(Period.ALWAYS, false, false, true);
        return Optional.of(put(uid, new Group(id(kind.get(), uid), kind.get(), name, null, origin, unknown)));
    }

    /** The one sponsor of that name, open if only one of several is; empty if there is none or it cannot be told. */
    Optional<Group> sponsor(String name) {
        Collection<Group> all =
                sponsorsByName.getOrDefault(normal(name), Map.of()).values();
        List<Group> open =
                all.stream().filter(group -> group.life().period().to() == null).toList();
        return all.size() == 1
                ? Optional.of(all.iterator().next())
                : open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
    }

    /** A sponsor that has a name and no UID. */
    Group sponsorByNameOnly(String name, Origin origin) {
        String uid = normal(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        Group known = byUid.get("name:" + uid);
        return known != null
                ? known
                : put(
                        "name:" + uid,
                        new Group(
                                id(BodyKind.SPONSOR, uid),
                                BodyKind.SPONSOR,
                                name,
                                null,
                                origin,
                                new Life(Period.ALWAYS, false, false, true)));
    }

    /** The body of that UID, null if there is none. */
    @Nullable
    Group find(String uid) {
        return byUid.get(uid);
    }

    Collection<Group> all() {
        return byUid.values();
    }

    /** The kind of body a group type is, empty for kinds that hold no schools and for types nobody knows. */
    static Optional<BodyKind> kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "multi-academy trust" -> Optional.of(BodyKind.MULTI_ACADEMY_TRUST);
            case "single-academy trust", "secure single-academy trust" -> Optional.of(BodyKind.SINGLE_ACADEMY_TRUST);
            case "trust" -> Optional.of(BodyKind.FOUNDATION_TRUST);
            case "umbrella trust" -> Optional.of(BodyKind.UMBRELLA_TRUST);
            case "federation" -> Optional.of(BodyKind.FEDERATION);
            case SPONSOR -> Optional.of(BodyKind.SPONSOR);
            default -> Optional.empty();
        };
    }

    /** Whether a type is known to hold no schools. */
    static boolean outOfScope(String type) {
        return OUT_OF_SCOPE.contains(type.toLowerCase(Locale.ROOT));
    }

    private Group put(String uid, Group group) {
        Group before = byUid.put(uid, group);
        if (before != null && before.kind() == BodyKind.SPONSOR && group.kind() != BodyKind.SPONSOR) {
            // Of another kind in a later list: no sponsor is to be found by its name any more.
            sponsorsByName.values().forEach(named -> named.remove(uid));
        }
        if (group.kind() == BodyKind.SPONSOR && group.record() != null) {
            sponsorsByName
                    .computeIfAbsent(normal(group.name()), name -> new TreeMap<>())
                    .put(uid, group);
        }
        return group;
    }

    private Life life(GroupRecord row, boolean error) {
        LocalDate closed = row.closed();
        LocalDate opened = row.opened();
        boolean ended = !row.status().toLowerCase(Locale.ROOT).startsWith("open");
        if (closed != null && opened != null && closed.isBefore(opened)) {
            issues.add(
                    IssueCode.CLOSED_BEFORE_OPENED,
                    row.origin().source().name(),
                    row.origin().line(),
                    "group " + row.uid(),
                    "opened " + opened + ", closed " + closed,
                    "start taken as unknown");
            opened = null;
        }
        Period period = new Period(opened, closed == null ? null : closed.plusDays(1));
        return new Life(period, opened != null, closed != null || !ended, !error);
    }

    private static String id(BodyKind kind, String uid) {
        return uk.middletier.model.Ids.body(kind, uid);
    }

    private static String normal(String name) {
        return name.trim().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
