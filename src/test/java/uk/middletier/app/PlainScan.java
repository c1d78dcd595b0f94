package uk.middletier.app;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The register read again, row by row, sharing no line with the product: what a careful analyst would do by hand to
 * count the schools of a day by sector. Knows one register, the links, the groups and the membership history.
 */
final class PlainScan {
    private static final DateTimeFormatter REGISTER_DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final LocalDate PLACEHOLDER = LocalDate.of(1900, 1, 1);
    private static final Set<String> MAINTAINED = Set.of(
            "Community school",
            "Voluntary aided school",
            "Voluntary controlled school",
            "Foundation school",
            "Community special school",
            "Foundation special school",
            "Pupil referral unit",
            "Local authority nursery school");

    private record School(
            String urn,
            String la,
            String region,
            String type,
            String status,
            @Nullable LocalDate open,
            @Nullable LocalDate close,
            String reasonClosed,
            String trust) {}

    private record Membership(LocalDate joined, LocalDate left, boolean single) {}

    private final List<School> schools = new ArrayList<>();
    private final Map<String, School> byUrn = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, List<Membership>> memberships = new HashMap<>();
    private final Map<String, Set<String>> plainSuccessors = new HashMap<>();
    private final Map<String, Set<String>> anySuccessors = new HashMap<>();

    PlainScan(Path register, Path links, Path groups, Path membership) throws IOException {
        for (NamedCsvRecord row : rows(groups, StandardCharsets.UTF_8)) {
            kinds.put(row.getField("Group UID"), row.getField("Group Type"));
        }
        for (NamedCsvRecord row : rows(register, Charset.forName("windows-1252"))) {
            School school = new School(
                    row.getField("URN"),
                    row.getField("LA (code)"),
                    row.getField("GOR (name)"),
                    row.getField("TypeOfEstablishment (name)"),
                    row.getField("EstablishmentStatus (name)"),
                    date(row.getField("OpenDate")),
                    date(row.getField("CloseDate")),
                    row.getField("ReasonEstablishmentClosed (name)"),
                    row.getField("Trusts (code)"));
            schools.add(school);
            byUrn.put(school.urn(), school);
        }
        for (NamedCsvRecord row : rows(links, Charset.forName("windows-1252"))) {
            String type = row.getField("LinkType");
            if (type.startsWith("Successor")) {
                link(type.equals("Successor"), row.getField("URN"), row.getField("LinkURN"));
            } else if (type.startsWith("Predecessor")) {
                link(type.equals("Predecessor"), row.getField("LinkURN"), row.getField("URN"));
            }
        }
        for (NamedCsvRecord row : rows(membership, Charset.forName("windows-1252"))) {
            LocalDate left = date(row.getField("Date left group"));
            School school = byUrn.get(row.getField("URN"));
            // Who left on the day the school closed was there until its end.
            boolean untilItClosed = left != null && school != null && left.equals(school.close());
            String uid = row.getField("Group UID");
            memberships
                    .computeIfAbsent(row.getField("URN"), urn -> new ArrayList<>())
                    .add(new Membership(
                            LocalDate.parse(row.getField("Date joined group"), REGISTER_DATE),
                            left == null || untilItClosed ? LocalDate.MAX : left,
                            single(kinds.getOrDefault(uid, row.getField("Group Type")))));
        }
    }

    /** Schools of a day by what they are, for those in one authority ({@code la:}), region, or everywhere. */
    Map<String, Integer> count(LocalDate day, Predicate<String> inLa, Predicate<String> inRegion) {
        Map<String, Integer> counts = new TreeMap<>();
        for (School school : schools) {
            if (!inLa.test(school.la()) || !inRegion.test(school.region()) || !open(school, day)) {
                continue;
            }
            String sector = sector(school, day);
            if (!sector.isEmpty()) {
                counts.merge(sector, 1, Integer::sum);
                counts.merge("schools", 1, Integer::sum);
            }
        }
        return counts;
    }

