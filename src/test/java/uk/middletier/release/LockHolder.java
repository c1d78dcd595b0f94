package uk.middletier.release;

import java.nio.file.Path;

/** Another process: holds a lock until it is killed. */
final class LockHolder {
    private LockHolder() {}

    @SuppressWarnings("SystemOut") // how it says that it is ready
    public static void main(String[] arguments) throws Exception {
        System.out.println(Lock.tryAcquire(Path.of(arguments[0])).isPresent() ? "held" : "not held");
        System.out.flush();
        Thread.sleep(60_000);
    }
}
