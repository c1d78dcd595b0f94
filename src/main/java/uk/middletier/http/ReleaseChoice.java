package uk.middletier.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.release.KnownRelease;
import uk.middletier.release.UnavailableRelease;

/**
 * Which release a request asks: {@code asOf} says about which day, {@code release} says who is to tell.
 *
 * @param request without {@code release} if that says no more than nothing would
 * @param id null = the release served
 */
record ReleaseChoice(Request request, @Nullable String id) {
    private static final String CURRENT = "current";
    private static final String NAME = Parameter.RELEASE.name();

    static ReleaseChoice of(Request request) {
        List<String> given = request.query().get(NAME);
        if (given == null) {
            return new ReleaseChoice(request, null);
        }
        if (given.size() > 1) {
            throw new Refusal(Problem.ofParameter(ProblemType.INVALID_PARAMETER, NAME + " may stand only once", NAME));
        }
        if (isCurrent(given.get(0))) {
            Map<String, List<String>> others = new LinkedHashMap<>(request.query());
            others.remove(NAME);
            return new ReleaseChoice(request.withQuery(others), null);
        }
        return new ReleaseChoice(request, ParameterType.ReleaseId.id(NAME, given.get(0)));
    }

    static boolean isCurrent(String word) {
        return word.strip().equalsIgnoreCase(CURRENT);
    }

    /** That release, held; or a refusal that says why it cannot be asked. */
    HeldRelease hold(ReleaseSource releases, Duration patience) {
        return id == null ? releases.hold() : hold(releases, id, NAME, patience);
    }

    /**
     * A release, held; or a refusal that says why it cannot be asked.
     *
     * @param parameter which named it
     */
    static HeldRelease hold(ReleaseSource releases, String id, String parameter, Duration patience) {
        try {
            return releases.hold(id, patience);
        } catch (UnavailableRelease e) {
            throw new Refusal(problem(e, parameter, releases));
        }
    }

    private static Problem problem(UnavailableRelease failure, String parameter, ReleaseSource releases) {
        String detail = String.valueOf(failure.getMessage());
        return switch (failure.reason()) {
            case UNKNOWN -> withThoseThereAre(Problem.ofParameter(ProblemType.UNKNOWN_ID, detail, parameter), releases);
            case UNREADABLE, SWITCHED_OFF ->
                withThoseThereAre(Problem.ofParameter(ProblemType.INVALID_PARAMETER, detail, parameter), releases);
            case OPENING ->
                Problem.ofParameter(ProblemType.NOT_READY, detail, parameter)
                        .withHeader("Retry-After", Answerer.NOT_READY_RETRY_SECONDS);
            case NO_ROOM -> Problem.ofParameter(ProblemType.TOO_MUCH_MEMORY, detail, parameter);
            case FAILED -> Problem.ofParameter(ProblemType.INTERNAL_ERROR, detail, parameter);
        };
    }

    private static Problem withThoseThereAre(Problem problem, ReleaseSource releases) {
        List<String> there = new ArrayList<>(List.of(CURRENT));
        releases.known().stream()
                .filter(known -> known.manifest() != null)
                .map(KnownRelease::id)
                .limit(ParameterType.MOST_SHOWN)
                .forEach(there::add);
        return problem.withAllowed(there);
    }
}
