package uk.middletier.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.middletier.build.GraphBuild;
import uk.middletier.build.GraphRows;
import uk.middletier.dataset.DatasetException;
import uk.middletier.dataset.Source;
import uk.middletier.dataset.SourceKind;
import uk.middletier.dataset.SourceReader;
import uk.middletier.dataset.Sources;
import uk.middletier.graph.GovernanceRows;
import uk.middletier.graph.StoreOptions;
import uk.middletier.issue.Issue;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;
import uk.middletier.release.Releases;

/** Reads files and puts the graph together, and checks what a store would be made of. */
final class MutatedImport {
    private static final String LEFT_OUT = "the row is left out";

    /** Of these a row may say nothing at all, and many rows make one issue. */
    private static final Set<SourceKind> NOT_BY_ROW =
            Set.of(SourceKind.KEY_STAGE_2, SourceKind.KEY_STAGE_4, SourceKind.SCHOOL_CENSUS);

    /** Refusals that are about all files together. */
    private static final List<String> OF_ALL_FILES =
            List.of("None of the files is a register of schools", "There are no schools: give a register");

    /** Properties that the store looks nodes up by; it refuses keys of more than some eight thousand bytes. */
    private static final Set<String> INDEXED = Set.of(
            "name", "laEstab", "ukprn", "postcode", "lineage", "group", "kind", "groupUid", "companiesHouse", "code");

    private static final int MOST_INDEXED = 2_000;

    private final List<Path> given;
    private final Set<String> names;

    private MutatedImport(List<Path> given) {
        this.given = given;
        this.names = names(given);
    }

    /**
     * What came of it.
     *
     * @param word loaded, loaded with issues, with errors, refused
     * @param fault what must not be; null if all is well
     */
    record Outcome(String word, @Nullable String fault) {}

    /** Without a store. */
    static Outcome of(List<Path> given) {
        return new MutatedImport(given).outcome();
    }

    /** The whole import, into a data folder. */
    static Outcome throughTheStore(List<Path> given, Path data) {
        try {
            new ImportRun(new Releases(data), StoreOptions.DEFAULT, step -> {}).run(given, null, true);
            return new Outcome("stored", null);
        } catch (DatasetException | ImportRefused e) {
            return new Outcome("refused", new MutatedImport(given).unnamed(e));
        }
    }

    private Outcome outcome() {
        List<Issue> issues = new ArrayList<>();
        try {
            List<Source> sources = Sources.recognise(given, null).sources();
            for (Source source : sources) {
                String fault = unbalanced(source);
                if (fault != null) {
                    return new Outcome("fault", fault);
                }
            }
            GraphRows rows = GraphBuild.build(sources, issues::add, step -> {});
            boolean errors = issues.stream().anyMatch(issue -> issue.code().severity() == IssueCode.Severity.ERROR);
            return new Outcome(errors ? "loads with errors, if allowed" : "loads", unsound(rows, sources));
        } catch (DatasetException e) {
            return new Outcome("refused", unnamed(e));
        }
    }

    private @Nullable String unnamed(RuntimeException refusal) {
        String said = String.valueOf(refusal.getMessage());
        boolean named =
                names.stream().anyMatch(said::contains) || OF_ALL_FILES.stream().anyMatch(said::startsWith);
        return named ? null : "refused without a name: " + said;
    }

