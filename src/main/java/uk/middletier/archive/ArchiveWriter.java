package uk.middletier.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.ArchiveStatements;
import uk.middletier.cypher.Statement;
import uk.middletier.graph.GraphStore;
import uk.middletier.graph.Row;
import uk.middletier.graph.Rows;
import uk.middletier.model.Properties;
import uk.middletier.release.Disk;
import uk.middletier.release.Manifest;

/**
 * Writes a release as a data package: a CSV for each table of nodes and each kind of relationship between two of them,
 * the reports of its issues, and {@code datapackage.json}, which describes and seals them. Streams: a row at a time,
 * whatever there is. Equal releases give equal bytes.
 */
public final class ArchiveWriter {
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private final Manifest manifest;
    private final GraphStore store;
    private final Consumer<String> progress;

    /** @param manifest of the release that stands in the store */
    public ArchiveWriter(Manifest manifest, GraphStore store, Consumer<String> progress) {
        this.manifest = manifest;
        this.store = store;
        this.progress = progress;
    }

    /**
     * Writes the package beside its place and puts it there as a whole; after a failure nothing is there.
     *
     * @param reports the files with the issues of the release; those that exist are copied
     * @param target a folder that is empty, or is not there yet
     * @throws ArchiveException there is something in the folder, it cannot be written, or something in the graph is not
     *     to be had in a CSV
     */
    public void write(List<Path> reports, Path target) {
        Path folder = target.toAbsolutePath().normalize();
        Path parent = folder.getParent();
        if (parent == null || folder.getFileName() == null) {
            throw new ArchiveException("Cannot write into " + target + ": it is the root of a disk. Name a folder.");
        }
        requireEmpty(folder);
        Path part = parent.resolve(
                "." + folder.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            Disk.delete(part);
            Files.createDirectories(part);
            try {
                List<Table> tables = writeTables(part);
                for (Path report : reports) {
                    if (Files.isRegularFile(report)) {
                        Files.copy(report, part.resolve(report.getFileName()));
                    }
                }
                progress.accept("sealing");
                Descriptor.write(manifest, tables, part);
                Disk.syncTree(part);
                Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
                Disk.syncFolder(parent);
            } finally {
                Disk.delete(part);
            }
        } catch (IOException e) {
            throw new ArchiveException(
                    "Cannot write " + target + ": " + Disk.reason(e)
                            + ". Make room or make it writable, or choose another folder with --to.",
                    e);
        }
    }

    private static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) {
                throw new ArchiveException("There is something in " + folder + " already. Choose another folder.");
            }
        } catch (IOException e) {
            throw new ArchiveException(folder + " is no folder that can be written into: " + Disk.reason(e) + ".", e);
        }
    }

    private List<Table> writeTables(Path folder) throws IOException {
        requireNoStrangers();
        List<Table> tables = new ArrayList<>();
        for (NodeTable nodes : NodeTable.values()) {
            Table table = Table.of(
                    nodes, Field.of(nodes.fields(), found(ArchiveStatements.keys(nodes.nodes()), nodes.resource())));
            progress.accept("writing " + table.file());
            try (TableWriter writer = new TableWriter(table, folder);
                    Rows rows = store.read(ArchiveStatements.all(nodes.nodes()), TIMEOUT)) {
                while (rows.hasNext()) {
                    Row row = rows.next();
                    writer.node(row.list("labels"), row.map("properties"));
                }
            }
            tables.add(table);
        }
        for (Map.Entry<LinkTable, Long> kind : kinds().entrySet()) {
            tables.add(write(kind.getKey(), kind.getValue(), folder));
        }
        return tables;
    }

    private Table write(LinkTable links, long expected, Path folder) throws IOException {
        ArchiveStatements.Nodes start = links.start().nodes();
        ArchiveStatements.Nodes end = links.end().nodes();
        Set<Field> found = found(ArchiveStatements.keys(start, links.type(), end), links.resource());
        Table table = Table.of(links, Field.of(links.fields(), found));
        progress.accept("writing " + table.file());
        List<String> keys = table.fields().stream()
                .filter(found::contains)
                .map(Field::property)
                .toList();
        long written = 0;
        try (TableWriter writer = new TableWriter(table, folder);
                Rows rows = store.read(ArchiveStatements.all(start, links.type(), end, keys), TIMEOUT)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                writer.link(row.string("start"), row.string("end"), row.map("properties"));
                written++;
            }
        }
        if (written != expected) {
            throw new ArchiveException("Of " + expected + " rows of " + table.file() + " only " + written
                    + " were found: the store is damaged. Import the release anew.");
        }
        return table;
    }

    private void requireNoStrangers() {
        try (Rows rows = store.read(ArchiveStatements.strangers(NodeTable.labels()), TIMEOUT)) {
            if (rows.hasNext()) {
                throw new ArchiveException(
                        "There are nodes with the labels " + rows.next().list("labels") + ", for which there is no"
                                + " table. Such a graph was not made by this version's import.");
            }
        }
    }

    private Set<Field> found(Statement statement, String resource) {
        Set<Field> found = EnumSet.noneOf(Field.class);
        try (Rows rows = store.read(statement, TIMEOUT)) {
            while (rows.hasNext()) {
                String key = rows.next().string("key");
                if (!key.equals(Properties.ID)) {
                    found.add(Field.find(key)
                            .orElseThrow(() -> new ArchiveException("A row of " + resource + " has the property " + key
                                    + ", which the dictionary lacks. Such a graph was not made by this version's"
                                    + " import.")));
                }
            }
        }
        return found;
    }

    /** Which tables of relationships there are and how long they are, by name. */
    private Map<LinkTable, Long> kinds() {
        Map<String, LinkTable> tables = new TreeMap<>();
        Map<LinkTable, Long> counts = new LinkedHashMap<>();
        try (Rows rows = store.read(ArchiveStatements.KINDS_OF_RELATIONSHIPS, TIMEOUT)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                String type = row.string("type");
                if (!LinkTable.isKnown(type)) {
                    throw new ArchiveException("There are relationships of the type " + type
                            + ", for which there is no table. Such a graph was not made by this version's import.");
                }
                LinkTable table = new LinkTable(table(row, "start"), type, table(row, "end"));
                tables.put(table.resource(), table);
                counts.merge(table, row.integer("count"), Long::sum);
            }
        }
        Map<LinkTable, Long> sorted = new LinkedHashMap<>();
        tables.values().forEach(table -> sorted.put(table, counts.getOrDefault(table, 0L)));
        return sorted;
    }

    private static NodeTable table(Row row, String column) {
        List<@Nullable Object> labels = row.list(column);
        return NodeTable.of(labels).orElseThrow(() -> new IllegalStateException("no table of " + labels));
    }
}