    private boolean open(School school, LocalDate day) {
        boolean opened = school.open() == null || !school.open().isAfter(day);
        if (!opened || school.reasonClosed().startsWith("Created in Error")) {
            return false;
        }
        return switch (school.status()) {
            case "Open", "Open, but proposed to close" ->
                school.close() == null || !school.close().isBefore(day);
            case "Closed" -> {
                LocalDate last = lastDay(school);
                yield last != null && !last.isBefore(day);
            }
            default -> false;
        };
    }

    private @Nullable LocalDate lastDay(School school) {
        if (school.close() == null) {
            return anySuccessors.getOrDefault(school.urn(), Set.of()).stream()
                    .map(byUrn::get)
                    .filter(next -> next != null && next.open() != null)
                    .map(next -> next.open().minusDays(1))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
        boolean taken = plainSuccessors.getOrDefault(school.urn(), Set.of()).stream()
                .map(byUrn::get)
                .anyMatch(next -> next != null && school.close().equals(next.open()));
        return taken && !school.close().equals(school.open()) ? school.close().minusDays(1) : school.close();
    }

    private String sector(School school, LocalDate day) {
        String type = school.type();
        if (MAINTAINED.contains(type)) {
            return "laMaintained";
        }
        if (type.equals("Welsh establishment")) {
            return "welshMaintained";
        }
        boolean underTrust = type.startsWith("Academy")
                || type.startsWith("Free schools")
                || Set.of("University technical college", "Studio schools", "City technology college")
                        .contains(type);
        return underTrust ? trustKind(school, day) : "";
    }

    /** The last joined of the trusts the history names for the day; of several joined at once the first to end. */
    private String trustKind(School school, LocalDate day) {
        List<Membership> all = memberships.get(school.urn());
        if (all == null) {
            return school.trust().isEmpty()
                    ? "academyTrustUnknown"
                    : single(kinds.getOrDefault(school.trust(), "")) ? "singleAcademyTrust" : "multiAcademyTrust";
        }
        Membership best = null;
        for (Membership each : all) {
            if (each.joined().isAfter(day) || !day.isBefore(each.left())) {
                continue;
            }
            LocalDate since = since(school, each);
            if (best == null
                    || since.isAfter(since(school, best))
                    || (since.equals(since(school, best)) && each.left().isBefore(best.left()))) {
                best = each;
            }
        }
        if (best == null) {
            best = firstOrLast(school, all, day);
        }
        return best == null ? "academyTrustUnknown" : best.single() ? "singleAcademyTrust" : "multiAcademyTrust";
    }

    /** Before a school's first trust, joined in its first 31 days, or after its last, left in its last 31. */
    private @Nullable Membership firstOrLast(School school, List<Membership> all, LocalDate day) {
        LocalDate open = school.open();
        LocalDate first = all.stream()
                .map(Membership::joined)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (open != null && day.isBefore(first) && ChronoUnit.DAYS.between(open, first) <= 31) {
            return all.stream()
                    .filter(each -> each.joined().equals(first))
                    .min(Comparator.comparing(Membership::left))
                    .orElseThrow();
        }
        LocalDate end = school.close() == null ? null : lastDay(school);
        Membership last =
                all.stream().max(Comparator.comparing(Membership::left)).orElseThrow();
        boolean after = !day.isBefore(last.left());
        return end != null && after && ChronoUnit.DAYS.between(last.left(), end.plusDays(1)) <= 31 ? last : null;
    }

    /** A school is in no trust before it opens; who joined earlier on paper joins on that day. */
    private static LocalDate since(School school, Membership membership) {
        return school.open() != null && school.open().isAfter(membership.joined())
                ? school.open()
                : membership.joined();
    }

    private static boolean single(String kind) {
        return kind.startsWith("Single") || kind.startsWith("Secure");
    }

    private void link(boolean plain, String from, String to) {
        anySuccessors.computeIfAbsent(from, urn -> new HashSet<>()).add(to);
        if (plain) {
            plainSuccessors.computeIfAbsent(from, urn -> new HashSet<>()).add(to);
        }
    }

    private static List<NamedCsvRecord> rows(Path file, Charset charset) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                        .ofNamedCsvRecord(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, charset)) {
            return reader.stream().toList();
        }
    }

    private static @Nullable LocalDate date(String text) {
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = LocalDate.parse(text, REGISTER_DATE);
        return date.equals(PLACEHOLDER) ? null : date;
    }
}