    private static Set<String> names(List<Path> given) {
        Set<String> names = new TreeSet<>();
        for (Path path : given) {
            try (Stream<Path> walk = Files.walk(path)) {
                walk.filter(Files::isRegularFile).forEach(file -> names.add(String.valueOf(file.getFileName())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    /** That every row of a file was handed on, or stands among the issues as left out. */
    private static @Nullable String unbalanced(Source source) {
        Set<Long> kept = new HashSet<>();
        Set<Long> left = new HashSet<>();
        long[] agreed = new long[1];
        List<Issue> issues = new ArrayList<>();
        long rows = read(source, issues, kept, agreed);
        for (Issue issue : issues) {
            if (issue.done().contains(LEFT_OUT) || issue.code() == IssueCode.BUILT_IN_DIFFERS) {
                left.add(issue.line());
            }
            if (!issue.file().equals(source.name()) || issue.line() < 0) {
                return "an issue of another file: " + issue;
            }
        }
        if (NOT_BY_ROW.contains(source.kind())) {
            return null;
        }
        kept.retainAll(left);
        if (!kept.isEmpty()) {
            return source.name() + ": kept and left out: lines " + kept;
        }
        kept.clear();
        read(source, new ArrayList<>(), kept, agreed);
        long accounted = kept.size() + left.size() + agreed[0];
        if (accounted != rows) {
            return source.name() + ": of " + rows + " rows " + kept.size() + " were kept and " + left.size()
                    + " named as left out";
        }
        long counted = records(source);
        return counted < 0 || counted == rows
                ? null
                : source.name() + ": " + rows + " rows were read of " + counted + " there are";
    }

    private static long read(Source source, List<Issue> issues, Set<Long> kept, long[] agreed) {
        agreed[0] = 0;
        return switch (source.kind()) {
            case REGISTER ->
                SourceReader.readSchools(
                        source, issues::add, row -> kept.add(row.origin().line()));
            case LINKS ->
                SourceReader.readLinks(
                        source, issues::add, row -> kept.add(row.origin().line()));
            case GROUPS ->
                SourceReader.readGroups(
                        source, issues::add, row -> kept.add(row.origin().line()));
            case ALL_GROUP_LINKS, ACADEMY_GROUP_LINKS ->
                SourceReader.readGroupLinks(
                        source, issues::add, row -> kept.add(row.origin().line()));
            case MEMBERSHIP_HISTORY ->
                SourceReader.readMemberships(
                        source, issues::add, row -> kept.add(row.origin().line()));
            case OVERLAY_SCHOOLS, WELSH_SCHOOLS ->
                SourceReader.readPlainSchools(
                        source, issues::add, row -> kept.add(row.origin().line()));
            case RSC_REGIONS, AUTHORITY_TABLE, AUTHORITY_HIERARCHY ->
                SourceReader.compareAreas(source, issues::add, same -> agreed[0] = same);
            case OVERLAY_PROGRAMMES,
                    OVERLAY_BODIES,
                    OVERLAY_MEMBERSHIPS,
                    OVERLAY_SUPPORT,
                    OVERLAY_DESIGNATIONS,
                    OVERLAY_OBSERVATIONS,
                    TEACHING_SCHOOLS,
                    TEACHING_SCHOOL_HUBS,
                    KEY_STAGE_2,
                    KEY_STAGE_4,
                    SCHOOL_CENSUS ->
                SourceReader.readOverlay(
                        source, issues::add, row -> kept.add(row.origin().line()));
        };
    }

    /** Records of a file below its header, counted in the plainest way; -1 if it is packed. */
    private static long records(Source source) {
        String text;
        try {
            text = Files.readString(source.path(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        long records = 0;
        boolean quoted = false;
        boolean something = false;
        boolean fieldBegins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                quoted = c != '"' || (i + 1 < text.length() && text.charAt(i + 1) == '"');
                i += quoted && c == '"' ? 1 : 0;
            } else if (c == '\n' || c == '\r') {
                records += something ? 1 : 0;
                something = false;
                fieldBegins = true;
            } else {
                quoted = c == '"' && fieldBegins;
                something = true;
                fieldBegins = c == source.separator();
            }
        }
        return records + (something ? 1 : 0) - 1;
    }

    /** What a store could not be made of, or its own checks would refuse. */
    private static @Nullable String unsound(GraphRows rows, List<Source> sources) {
        Map<String, NodeRow> nodes = new HashMap<>();
        for (NodeRow node : rows.nodes()) {
            if (nodes.put(node.id(), node) != null) {
                return "two nodes of one id: " + node.id();
            }
            String fault = unfit(node.id(), node.properties());
            if (fault != null || node.labels().isEmpty()) {
                return node.id() + ": " + fault;
            }
        }
        for (RelationshipRow row : rows.relationships()) {
            String fault = unfit(row.from() + " " + row.type() + " " + row.to(), row.properties());
            if (fault != null) {
                return fault;
            }
            if (!nodes.containsKey(row.from()) || !nodes.containsKey(row.to())) {
                return "an end is missing: " + row;
            }
            if (row.properties().get(Properties.FROM) instanceof LocalDate from
                    && row.properties().get(Properties.TO) instanceof LocalDate to
                    && !from.isBefore(to)) {
                return "an interval without a day: " + row;
            }
        }
        List<String> governance = GovernanceRows.check(rows.nodes(), rows.relationships());
        if (!governance.isEmpty()) {
            return governance.toString();
        }
        Set<Source> read = rows.rows().keySet();
        return read.containsAll(sources) ? null : "not all were read: " + sources + " but " + read;
    }

    private static @Nullable String unfit(String of, Map<String, Object> properties) {
        for (Map.Entry<String, Object> each : properties.entrySet()) {
            Object value = each.getValue();
            if (value == null || (value instanceof Double number && !Double.isFinite(number))) {
                return of + " has " + each;
            }
            if (value instanceof String text && INDEXED.contains(each.getKey()) && text.length() > MOST_INDEXED) {
                return of.substring(0, Math.min(80, of.length())) + " has " + text.length() + " letters of "
                        + each.getKey() + ", which no index takes";
            }
        }
        return of.length() > 3 * MOST_INDEXED ? "an id of " + of.length() + " letters" : null;
    }
}
