package uk.middletier.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;

/**
 * One small graph for all tests of a run: a school that became an academy, one that stayed, their authority and trust.
 * Written once; open once as a parameter of type {@link EmbeddedGraphStore}; copied for tests that need their own.
 */
public final class SmallGraph implements ParameterResolver {
    public static final List<NodeRow> NODES = List.of(
            new NodeRow("la:203", List.of("Body", "Area", "LocalAuthority"), Map.of("name", "Greenwich")),
            new NodeRow("trust:4782", List.of("Body", "MultiAcademyTrust"), Map.of("name", "The Grove Trust")),
            school(100000, "Ysgol Awel y Môr", "la-maintained", LocalDate.of(2000, 9, 1), LocalDate.of(2012, 4, 1)),
            school(137000, "All Saints' Academy", "academy", LocalDate.of(2012, 4, 1), null),
            school(100001, "The Grove School", "la-maintained", null, null));

    public static final List<RelationshipRow> RELATIONSHIPS = List.of(
            governed("school:100000", "la:203", LocalDate.of(2000, 9, 1), LocalDate.of(2012, 4, 1)),
            governed("school:137000", "trust:4782", LocalDate.of(2012, 4, 1), null),
            governed("school:100001", "la:203", null, null),
            new RelationshipRow("school:100000", "SUCCEEDED_BY", "school:137000", Map.of("kind", "plain")));

    private static final Namespace SPACE = Namespace.create(SmallGraph.class);

    /** A store with this graph, closed, in a new folder. */
    public static Path copyTo(Path folder) {
        return Written.INSTANCE.copyTo(folder);
    }

    static RelationshipRow governed(String school, String body, @Nullable LocalDate from, @Nullable LocalDate to) {
        HashMap<String, Object> properties = new HashMap<>(Map.of("basis", "register"));
        put(properties, "from", from);
        put(properties, "to", to);
        return new RelationshipRow(school, "GOVERNED_BY", body, properties);
    }

    static NodeRow school(long urn, String name, String group, @Nullable LocalDate from, @Nullable LocalDate to) {
        HashMap<String, Object> properties = new HashMap<>(Map.of(
                "urn", urn, "name", name, "group", group, "stateFunded", true, "everOpen", true, "fsmPercent", 12.5));
        properties.put("location", new GeoPoint(0.05, 51.48));
        put(properties, "from", from);
        put(properties, "to", to);
        return new NodeRow("school:" + urn, List.of("School"), properties);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedGraphStore.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // JUnit closes what is in the root's store, once, at the end of the run.
        return context.getRoot().getStore(SPACE).getOrComputeIfAbsent("open", key -> new Open(), Open.class).store;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    /** Written when first asked for. */
    private record Written(Path store, GraphCounts counts) {
        static final Written INSTANCE = write();

        private static Written write() {
            Path store = temporary().resolve("store");
            return new Written(store, new BulkWriter(store, StoreOptions.DEFAULT).write(NODES, RELATIONSHIPS));
        }

        Path copyTo(Path folder) {
            try (Stream<Path> files = Files.walk(store)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Path target = folder.resolve(store.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Path temporary() {
            try {
                // Below the build's folder, which is what outlives a run and is cleared with it.
                return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "small-graph-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Open implements AutoCloseable {
        final EmbeddedGraphStore store =
                EmbeddedGraphStore.open(copyTo(Written.temporary().resolve("store")), StoreOptions.DEFAULT);

        @Override
        public void close() {
            store.close();
        }
    }
}
