package uk.middletier.example;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The files of an overlay, and what each column holds: {@code name:type}, with {@code !} where it must not be empty. */
enum OverlayFile {
    SCHOOLS(
            "school:integer!",
            "name:string!",
            "authority:string!",
            "phase:string",
            "type:string!",
            "from:date",
            "to:date",
            "pupils:integer",
            "fsmPercent:number",
            "latitude:number",
            "longitude:number",
            "urbanRural:string",
            "religiousCharacter:string",
            "ofstedRating:string",
            "source:string"),
    BODIES(
            "id:string!",
            "kind:string!",
            "name:string!",
            "formality:string",
            "from:date",
            "to:date",
            "leadSchool:integer",
            "parent:string",
            "programme:string",
            "source:string"),
    MEMBERSHIPS("school:integer!", "body:string!", "role:string", "from:date", "to:date", "source:string"),
    SUPPORT(
            "supporter:integer!",
            "supported:integer!",
            "programme:string",
            "broker:string",
            "depth:string",
            "from:date",
            "to:date",
            "source:string"),
    DESIGNATIONS("school:integer!", "designation:string!", "programme:string", "from:date", "to:date", "source:string"),
    PROGRAMMES("id:string!", "name:string!", "country:string", "from:date", "to:date", "source:string"),
    OBSERVATIONS(
            "subject:string!",
            "measure:string!",
            "from:date",
            "to:date",
            "value:string!",
            "unit:string",
            "source:string");

    /** One column of a file, its type in the words of Frictionless' Table Schema. */
    record Field(String name, String type, boolean required) {
        private static Field of(String text) {
            boolean required = text.endsWith("!");
            String plain = required ? text.substring(0, text.length() - 1) : text;
            int colon = plain.indexOf(':');
            return new Field(plain.substring(0, colon), plain.substring(colon + 1), required);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Field> fields;

    OverlayFile(String... fields) {
        this.fields = Arrays.stream(fields).map(Field::of).toList();
    }

    List<Field> fields() {
        return fields;
    }

    List<String> columns() {
        return fields.stream().map(Field::name).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fileName() {
        return word() + ".csv";
    }
}
