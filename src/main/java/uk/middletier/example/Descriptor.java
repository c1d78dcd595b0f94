package uk.middletier.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import uk.middletier.dataset.Source;

/**
 * The {@code datapackage.json} of an example: a tabular data package after Frictionless' Data Package 1, with the figures
 * in a property of our own, which the specification allows.
 */
final class Descriptor {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Descriptor() {}

    static String of(Example example) {
        ObjectNode root = JSON.createObjectNode();
        root.put("profile", "tabular-data-package");
        // says of each of its files that it is made up, wherever it is named
        root.put("name", Source.MADE_UP_PREFIX + example.name());
        root.put("title", example.title());
        root.put("description", "Fictional schools and bodies. " + String.join(" ", example.story()));
        ObjectNode licence = root.putArray("licenses").addObject();
        licence.put("name", "CC0-1.0");
        licence.put("title", "Creative Commons Zero 1.0");
        licence.put("path", "https://creativecommons.org/publicdomain/zero/1.0/");
        root.putArray("sources").addObject().put("title", "made up after " + example.source());
        ArrayNode resources = root.putArray("resources");
        for (OverlayFile file : OverlayFile.values()) {
            resource(resources.addObject(), file);
        }
        ArrayNode figures = root.putArray("figures");
        example.figures().forEach(figure -> figure(figures.addObject(), figure));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try {
            return JSON.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(indenter)
                                    .withArrayIndenter(indenter))
                            .writeValueAsString(root)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void resource(ObjectNode resource, OverlayFile file) {
        resource.put("name", file.word());
        resource.put("path", file.fileName());
        resource.put("profile", "tabular-data-resource");
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        for (OverlayFile.Field field : file.fields()) {
            ObjectNode node = fields.addObject();
            node.put("name", field.name());
            node.put("type", field.type());
            if (field.required()) {
                node.putObject("constraints").put("required", true);
            }
        }
        ArrayNode keys;
        switch (file) {
            case SCHOOLS -> schema.put("primaryKey", "school");
            case PROGRAMMES -> schema.put("primaryKey", "id");
            case BODIES -> {
                schema.put("primaryKey", "id");
                keys = schema.putArray("foreignKeys");
                foreign(keys, "leadSchool", "schools", "school");
                foreign(keys, "parent", "", "id");
                foreign(keys, "programme", "programmes", "id");
            }
            case MEMBERSHIPS -> {
                keys = schema.putArray("foreignKeys");
                foreign(keys, "school", "schools", "school");
                foreign(keys, "body", "bodies", "id");
            }
            case SUPPORT -> {
                keys = schema.putArray("foreignKeys");
                foreign(keys, "supporter", "schools", "school");
                foreign(keys, "supported", "schools", "school");
                foreign(keys, "programme", "programmes", "id");
                // a broker may be an authority, which stands in no file
            }
            case DESIGNATIONS -> {
                keys = schema.putArray("foreignKeys");
                foreign(keys, "school", "schools", "school");
                foreign(keys, "programme", "programmes", "id");
            }
            case OBSERVATIONS -> {
                // a subject may stand in any of three files, which a foreign key cannot say
            }
        }
    }

    private static void foreign(ArrayNode keys, String field, String resource, String of) {
        ObjectNode key = keys.addObject();
        key.put("fields", field);
        key.putObject("reference").put("resource", resource).put("fields", of);
    }

    private static void figure(ObjectNode node, Figure figure) {
        node.put("id", figure.id());
        node.put("title", figure.title());
        node.put("published", figure.published());
        node.put("least", figure.least());
        if (figure.most() < Double.MAX_VALUE) {
            node.put("most", figure.most());
        }
        node.put("unit", figure.unit());
        if (figure.day() != null) {
            node.put("day", figure.day().toString());
        }
        node.put("source", figure.source());
    }
}
