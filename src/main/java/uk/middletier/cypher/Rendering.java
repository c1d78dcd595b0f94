package uk.middletier.cypher;

import org.neo4j.cypherdsl.core.renderer.Configuration;
import org.neo4j.cypherdsl.core.renderer.Dialect;
import org.neo4j.cypherdsl.core.renderer.Renderer;

/** How a built statement becomes text: indented, because callers are shown it, and in the words of Neo4j 5. */
final class Rendering {
    private static final Renderer RENDERER = Renderer.getRenderer(Configuration.newConfig()
            .withPrettyPrint(true)
            .withDialect(Dialect.NEO4J_5)
            .build());

    private Rendering() {}

    static String text(org.neo4j.cypherdsl.core.Statement statement) {
        return RENDERER.render(statement);
    }
}
