package uk.middletier.example;

/** One system from the research. */
interface ExampleSystem {
    Example describe();

    /** Makes its schools, bodies and all that ties them. */
    void fill(Draft draft);
}
