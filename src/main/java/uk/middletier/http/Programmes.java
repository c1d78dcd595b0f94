package uk.middletier.http;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.middletier.model.BodyKind;
import uk.middletier.timeline.Overlay;
import uk.middletier.timeline.Timeline;

/** The parameters of questions about programmes. */
final class Programmes {
    static final Parameter PROGRAMME = Parameter.optional(
            "programme", new ParameterType.Listed(Programmes::list), "only bodies under this programme, by its id");

    private Programmes() {}

    /** What bodies run under that is no body itself. */
    private static List<ParameterType.Option> list(HeldRelease release) {
        Timeline timeline = release.timeline();
        Stream<String> ids = timeline.overlay().programmes().stream()
                .map(Overlay.Under::above)
                .filter(above -> timeline.tier().find(above).isEmpty());
        return ids.distinct()
                .sorted()
                .map(id -> new ParameterType.Option(id, id))
                .toList();
    }

    /** Of the words of {@code kind}. */
    static Set<BodyKind> kinds(Parameters parameters) {
        Set<BodyKind> kinds = EnumSet.noneOf(BodyKind.class);
        parameters
                .texts("kind")
                .forEach(word -> kinds.add(BodyKind.findWord(word).orElseThrow()));
        return kinds;
    }
}
