package uk.middletier.timeline;

/** The intervals of one school being put together, over and over for one school after another. */
final class Intervals {
    private final Ints targets = new Ints();
    private final Ints starts = new Ints();
    private final Ints ends = new Ints();

    void clear() {
        targets.clear();
        starts.clear();
        ends.clear();
    }

    void add(int target, int from, int to) {
        targets.add(target);
        starts.add(from);
        ends.add(to);
    }

    int size() {
        return targets.size();
    }

    int target(int index) {
        return targets.get(index);
    }

    int from(int index) {
        return starts.get(index);
    }

    int to(int index) {
        return ends.get(index);
    }

    /** Whether one of them covers a day. */
    boolean cover(int day) {
        for (int i = 0; i < size(); i++) {
            if (starts.get(i) <= day && day < ends.get(i)) {
                return true;
            }
        }
        return false;
    }

    /** The target of lowest index whose interval covers a day, or −1. */
    int lowestAt(int day) {
        int lowest = -1;
        for (int i = 0; i < size(); i++) {
            if (starts.get(i) <= day && day < ends.get(i) && (lowest < 0 || targets.get(i) < lowest)) {
                lowest = targets.get(i);
            }
        }
        return lowest;
    }
}
