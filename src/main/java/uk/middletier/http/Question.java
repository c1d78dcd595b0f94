package uk.middletier.http;

import java.util.Map;

/** A question that has been understood: every parameter is one the route knows, and has a value it may have. */
record Question(
        Route route,
        Map<String, String> pathValues,
        String path,
        Parameters parameters,
        Format format,
        Page page,
        HeldRelease release) {
    /** The same question, asked of a part of its rows. */
    Question at(Page other) {
        return new Question(route, pathValues, path, parameters, format, other, release);
    }

    /** Whether the release was asked for by its id: then the answer never changes. */
    boolean pinned() {
        return parameters.text(Parameter.RELEASE.name()) != null;
    }

    /** A value of the path that the route's pattern makes sure of. */
    String pathValue(String name) {
        String value = pathValues.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " in the path of " + route.path());
        }
        return value;
    }
}
