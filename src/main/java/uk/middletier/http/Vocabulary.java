package uk.middletier.http;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.AreaStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.VocabularyStatements;
import uk.middletier.graph.Row;
import uk.middletier.graph.RowSource;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Ref;

/**
 * The words and ids of a release, read once when it is opened: what a parameter may say is checked against it without a
 * query, and what is misspelt is answered with the nearest. Immutable.
 */
public final class Vocabulary {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> phases;
    private final List<String> types;
    private final List<String> statuses;
    private final Map<String, Area> areasById;
    private final Map<String, Area> areasByCode;
    private final Map<String, Ref> bodies;

    private Vocabulary(
            List<String> phases, List<String> types, List<String> statuses, List<Area> areas, List<Ref> bodies) {
        this.phases = phases;
        this.types = types;
        this.statuses = statuses;
        this.areasById = new LinkedHashMap<>();
        this.areasByCode = new LinkedHashMap<>();
        this.bodies = new LinkedHashMap<>();
        for (Area area : areas) {
            areasById.put(area.id().toLowerCase(Locale.ROOT), area);
            // An authority's number is what people know; no other kind may take it.
            for (String code : area.codes()) {
                areasByCode.merge(
                        code.toLowerCase(Locale.ROOT),
                        area,
                        (known, other) -> other.kind() == AreaKind.LOCAL_AUTHORITY ? other : known);
            }
        }
        bodies.forEach(body -> this.bodies.put(body.id(), body));
    }

    /** An area there is or was. */
    record Area(
            String id,
            String name,
            AreaKind kind,
            @Nullable String code,
            @Nullable String gss,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Ref ref() {
            return new Ref(id, name, kind.label());
        }

        List<String> codes() {
            List<String> codes = new ArrayList<>();
            if (code != null) {
                codes.add(code);
            }
            if (gss != null) {
                codes.add(gss);
            }
            return codes;
        }
    }

    /** Reads it; also the proof that the release answers queries. */
    public static Vocabulary read(RowSource rows) {
        Reads reads = new Reads(rows, PATIENCE);
        Row words = reads.find(VocabularyStatements.words(), row -> row).orElseThrow();
        List<Area> areas = reads.list(AreaStatements.listAll(), Vocabulary::area).stream()
                .flatMap(Optional::stream)
                .toList();
        List<Ref> bodies = reads.list(VocabularyStatements.bodies(), Vocabulary::ref);
        return new Vocabulary(
                sorted(words.list("phases")),
                sorted(words.list("types")),
                sorted(words.list("statuses")),
                areas,
                bodies);
    }

    List<String> phases() {
        return phases;
    }

    List<String> types() {
        return types;
    }

    List<String> statuses() {
        return statuses;
    }

    Collection<Area> areas() {
        return Collections.unmodifiableCollection(areasById.values());
    }

    Collection<Ref> bodies() {
        return Collections.unmodifiableCollection(bodies.values());
    }

    /** By id, or by the register's or the statistics office's code, in any case. */
    Optional<Area> findArea(String idOrCode) {
        String key = idOrCode.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(areasById.getOrDefault(key, areasByCode.get(key)));
    }

    Optional<Ref> findBody(String id) {
        return Optional.ofNullable(bodies.get(id));
    }

    /** The area whose id, code or name is most like a misspelt one. */
    Optional<String> nearestArea(String misspelt) {
        List<String> candidates = new ArrayList<>();
        areasById.values().forEach(area -> {
            candidates.add(area.id());
            candidates.addAll(area.codes());
            candidates.add(area.name());
        });
        return Suggestions.nearest(misspelt, candidates)
                .flatMap(near -> findArea(near)
                        .or(() -> areasById.values().stream()
                                .filter(area -> area.name().equals(near))
                                .findFirst()))
                .map(Area::id);
    }

    /** The id of the body whose id or name is most like a misspelt one. */
    Optional<String> nearestBody(String misspelt) {
        return Suggestions.nearest(misspelt, bodies.keySet())
                .or(() -> Suggestions.nearest(
                                misspelt,
                                bodies.values().stream().map(Ref::name).toList())
                        .flatMap(name -> bodies.values().stream()
                                .filter(body -> body.name().equals(name))
                                .map(Ref::id)
                                .findFirst()));
    }

    /** The statements it is read with. */
    static List<Statement> statements() {
        return List.of(VocabularyStatements.words(), AreaStatements.listAll(), VocabularyStatements.bodies());
    }

    private static Optional<Area> area(Row row) {
        // A kind this program does not know is no area a caller could name.
        return AreaKind.findLabel(row.string("kind"))
                .map(kind -> new Area(
                        row.string("id"),
                        row.string("name"),
                        kind,
                        row.text("code"),
                        row.text("gss"),
                        row.date("from"),
                        row.date("to")));
    }

    private static Ref ref(Row row) {
        return new Ref(row.string("id"), row.string("name"), row.string("kind"));
    }

    private static List<String> sorted(List<@Nullable Object> words) {
        return words.stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
