package uk.middletier.drawing;

import java.util.Arrays;
import java.util.Set;
import uk.middletier.model.Layer;
import uk.middletier.timeline.Timeline;

/** What lies around a school on a day: its bodies, their schools, the bodies of these. */
public final class Neighbourhood {
    private Neighbourhood() {}

    /**
     * All within so many ties of a school, and all ties between them; nothing if the school is not open.
     *
     * @param school its place
     * @param depth 1 = bodies and supporters, 2 = their schools too, and so on
     */
    public static Drawing of(Timeline timeline, int school, Set<Layer> layers, int depth, int day) {
        Web web = Web.of(timeline, layers, day);
        int[] steps = new int[web.size()];
        Arrays.fill(steps, -1);
        boolean[] near = new boolean[web.size()];
        int[] queue = new int[web.size()];
        int size = 0;
        if (timeline.schools().open(school, day)) {
            queue[size++] = school;
            steps[school] = 0;
        }
        for (int i = 0; i < size; i++) {
            int node = queue[i];
            near[node] = true;
            for (int next = web.begin(node); steps[node] < depth && next < web.end(node); next++) {
                int other = web.neighbour(next);
                if (steps[other] < 0) {
                    steps[other] = steps[node] + 1;
                    queue[size++] = other;
                }
            }
        }
        return web.draw(near, (one, other) -> true);
    }
}
