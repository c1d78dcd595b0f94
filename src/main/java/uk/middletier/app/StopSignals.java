package uk.middletier.app;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Being told to stop: SIGTERM from whatever runs the process, SIGINT from Ctrl-C. The first is an order to come to an end,
 * the second to be gone: it ends the process at once.
 *
 * <p>Left to itself, the virtual machine ends with a code of its own (143, 130) however well the end went, and a second
 * signal does nothing.
 */
final class StopSignals {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);

    private static final List<String> NAMES = List.of("TERM", "INT");

    /** What shells add to a signal's number. */
    private static final int ENDED_BY_SIGNAL = 128;

    private final CompletableFuture<String> first = new CompletableFuture<>();

    private StopSignals() {}

    /** From now on, and until the process ends. */
    static StopSignals listen() {
        StopSignals signals = new StopSignals();
        for (String name : NAMES) {
            try {
                signals.handle(name);
            } catch (ReflectiveOperationException e) {
                // With -Xrs, or where there is no such signal, it is not ours to take.
                LOG.debug("SIG{} cannot be listened for", name, e);
            }
        }
        return signals;
    }

    /** Waits for the first: its name. */
    String await() {
        return first.join();
    }

    private void take(String name, int number) {
        if (!first.complete("SIG" + name)) {
            Runtime.getRuntime().halt(ENDED_BY_SIGNAL + number);
        }
    }

    /**
     * {@code Signal.handle(new Signal(name), this::take)}, of the module jdk.unsupported, which is there for want of another
     * way. The compiler warns of its every use and will not be told not to.
     */
    private void handle(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object signal = type.getConstructor(String.class).newInstance(name);
        int number = (int) type.getMethod("getNumber").invoke(signal);
        Object taking =
                Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, called, with) -> {
                    if (called.getName().equals("handle")) {
                        take(name, number);
                    }
                    return null;
                });
        type.getMethod("handle", type, handler).invoke(null, signal, taking);
    }
}
