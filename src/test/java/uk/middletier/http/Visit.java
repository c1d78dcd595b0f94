package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A page open in a browser, and all that goes wrong on it from its first byte on. */
final class Visit implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;
    private static final int LOOK_MILLIS = 50;

    /** So long without a question on its way, and the page is taken to have what it wants. */
    private static final int QUIET_MILLIS = 300;

    /** The page itself takes back a question whose answer it needs no more. */
    private static final String TAKEN_BACK = "net::ERR_ABORTED";

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> trouble = new ArrayList<>();
    private final Set<Request> onTheWay = new HashSet<>();

    Visit(BrowserContext context, String address) {
        this.context = context;
        this.origin = URI.create(address).resolve("/").toString();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        watch();
        page = context.newPage();
        page.navigate(address);
        settle();
    }

    private void watch() {
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                trouble.add("console: " + message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> trouble.add("uncaught: " + error.error()));
        context.onRequest(request -> {
            onTheWay.add(request);
            if (!request.url().startsWith(origin) && !request.url().matches("(data|blob|about):.*")) {
                trouble.add("asked elsewhere: " + request.url());
            }
        });
        context.onRequestFinished(onTheWay::remove);
        context.onRequestFailed(request -> {
            onTheWay.remove(request);
            if (!TAKEN_BACK.equals(request.failure())) {
                trouble.add("failed: " + request.url() + " " + request.failure());
            }
        });
        context.onResponse(response -> {
            if (response.status() >= 400) {
                // Nobody may read what it says, and then it never finishes.
                onTheWay.remove(response.request());
                trouble.add(response.status() + ": " + response.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Waits until every question of the page has its answer and no other has followed for a moment. */
    void settle() {
        int quiet = 0;
        for (int waited = 0; quiet < QUIET_MILLIS; waited += LOOK_MILLIS) {
            assertThat(waited)
                    .as("milliseconds that %s has been asking", page.url())
                    .isLessThan(PATIENCE_MILLIS);
            page.waitForTimeout(LOOK_MILLIS);
            quiet = !onTheWay.isEmpty() ? 0 : quiet + LOOK_MILLIS;
        }
    }

    /** What went wrong until now, a line for each. */
    List<String> trouble() {
        return List.copyOf(trouble);
    }

    /** What went wrong until now is meant to, and is not held against the page. */
    void forgetTrouble() {
        trouble.clear();
    }

    /** No error on the console, no script that stopped, no request that failed or went elsewhere. */
    void assertNoTrouble() {
        assertThat(trouble).as(page.url()).isEmpty();
    }

    /** Nothing that keeps people out, as far as axe can tell: no violation that is serious or critical. */
    void assertAccessible() {
        assertNothingSerious(new AxeBuilder(page));
    }

    /** All text stands out from its ground. */
    void assertContrast() {
        assertNothingSerious(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    private void assertNothingSerious(AxeBuilder axe) {
        assertThat(axe.analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList()))
                .as(page.url())
                .isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
