package uk.middletier.export;

import java.util.List;

/**
 * A column of a table, by its name in JSON.
 *
 * @param name lowerCamel
 * @param type what its cells hold
 */
public record Column(String name, Type type) {
    /** What a cell holds when it is not null. */
    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        /** A {@link uk.middletier.model.Ref}: an object in JSON, three columns in CSV. */
        REF,
        /** A {@link uk.middletier.model.GeoPoint}: an object in JSON, {@code longitude} and {@code latitude} in CSV. */
        POINT,
        /** Whatever a statement gives: lists and maps are JSON in CSV too, nodes and relationships their properties. */
        ANY
    }

    public static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    public static Column integer(String name) {
        return new Column(name, Type.INTEGER);
    }

    public static Column decimal(String name) {
        return new Column(name, Type.DECIMAL);
    }

    public static Column bool(String name) {
        return new Column(name, Type.BOOLEAN);
    }

    public static Column date(String name) {
        return new Column(name, Type.DATE);
    }

    public static Column ref(String name) {
        return new Column(name, Type.REF);
    }

    public static Column point(String name) {
        return new Column(name, Type.POINT);
    }

    public static Column any(String name) {
        return new Column(name, Type.ANY);
    }

    /** The names of the flat columns it becomes in CSV. */
    List<String> flatNames() {
        return switch (type) {
            case TEXT, INTEGER, DECIMAL, BOOLEAN, DATE, ANY -> List.of(name);
            case REF -> List.of(name + "Id", name + "Name", name + "Kind");
            case POINT -> List.of("longitude", "latitude");
        };
    }
}
