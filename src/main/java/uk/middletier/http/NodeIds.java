package uk.middletier.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Labels;
import uk.middletier.model.Ref;
import uk.middletier.timeline.Schools;

/** Ids of schools, bodies and areas, looked up in memory. */
final class NodeIds {
    private static final String SCHOOL = "school:";
    private static final int MOST_URN = 9_999_999;

    private NodeIds() {}

    /** Whether nodes of this label can be looked up here. */
    static boolean known(String label) {
        return Stream.of(Labels.SCHOOL, Labels.BODY, Labels.AREA).anyMatch(label::equals)
                || AreaKind.findLabel(label).isPresent()
                || BodyKind.find(label).isPresent();
    }

    /** The whole id of what is meant by an id, a URN or a code. */
    static Optional<String> find(HeldRelease release, Set<String> labels, String given) {
        if (labels.contains(Labels.SCHOOL)) {
            Optional<String> school = school(release, given);
            if (school.isPresent()) {
                return school;
            }
        }
        return refs(release, labels)
                .filter(ref -> ref.id().equals(given))
                .findFirst()
                .or(() -> release.vocabulary()
                        .findArea(given)
                        .map(Vocabulary.Area::ref)
                        .filter(area -> fits(labels, area, true)))
                .map(Ref::id);
    }

    static Optional<String> nearest(HeldRelease release, Set<String> labels, String given) {
        List<String> candidates = new ArrayList<>();
        refs(release, labels).forEach(ref -> {
            candidates.add(ref.id());
            candidates.add(ref.name());
        });
        return Suggestions.nearest(given, candidates)
                .map(near -> refs(release, labels)
                        .filter(ref -> ref.name().equals(near))
                        .map(Ref::id)
                        .findFirst()
                        .orElse(near));
    }

    /** Those in whose id or name the words stand, in the order of their ids. */
    static Stream<Ref> search(HeldRelease release, Set<String> labels, String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        Stream<Ref> found = Stream.concat(
                labels.contains(Labels.SCHOOL) ? schools(release) : Stream.empty(), refs(release, labels));
        return found.filter(ref ->
                ref.id().contains(plain) || ref.name().toLowerCase(Locale.ROOT).contains(plain));
    }

    private static Optional<String> school(HeldRelease release, String given) {
        String digits = given.startsWith(SCHOOL) ? given.substring(SCHOOL.length()) : given;
        if (!digits.matches("[1-9]\\d{0,6}") || Integer.parseInt(digits) > MOST_URN) {
            return Optional.empty();
        }
        int urn = Integer.parseInt(digits);
        Schools schools = release.timeline().schools();
        return schools.find(urn) >= 0 ? Optional.of(SCHOOL + urn) : Optional.empty();
    }

    private static Stream<Ref> schools(HeldRelease release) {
        Schools schools = release.timeline().schools();
        return java.util.stream.IntStream.range(0, schools.size())
                .mapToObj(school -> new Ref(SCHOOL + schools.urn(school), schools.name(school), Labels.SCHOOL));
    }

    private static Stream<Ref> refs(HeldRelease release, Set<String> labels) {
        Vocabulary vocabulary = release.vocabulary();
        return Stream.concat(
                vocabulary.areas().stream().map(Vocabulary.Area::ref).filter(area -> fits(labels, area, true)),
                // An authority is both, and known as an area.
                vocabulary.bodies().stream()
                        .filter(body -> vocabulary.findArea(body.id()).isEmpty())
                        .filter(body -> fits(labels, body, false)));
    }

    private static boolean fits(Set<String> labels, Ref ref, boolean area) {
        return labels.contains(ref.kind())
                || labels.contains(area ? Labels.AREA : Labels.BODY)
                || (ref.kind().equals(AreaKind.LOCAL_AUTHORITY.label()) && labels.contains(Labels.BODY));
    }
}
