package uk.middletier.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.middletier.graph.GraphException;
import uk.middletier.release.ReleaseException;
import uk.middletier.sight.Sight;

/** The one way from a request to a reply: hold a release, choose a format, check parameters, ask, write. */
final class Answerer {
    private static final Logger LOG = LoggerFactory.getLogger(Answerer.class);

    static final String NOT_READY_RETRY_SECONDS = "5";

    /** A day: a release never changes, but the program that reads it may be replaced by one that says more of it. */
    private static final int FRESH_SECONDS = 60;

    /** A release does not change, but the program that reads it may. */
    private static final int UNCHANGING_SECONDS = 86_400;

    /** One byte of the heap in so many may hold answers. */
    private static final long CACHED_PART = 8;

    private final ReleaseSource releases;
    private final ServerOptions options;
    private final Gate questions;
    /** Streams are held by their readers, who may be slow; they must not keep others from quick answers. */
    private final Gate streams;

    private final AnswerCache answers;

    Answerer(ReleaseSource releases, ServerOptions options) {
        this.releases = releases;
        this.options = options;
        this.questions = new Gate(options.heavy(), options.waiting(), options.patience());
        this.answers = new AnswerCache(Runtime.getRuntime().maxMemory() / CACHED_PART);
        this.streams = new Gate(options.heavy(), options.waiting(), options.patience());
    }

    /** Shows how busy it is. */
    void show(Sight sight) {
        questions.show(sight, "questions");
        streams.show(sight, "streams");
        answers.show(sight);
    }

    /** Always a reply, be it a problem; to be sent or closed. */
    Reply answer(Route route, Request request) {
        try {
            return tried(route, request);
        } catch (RuntimeException e) {
            return Problems.reply(problem(e, request.passage()), request.target());
        } catch (OutOfMemoryError e) {
            LOG.warn("the heap was full while {} was answered", request.target());
            return Problems.reply(
                    Problem.of(ProblemType.TOO_MUCH_MEMORY, "the answer would need more memory than there is"),
                    request.target());
        } catch (StackOverflowError | LinkageError e) {
            // Left to the server, it would end the thread and keep the client waiting for ever.
            return Problems.reply(internal(e, request.passage()), request.target());
        }
    }

    /** A reply that is no problem, to be sent or closed. */
    Reply answerOrThrow(Route route, Request request) {
        try {
            return tried(route, request);
        } catch (RuntimeException e) {
            throw new DirectCall.Refused(problem(e, request.passage()));
        }
    }

    private Reply tried(Route route, Request request) {
        if (!(route.endpoint() instanceof Endpoint.OfServer endpoint)) {
            return ofRelease(route, request);
        }
        if (!(endpoint instanceof Endpoint.OfPage)) {
            Parameters.refuseUnknown(route.parameters(), request.query().keySet());
        }
        return endpoint.reply(request, releases);
    }

