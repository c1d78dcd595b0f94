package uk.middletier.http;

/** A question that gets a problem for an answer, and nothing is wrong with the server. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        // No stack: it is an answer, not a failure, and callers may cause as many as they like.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
