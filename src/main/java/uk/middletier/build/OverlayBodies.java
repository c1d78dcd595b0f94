package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.Authorities;
import uk.middletier.dataset.Authority;
import uk.middletier.dataset.Origin;
import uk.middletier.dataset.OverlayRecord;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ids;
import uk.middletier.model.Labels;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Period;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;
import uk.middletier.model.Relationships;

/** Bodies and programmes of overlays, and what stands above what. A body is known by its id, whoever defines it. */
final class OverlayBodies {
    /**
     * A body that can be cited.
     *
     * @param days when it was there
     */
    record Known(BodyKind kind, Period days) {}

    private final Groups groups;
    private final Taken taken;
    private final Issues issues;
    private final Map<String, OverlayRecord.Programme> programmes = new TreeMap<>();
    private final Map<String, OverlayRecord.Body> bodies = new TreeMap<>();
    private @Nullable Map<String, Known> known;

    OverlayBodies(Groups groups, Taken taken, Issues issues) {
        this.groups = groups;
        this.taken = taken;
        this.issues = issues;
    }

    void add(OverlayRecord.Programme programme) {
        programmes.put(programme.id(), programme);
        taken.one(programme.origin().source(), "programmes");
    }

    void add(OverlayRecord.Body body) {
        bodies.put(body.id(), body);
        taken.one(body.origin().source(), "bodies");
    }

    Collection<OverlayRecord.Body> all() {
        return bodies.values();
    }

    /** The body of that id: of an overlay, of the register, or an authority; null if there is none. */
    @Nullable
    Known find(String id) {
        Map<String, Known> all = known;
        if (all == null) {
            all = new HashMap<>();
            for (OverlayRecord.Body body : bodies.values()) {
                all.put(body.id(), new Known(body.kind(), body.span().period()));
            }
            for (Groups.Group group : groups.all()) {
                all.put(group.id(), new Known(group.kind(), group.life().period()));
            }
            for (Authority authority : Authorities.load()) {
                all.put(
                        Ids.area(AreaKind.LOCAL_AUTHORITY, authority.code()),
                        new Known(BodyKind.LOCAL_AUTHORITY, new Period(authority.from(), authority.to())));
            }
            known = all;
        }
        return all.get(id);
    }

    boolean isProgramme(String id) {
        return programmes.containsKey(id);
    }

    /** The programme of that id; one that is not defined is made known by whoever names it. */
    String programme(String id, Origin origin, @Nullable String name) {
        String whole = id.startsWith(Ids.PROGRAMME_PREFIX) ? id : Ids.programme(Ids.slug(id));
        if (!programmes.containsKey(whole)) {
            Overlays.report(
                    issues,
                    IssueCode.PROGRAMME_INFERRED,
                    origin,
                    whole,
                    "not defined",
                    "kept under the name given here, without days");
            programmes.put(
                    whole,
                    new OverlayRecord.Programme(
                            origin,
                            whole,
                            name == null ? whole.substring(Ids.PROGRAMME_PREFIX.length()) : name,
                            null,
                            OverlayRecord.Span.ALWAYS,
                            null));
        }
        return whole;
    }

    /** What stands above what. */
    void addTo(List<RelationshipRow> rows) {
        Set<String> cut = cycles();
        for (OverlayRecord.Body body : bodies.values()) {
            if (body.programme() != null) {
                rows.add(under(body, programme(body.programme(), body.origin(), null)));
            }
            String parent = body.parent();
            if (parent == null || cut.contains(body.id())) {
                continue;
            }
            if (find(parent) == null) {
                Overlays.report(
                        issues,
                        IssueCode.OVERLAY_BODY_UNKNOWN,
                        body.origin(),
                        body.id(),
                        "parent " + parent,
                        "kept without a parent");
            } else {
                rows.add(under(body, parent));
            }
        }
    }

    private static RelationshipRow under(OverlayRecord.Body body, String above) {
        return new RelationshipRow(
                body.id(),
                Relationships.UNDER,
                above,
                Areas.interval(body.span().period(), body.origin())
                        .put(Properties.PROVENANCE, body.provenance())
                        .toMap());
    }

    /** Bodies whose parent is left out so that none is above itself. */
    private Set<String> cycles() {
        Set<String> cut = new HashSet<>();
        for (OverlayRecord.Body body : bodies.values()) {
            List<String> way = new ArrayList<>(List.of(body.id()));
            OverlayRecord.Body above = above(body, cut);
            while (above != null && !way.contains(above.id())) {
                way.add(above.id());
                above = above(above, cut);
            }
            String parent = body.parent();
            boolean itself = parent != null && parent.equals(body.id());
            if (itself || (above != null && above.id().equals(body.id()))) {
                way.add(body.id());
                Overlays.report(
                        issues,
                        IssueCode.OVERLAY_CYCLE,
                        body.origin(),
                        body.id(),
                        String.join(" under ", way),
                        "kept without a parent");
                cut.add(body.id());
            }
        }
        return cut;
    }

    private OverlayRecord.@Nullable Body above(OverlayRecord.Body body, Set<String> cut) {
        return body.parent() == null || cut.contains(body.id()) ? null : bodies.get(body.parent());
    }

    List<NodeRow> nodes(LocalDate extractDate) {
        List<NodeRow> nodes = new ArrayList<>();
        Set<String> register = new HashSet<>();
        groups.all().forEach(group -> register.add(group.id()));
        for (OverlayRecord.Body body : bodies.values()) {
            if (register.contains(body.id())) {
                Overlays.report(
                        issues,
                        IssueCode.SCHOOL_IN_REGISTER,
                        body.origin(),
                        body.id(),
                        body.name(),
                        "what the register says of it stands");
            } else {
                nodes.add(node(body, extractDate));
            }
        }
        programmes.values().forEach(programme -> nodes.add(node(programme)));
        return nodes;
    }

    private static NodeRow node(OverlayRecord.Body body, LocalDate extractDate) {
        Period days = body.span().period();
        return new NodeRow(
                body.id(),
                List.of(Labels.BODY, body.kind().label()),
                new Props()
                        .put(Properties.NAME, body.name())
                        .put(Properties.KIND, body.kind().label())
                        .put(Properties.FORMALITY, body.formality().word())
                        .put(Properties.STATUS, days.to() == null || days.to().isAfter(extractDate) ? "Open" : "Closed")
                        .put(new Life(days, body.span().fromKnown(), body.span().lastSeen() == null, true))
                        .put(Properties.HUB_REGION, body.hubRegion())
                        .put(
                                Properties.SOURCE,
                                Ids.dataset(body.origin().source().name()))
                        .put(Properties.PROVENANCE, body.provenance())
                        .toMap());
    }

    private static NodeRow node(OverlayRecord.Programme programme) {
        return new NodeRow(
                programme.id(),
                List.of(Labels.PROGRAMME),
                new Props()
                        .put(Properties.NAME, programme.name())
                        .put(Properties.KIND, Labels.PROGRAMME)
                        .put(Properties.COUNTRY, programme.country())
                        .put(programme.span().period())
                        .put(
                                Properties.SOURCE,
                                Ids.dataset(programme.origin().source().name()))
                        .put(Properties.PROVENANCE, programme.provenance())
                        .toMap());
    }
}
