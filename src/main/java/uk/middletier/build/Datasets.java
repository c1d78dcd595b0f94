package uk.middletier.build;

import java.util.List;
import java.util.Locale;
import uk.middletier.dataset.Source;
import uk.middletier.model.Ids;
import uk.middletier.model.Labels;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Properties;

/** Sources to dataset nodes. */
final class Datasets {
    private Datasets() {}

    static NodeRow node(Source source, long rows) {
        return new NodeRow(
                Ids.dataset(source.name()),
                List.of(Labels.DATASET),
                new Props()
                        .put(Properties.NAME, source.name())
                        .put(
                                Properties.TITLE,
                                source.about() == null ? null : source.about().title())
                        .put(Properties.FILE, source.name())
                        .put(
                                Properties.KIND,
                                source.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .put(Properties.PUBLISHER, source.publisher())
                        .put(Properties.LICENCE, source.licence())
                        .put(Properties.EXTRACT_DATE, source.extractDate())
                        .put(Properties.SHA256, source.sha256())
                        .put(Properties.ROWS, rows)
                        .put(Properties.MADE_UP, source.madeUp())
                        .toMap());
    }
}