    private Reply ofRelease(Route addressed, Request received) {
        Passage passage = received.passage();
        passage.ask(received.body());
        boolean mementos = received.body() == null && addressed.endpoint().hasMementos();
        ReleaseChoice asked = ReleaseChoice.of(received);
        if (mementos && !received.query().containsKey(Parameter.RELEASE.name())) {
            Reply elsewhere = Memento.negotiated(received, releases);
            if (elsewhere != null) {
                return elsewhere;
            }
        }
        HeldRelease release = asked.hold(releases, patience(received));
        Gate.Place place = null;
        boolean handedOn = false;
        try {
            Route route = addressed;
            Request request = asked.request();
            if (route.endpoint() instanceof Endpoint.Chosen chosen) {
                Endpoint.Chosen.Choice choice = chosen.choose(request, release);
                route = choice.route();
                request = choice.request();
            }
            Endpoint.OfRelease endpoint = (Endpoint.OfRelease) route.endpoint();
            Format format = Format.choose(only(request.query().get(Route.FORMAT)), request.accept(), route.formats());
            passage.choose(format);
            Question question = question(route, request, format, release);
            String etag = ETags.of(question);
            Map<String, String> headers = headers(request, question, etag);
            if (mementos) {
                Memento.mark(headers, request, question);
            }
            if (mementos && question.pinned() && addressed.endpoint() instanceof Endpoint.OfRelease) {
                // A saved query may be written anew; these cannot.
                headers.put("Cache-Control", kept(UNCHANGING_SECONDS));
            }
            if (request.body() == null && ETags.matches(etag, request.ifNoneMatch())) {
                return new Reply.Whole(304, headers, Content.NONE);
            }
            Plan plan = endpoint.plan(question);
            if (format == Format.CYPHER) {
                return whole(headers, plan.script().getBytes(StandardCharsets.UTF_8));
            }
            if (route.cached()) {
                Content kept = kept(question, plan, etag, request);
                if (kept != null) {
                    return new Reply.Whole(200, headers, kept);
                }
            }
            place = (format.bulk() ? streams : questions).enter();
            passage.run(addressed.path().equals(QueryResults.PATH) ? route.name() : null);
            Answer answer = answer(plan, question, request);
            if (format.bulk()) {
                handedOn = true;
                return new Reply.Streamed(headers, new TableBody(question, plan, answer, release, place));
            }
            if (answer instanceof Answer.Feed feed) {
                return whole(headers, feed.feed().bytes());
            }
            if (answer instanceof Answer.Graph graph) {
                if (GraphBody.large(graph)) {
                    place.close();
                    place = streams.enter();
                    handedOn = true;
                    return new Reply.Streamed(headers, new GraphBody(question, graph, release, place));
                }
                return whole(headers, GraphBody.bytes(question, graph));
            }
            return json(question, answer, headers);
        } finally {
            if (!handedOn) {
                if (place != null) {
                    place.close();
                }
                release.close();
            }
        }
    }

    /**
     * An answer that fits in memory, computed once however many ask; null if it is too large for that. Who waits for
     * another's computation takes no place.
     */
    private @Nullable Content kept(Question question, Plan plan, String etag, Request request) {
        return answers.get(etag, key -> {
            Gate.Place place = questions.enter();
            try {
                Answer answer = answer(plan, question, request);
                return fits(question, answer) ? Content.kept(written(question, plan, answer)) : null;
            } finally {
                place.close();
            }
        });
    }

    /** The answer, whose rows are counted: at once where they are in hand, else as they are read. */
    private Answer answer(Plan plan, Question question, Request request) {
        Answer answer = plan.answer().apply(new Reads(question.release().store(), timeout(question, request)));
        if (answer instanceof Answer.Table table) {
            return new Answer.Table(table.columns(), new CountedRows(table.rows(), request.passage()));
        }
        if (answer instanceof Answer.Summary summary) {
            request.passage().addRows(summary.rows().size());
        } else if (answer instanceof Answer.Packed packed) {
            request.passage().addRows(packed.rowCount());
        }
        return answer;
    }

    private static boolean fits(Question question, Answer answer) {
        if (question.format() == Format.JSON) {
            return true;
        }
        return !(answer instanceof Answer.Packed)
                && (!(answer instanceof Answer.Series series) || series.values() <= AnswerCache.MOST_VALUES);
    }

