package uk.middletier.app;

import java.util.concurrent.CountDownLatch;

/** A process that is told to stop and does not. */
final class StubbornProcess {
    private StubbornProcess() {}

    /** Says that it listens, then the name of the first signal. */
    public static void main(String[] args) throws InterruptedException {
        StopSignals signals = StopSignals.listen();
        System.out.println("listening");
        System.out.println(signals.await());
        new CountDownLatch(1).await();
    }
}
