package uk.middletier.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.measure.Participation.Depth;
import uk.middletier.timeline.Overlay.Observation;
import uk.middletier.timeline.Timeline;

/** What was observed of programmes and bodies, by subject. */
final class Depths {
    private final Map<String, List<Observation>> observations = new HashMap<>();

    Depths(Timeline timeline) {
        timeline.overlay()
                .observations()
                .forEach(each -> observations
                        .computeIfAbsent(each.subject(), none -> new ArrayList<>())
                        .add(each));
    }

    /** What holds on a day: first of the programme, then of the bodies together. */
    List<Depth> of(@Nullable String programme, List<String> bodies, int day) {
        List<Depth> depths = new ArrayList<>();
        if (programme != null) {
            depths.addAll(depths("programme", List.of(programme), day));
        }
        depths.addAll(depths("bodies", bodies, day));
        return depths;
    }

    private List<Depth> depths(String of, List<String> subjects, int day) {
        record What(String measure, @Nullable String unit) {}
        Map<What, List<Double>> values = new TreeMap<>(Comparator.comparing(What::measure)
                .thenComparing(What::unit, Comparator.nullsFirst(Comparator.naturalOrder())));
        for (String subject : subjects) {
            for (Observation observed : observations.getOrDefault(subject, List.of())) {
                Double value = observed.value();
                if (value != null && observed.from() <= day && day < observed.to()) {
                    values.computeIfAbsent(new What(observed.measure(), observed.unit()), none -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        return values.entrySet().stream()
                .map(entry -> new Depth(
                        entry.getKey().measure(),
                        entry.getKey().unit(),
                        of,
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(Double.NaN)))
                .toList();
    }
}
