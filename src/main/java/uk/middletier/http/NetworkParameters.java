package uk.middletier.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import uk.middletier.cypher.OverlapStatements;
import uk.middletier.measure.Networks;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Layer;
import uk.middletier.model.Scope;
import uk.middletier.timeline.Days;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Timeline;

/** What is asked about networks of schools, as parameters say it. */
final class NetworkParameters {
    static final Parameter BY =
            Parameter.choice("by", AreaKind.LOCAL_AUTHORITY.word(), AreaList.KINDS, "a row for each area of this kind");

    private final Parameters parameters;
    private final Timeline timeline;

    private NetworkParameters(Parameters parameters, Timeline timeline) {
        this.parameters = parameters;
        this.timeline = timeline;
    }

    static NetworkParameters of(Question question) {
        return new NetworkParameters(question.parameters(), question.release().timeline());
    }

    AreaKind by() {
        return AreaKind.find(parameters.word(BY.name())).orElseThrow();
    }

    Set<Layer> layers() {
        return parameters.layers();
    }

    private Scope scope() {
        return Scope.find(parameters.word(Parameter.SCOPE.name())).orElseThrow();
    }

    Networks.Question on(LocalDate day) {
        Vocabulary.Area area = parameters.area();
        return new Networks.Question(
                layers(),
                area == null ? null : timeline.tier().find(area.id()).orElseThrow(),
                timeline.counted(new Filter(parameters.texts("phase"), scope())),
                Days.of(day));
    }

    OverlapStatements.Schools schools(LocalDate day) {
        return new OverlapStatements.Schools(
                SchoolList.areaFilter(parameters), parameters.texts("phase"), scope(), day);
    }

    /** The parameters that say which schools and ties count on a day. */
    static List<Parameter> ofDay() {
        return List.of(Parameter.AS_OF, Parameter.AREA, Parameter.PHASE, Parameter.SCOPE, Parameter.LAYERS);
    }
}
