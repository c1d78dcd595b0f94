package uk.middletier.http;

import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.StoreActivity;
import uk.middletier.release.Manifest;
import uk.middletier.release.ReleaseException;
import uk.middletier.sight.Metric;
import uk.middletier.sight.Sight;

/** {@code /metrics}: the server in numbers, for Prometheus. Asks neither the graph nor the gate. */
final class Metrics {
    private final Sight sight;
    private volatile String told = "";
    private volatile double served;
    private volatile double behind;
    private volatile double beside;
    private volatile double built;
    private volatile double extract;
    private volatile @Nullable StoreActivity activity;

    Metrics(Sight sight) {
        this.sight = sight;
        sight.watch(Metric.RELEASE_SERVED, () -> served);
        sight.watch(Metric.RELEASE_BEHIND, () -> behind);
        sight.watch(Metric.RELEASES_BESIDE, () -> beside);
        sight.watch(Metric.RELEASE_BUILT, () -> built);
        sight.watch(Metric.RELEASE_EXTRACT, () -> extract);
        sight.watch(Metric.STORE_PAGES, () -> counted(StoreActivity::pageHits), "memory");
        sight.watch(Metric.STORE_PAGES, () -> counted(StoreActivity::pageFaults), "disk");
        sight.watch(Metric.STORE_TRANSACTIONS, () -> counted(StoreActivity::transactionsStarted));
        sight.watch(Metric.STORE_TERMINATED, () -> counted(StoreActivity::transactionsTerminated));
        sight.watch(Metric.STORE_ACTIVE, () -> counted(StoreActivity::transactionsActive));
    }

    Route route() {
        return Route.page("/metrics", "metrics", "the server in numbers, for Prometheus or as OpenMetrics", this::reply)
                .giving(Schema.page("text/plain"));
    }

    private Reply reply(Request request, ReleaseSource releases) {
        refresh(releases);
        Sight.Page page = sight.page(request.accept());
        Reply.Whole reply = Reply.Whole.of(200, page.contentType(), page.text());
        reply.headers().put("Cache-Control", "no-store");
        return reply;
    }

    /** Not a number where the store does not count. */
    private double counted(ToDoubleFunction<StoreActivity> number) {
        StoreActivity known = activity;
        return known == null ? Double.NaN : number.applyAsDouble(known);
    }

    private synchronized void refresh(ReleaseSource releases) {
        behind = releases.behind() ? 1 : 0;
        beside = releases.openBeside();
        try (HeldRelease release = releases.hold()) {
            Manifest manifest = release.manifest();
            served = 1;
            activity = release.store().findActivity().orElse(null);
            built = TimeUnit.MILLISECONDS.toSeconds(manifest.built().toEpochMilli());
            extract = manifest.extractDate().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            if (!told.equals(manifest.id())) {
                sight.tell(Metric.RELEASE, manifest.id(), manifest.extractDate().toString());
                told = manifest.id();
            }
        } catch (ReleaseException e) {
            served = 0;
            activity = null;
            built = Double.NaN;
            extract = Double.NaN;
            sight.tell(Metric.RELEASE);
            told = "";
        }
    }
}
