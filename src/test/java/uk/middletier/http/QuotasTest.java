package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private final AtomicLong nanos = new AtomicLong();

    private final TimeMeter clock = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    @Test
    void whatIsUsedUp_comesBackBitByBit() {
        Quotas quotas = new Quotas(30, 2, clock);
        assertThat(quotas.policy()).isEqualTo("\"client\";q=2;w=4");
        assertThat(quotas.take("a")).isEqualTo(new Quotas.Share(true, 1, 2));
        assertThat(quotas.take("a")).isEqualTo(new Quotas.Share(true, 0, 2));
        assertThat(quotas.take("a")).isEqualTo(new Quotas.Share(false, 0, 2));
        assertThat(quotas.take("b").granted()).isTrue();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1_500));
        assertThat(quotas.take("a")).isEqualTo(new Quotas.Share(false, 0, 1));
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(quotas.take("a").granted()).isTrue();
        assertThat(quotas.take("a").granted()).isFalse();
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertThat(quotas.take("a").left()).isEqualTo(1);
    }

    @Test
    void clientsAreRememberedOnlySoMany() {
        Quotas quotas = new Quotas(60, 1, clock);
        for (int i = 0; i < Quotas.MOST_CLIENTS + 10_000; i++) {
            quotas.take("client " + i);
        }
        assertThat(quotas.clients()).isLessThanOrEqualTo(Quotas.MOST_CLIENTS);
    }
}
