package uk.middletier.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import uk.middletier.export.GraphFormat;

/** A graph on its way out, with what it holds: the release, a place in the gate. */
final class GraphBody implements Reply.Body {
    /** Nodes and edges that are written before they are sent: a few megabytes. */
    private static final int MOST_WHOLE = 10_000;

    private final Question question;
    private final Answer.Graph answer;
    private final HeldRelease release;
    private final Gate.Place place;

    GraphBody(Question question, Answer.Graph answer, HeldRelease release, Gate.Place place) {
        this.question = question;
        this.answer = answer;
        this.release = release;
        this.place = place;
    }

    /** Whether it is sent as it is written. */
    static boolean large(Answer.Graph answer) {
        return answer.nodes() + answer.edges() > MOST_WHOLE;
    }

    /** All of it. */
    static byte[] bytes(Question question, Answer.Graph answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(question, answer, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        write(question, answer, out);
    }

    private static void write(Question question, Answer.Graph answer, OutputStream out) throws IOException {
        GraphFormat format = question.format().writer();
        if (format == null) {
            Envelope.write(question, answer, out);
        } else {
            format.write(answer.graph(), Envelope.about(question, answer), out);
        }
    }

    @Override
    public void close() {
        place.close();
        release.close();
    }
}
