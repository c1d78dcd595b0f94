package uk.middletier.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import uk.middletier.release.Licence;
import uk.middletier.release.Manifest;
import uk.middletier.release.ManifestFile;

/**
 * {@code datapackage.json}: Data Package 1.0 with Table Schemas ({@code specs.frictionlessdata.io}), and under {@value
 * #OWN} what makes it a release again.
 */
final class Descriptor {
    static final String NAME = "datapackage.json";
    /** Beside the standard's own names: the version of the layout, and the manifest. */
    static final String OWN = "middletier";

    static final String VERSION = "packageVersion";
    static final String MANIFEST = "manifest";
    static final int CURRENT = 1;

    static final String ISSUES_CSV = "issues.csv";
    static final String ISSUES_JSON = "issues.json";

    static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Descriptor() {}

    /** Describes and seals the files that are in the folder. */
    static void write(Manifest manifest, List<Table> tables, Path folder) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("profile", "data-package");
        json.put("name", "middletier-" + manifest.id().toLowerCase(Locale.ROOT));
        json.put("title", "The middle tier of England and Wales up to " + manifest.extractDate());
        json.put(
                "description",
                "Who ran, grouped and helped which school, from when to when: release " + manifest.id()
                        + " of Middle Tier. An interval holds from its first day, 'from', up to 'to', the first day"
                        + " that no longer counts; an empty 'from' is since before the record, an empty 'to' still"
                        + " true."
                        + (manifest.madeUp() ? " The data is made up: nothing in it is about real schools." : ""));
        json.put("version", manifest.id());
        json.put("created", manifest.built().toString());
        licences(manifest, json.putArray("licenses"));
        sources(manifest, json.putArray("sources"));
        ArrayNode resources = json.putArray("resources");
        for (Table table : tables) {
            resource(resources.addObject(), table, folder);
        }
        issues(resources, folder);
        ObjectNode own = json.putObject(OWN);
        own.put(VERSION, CURRENT);
        own.set(MANIFEST, JSON.readTree(ManifestFile.text(manifest)));
        Files.writeString(folder.resolve(NAME), JSON.writeValueAsString(json) + "\n", StandardCharsets.UTF_8);
    }

    private static void licences(Manifest manifest, ArrayNode list) {
        for (Licence licence : Licence.of(manifest)) {
            ObjectNode one = list.addObject().put("name", licence.name());
            if (licence.path() != null) {
                one.put("path", licence.path());
            }
            one.put("title", licence.title());
        }
    }

    private static void sources(Manifest manifest, ArrayNode list) {
        manifest.sources()
                .forEach(source -> list.addObject()
                        .put(
                                "title",
                                source.publisher() + ": " + source.file() + " of " + source.extractDate() + ". "
                                        + source.attribution()));
    }

    private static void resource(ObjectNode json, Table table, Path folder) throws IOException {
        file(json, table.resource(), "tabular-data-resource", folder.resolve(table.file()), table.description());
        csv(json);
        ObjectNode schema = json.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        if (table.nodes() != null) {
            fields(fields, table.nodes(), table);
            schema.putArray("missingValues").add("");
            schema.put("primaryKey", Table.ID);
            if (table.fields().contains(Field.SOURCE)) {
                key(schema.putArray("foreignKeys"), Field.SOURCE.property(), NodeTable.DATASETS);
            }
        } else {
            LinkTable links = Objects.requireNonNull(table.links());
            fields(fields, links, table);
            schema.putArray("missingValues").add("");
            ArrayNode keys = schema.putArray("foreignKeys");
            key(keys, LinkTable.START, links.start());
            key(keys, LinkTable.END, links.end());
            if (table.fields().contains(Field.SOURCE)) {
                key(keys, Field.SOURCE.property(), NodeTable.DATASETS);
            }
        }
    }

    private static void fields(ArrayNode fields, NodeTable nodes, Table table) {
        ObjectNode id = field(fields, Table.ID, "string", "Unique among all rows of all tables.");
        id.putObject("constraints").put("required", true).put("unique", true);
        if (nodes.manyLabels()) {
            field(fields, Table.LABELS, "string", "What it is in the graph: labels with blanks between.")
                    .putObject("constraints")
                    .put("required", true);
        }
        properties(fields, table);
    }

    private static void fields(ArrayNode fields, LinkTable links, Table table) {
        field(
                        fields,
                        LinkTable.START,
                        "string",
                        "Where it starts: an id in " + links.start().resource() + ".")
                .putObject("constraints")
                .put("required", true);
        field(
                        fields,
                        LinkTable.END,
                        "string",
                        "Where it ends: an id in " + links.end().resource() + ".")
                .putObject("constraints")
                .put("required", true);
        properties(fields, table);
    }

    private static void properties(ArrayNode fields, Table table) {
        for (Field field : table.fields()) {
            for (String column : field.columns()) {
                String description = field.type() == Field.Type.POINT
                        ? (column.equals(Field.LONGITUDE) ? "East of Greenwich, " : "North of the equator, ")
                                + field.description()
                        : field.description();
                ObjectNode json = field(fields, column, field.type().word(), description);
                if (field == Field.URN) {
                    json.putObject("constraints").put("required", true).put("unique", true);
                } else if (field.type() == Field.Type.POINT) {
                    int most = column.equals(Field.LONGITUDE) ? 180 : 90;
                    json.putObject("constraints").put("minimum", -most).put("maximum", most);
                } else if (field == Field.SHA256) {
                    json.putObject("constraints").put("pattern", "[0-9a-f]{64}");
                }
            }
        }
    }

    private static ObjectNode field(ArrayNode fields, String name, String type, String description) {
        ObjectNode json = fields.addObject();
        json.put("name", name);
        json.put("type", type);
        json.put("description", description);
        return json;
    }

    private static void key(ArrayNode keys, String field, NodeTable table) {
        ObjectNode key = keys.addObject();
        key.put("fields", field);
        key.putObject("reference").put("resource", table.resource()).put("fields", Table.ID);
    }

    private static void issues(ArrayNode resources, Path folder) throws IOException {
        Path table = folder.resolve(ISSUES_CSV);
        if (Files.exists(table)) {
            ObjectNode json = resources.addObject();
            file(json, "issues", "tabular-data-resource", table, "Every problem of the data that the import found.");
            csv(json);
            ArrayNode fields = json.putObject("schema").putArray("fields");
            field(fields, "code", "string", "What kind of problem it is.");
            field(fields, "severity", "string", "ERROR, WARNING or INFO.");
            field(fields, "file", "string", "The file it is in.");
            field(fields, "line", "integer", "The line it is in; 0: none.");
            field(fields, "subject", "string", "What it is about.");
            field(fields, "found", "string", "What was found.");
            field(fields, "done", "string", "What was done.");
        }
        Path counted = folder.resolve(ISSUES_JSON);
        if (Files.exists(counted)) {
            ObjectNode json = resources.addObject();
            file(json, "issues-counted", "data-resource", counted, "The same counted, with examples of each.");
            json.put("format", "json");
            json.put("mediatype", "application/json");
        }
    }

    private static void file(ObjectNode json, String name, String profile, Path file, String description)
            throws IOException {
        json.put("name", name);
        json.put("profile", profile);
        json.put("path", String.valueOf(file.getFileName()));
        json.put("description", description);
        json.put("encoding", "utf-8");
        Seal seal = Seal.of(file);
        json.put("bytes", seal.bytes());
        json.put("hash", "sha256:" + seal.sha256());
    }

    private static void csv(ObjectNode json) {
        json.put("format", "csv");
        json.put("mediatype", "text/csv");
        json.putObject("dialect")
                .put("delimiter", ",")
                .put("lineTerminator", "\r\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("header", true);
    }
}