    private static byte[] written(Question question, Plan plan, Answer answer) {
        if (question.format() == Format.JSON) {
            return Envelope.of(question, answer).body();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TableBody.write(question, plan, answer, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    private static Reply json(Question question, Answer answer, Map<String, String> headers) {
        try {
            Envelope.Written written = Envelope.of(question, answer);
            if (written.next() != null) {
                Memento.addLink(headers, "<" + written.next() + ">; rel=\"next\"");
            }
            return whole(headers, written.body());
        } finally {
            if (answer instanceof Answer.Table table) {
                table.rows().close();
            }
        }
    }

    private static Question question(Route route, Request request, Format format, HeldRelease release) {
        Parameters all = Parameters.parse(route.parameters(), request.query(), release);
        // How long it may take and how it is written make no other question.
        Parameters parameters = all.without(Route.FORMAT, Parameter.TIMEOUT.name());
        if (format.bulk() && !request.query().containsKey(Parameter.LIMIT.name())) {
            parameters = parameters.without(Parameter.LIMIT.name());
        }
        Question first =
                new Question(route, request.pathValues(), request.path(), parameters, format, Page.ALL, release);
        return route.paged() ? first.at(page(first)) : first;
    }

    private static Page page(Question question) {
        Parameters parameters = question.parameters();
        String cursor = parameters.text(Parameter.CURSOR.name());
        Cursor.Place place = cursor == null
                ? new Cursor.Place(0, 0)
                : Cursor.decode(cursor, question.release().manifest().id(), Links.identity(question));
        return new Page(place.skip(), parameters.optionalWhole(Parameter.LIMIT.name()), place.mark());
    }

    private Duration timeout(Question question, Request request) {
        Duration most = question.format().bulk() ? options.bulkTimeout() : options.timeout();
        String asked = only(request.query().get(Parameter.TIMEOUT.name()));
        if (asked == null) {
            return most;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(asked.strip()));
        return wanted.compareTo(most) < 0 ? wanted : most;
    }

    /** How long to wait for a release to be opened: as long as the answer may take. */
    private Duration patience(Request request) {
        String asked = only(request.query().get(Parameter.TIMEOUT.name()));
        long most = options.timeout().toSeconds();
        if (asked == null || !asked.strip().matches("\\d{1,2}")) {
            return options.timeout();
        }
        return Duration.ofSeconds(Math.min(most, Long.parseLong(asked.strip())));
    }

    private static Reply.Whole whole(Map<String, String> headers, byte[] body) {
        return new Reply.Whole(200, headers, new Content(body));
    }

    private Map<String, String> headers(Request request, Question question, String etag) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", question.format().contentType());
        if (request.body() == null) {
            headers.put("ETag", etag);
            headers.put("Cache-Control", kept(FRESH_SECONDS));
        } else {
            // The address alone does not say what was asked.
            headers.put("Cache-Control", "no-store");
        }
        if (question.format() == Format.CSV && request.body() == null) {
            headers.put(
                    "Link",
                    "<" + new Links(question).whole(Format.CSV_MANIFEST)
                            + ">; rel=\"describedby\"; type=\"application/csvm+json\"");
        }
        if (question.format() == Format.BUNDLE) {
            headers.put("Content-Disposition", "attachment; filename=\"" + Citation.fileName(question) + "\"");
        }
        return headers;
    }

    /** What is for holders of tokens, no cache between may give to others. */
    private String kept(int seconds) {
        return (options.admission().tokens() == null ? "public" : "private") + ", max-age=" + seconds;
    }

    private static @Nullable String only(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Whose fault it is decides what is told: the caller's is explained, the server's logged. */
    static Problem problem(RuntimeException failure, Passage passage) {
        if (failure instanceof Refusal refusal) {
            return refusal.problem();
        }
        if (failure instanceof ReleaseException) {
            return Problem.of(ProblemType.NOT_READY, "no release is being served")
                    .withHeader("Retry-After", NOT_READY_RETRY_SECONDS);
        }
        if (failure instanceof GraphException graph) {
            return switch (graph.kind()) {
                case TIMEOUT ->
                    Problem.of(
                            ProblemType.TIMED_OUT, "the graph had no answer in time; a smaller question may have one");
                case MEMORY ->
                    Problem.of(
                            ProblemType.TOO_MUCH_MEMORY, "the graph would need more memory than one question may have");
                case UNAVAILABLE ->
                    Problem.of(ProblemType.NOT_READY, "the release is being exchanged, or the server is stopping")
                            .withHeader("Retry-After", NOT_READY_RETRY_SECONDS);
                case AWAY ->
                    Problem.of(
                                    ProblemType.NOT_READY,
                                    "the server that holds the graph cannot be reached; what needs no look into the"
                                            + " graph is answered meanwhile")
                            .withHeader("Retry-After", NOT_READY_RETRY_SECONDS);
                case INVALID, FORBIDDEN, FAILED -> internal(failure, passage);
            };
        }
        return internal(failure, passage);
    }

    private static Problem internal(Throwable failure, Passage passage) {
        String id = passage.id();
        LOG.error("a question failed, id {}", id, failure);
        return Problem.of(ProblemType.INTERNAL_ERROR, "the failure is in the server's log under " + id);
    }
}
