package uk.middletier.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.BoltImport;
import uk.middletier.graph.BulkWriter;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.StoreOptions;
import uk.middletier.model.BodyKind;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;
import uk.middletier.release.DatabaseRelease;
import uk.middletier.release.Manifest;

/**
 * Fifteen schools to which all that the endpoints tell of has happened: a conversion, a transfer, a federation, a
 * merger, a reorganisation of authorities; one in Wales, one of no known trust, one independent, one only planned.
 */
final class TownGraph {
    static final String RELEASE = "20241101T000000Z-0a1b2c3d";
    static final LocalDate EXTRACT = day("2024-10-28");
    private static final String SOURCE = "dataset:edubasealldata20241028.csv";

    private static final List<NodeRow> NODES = new ArrayList<>();
    private static final List<RelationshipRow> RELATIONSHIPS = new ArrayList<>();

    static {
        areas();
        bodies();
        schools();
    }

    private TownGraph() {}

    /** Written and opened in a new folder; takes seconds. */
    static EmbeddedGraphStore open() {
        return open(List.of(), List.of());
    }

    /** The same with more in it. */
    static EmbeddedGraphStore open(List<NodeRow> moreNodes, List<RelationshipRow> moreRelationships) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "town-graph-")
                    .resolve("store");
            write(folder, moreNodes, moreRelationships);
            return EmbeddedGraphStore.open(folder, StoreOptions.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written into a new folder, with more in it. */
    static void write(Path folder, List<NodeRow> moreNodes, List<RelationshipRow> moreRelationships) {
        List<NodeRow> nodes = new ArrayList<>(NODES);
        nodes.addAll(moreNodes);
        List<RelationshipRow> relationships = new ArrayList<>(RELATIONSHIPS);
        relationships.addAll(moreRelationships);
        new BulkWriter(folder, StoreOptions.DEFAULT).write(nodes, relationships);
    }

    /** Written into a database of a server, as an import does. */
    static void writeTo(BoltImport database) {
        database.write(NODES, RELATIONSHIPS);
        database.publish(RELEASE, DatabaseRelease.text(manifest(RELEASE)));
    }

    static Manifest manifest(String id) {
        return manifest(id, EXTRACT);
    }

    /** Of another extract; built four days after it. */
    static Manifest manifest(String id, LocalDate extract) {
        Manifest.SourceFile source = new Manifest.SourceFile(
                "edubasealldata20241028.csv",
                "REGISTER",
                extract,
                "0".repeat(64),
                15,
                "Department for Education",
                "Open Government Licence v3.0",
                false,
                "Contains public sector information licensed under the Open Government Licence v3.0.");
        return new Manifest(
                Manifest.FORMAT_VERSION,
                id,
                extract.plusDays(4).atStartOfDay().toInstant(ZoneOffset.UTC),
                "test",
                extract,
                day("1990-01-01"),
                List.of(source, source),
                new Manifest.Counts(Map.of("School", 15L), Map.of("GOVERNED_BY", 17L)),
                List.of(new Manifest.IssueCount("PROPOSED", "INFO", "A school is proposed.", 1)),
                "0".repeat(64),
                1000);
    }

    private static void areas() {
        area("country:E92000001", "Country", "England", "E92000001", null, null);
        area("country:W92000004", "Country", "Wales", "W92000004", null, null);
        area("region:E12000007", "Region", "London", "E12000007", null, null);
        area("region:E12000006", "Region", "East of England", "E12000006", null, null);
        area("region:W92000004", "Region", "Wales", "W92000004", null, null);
        area("consortium:gwe", "Consortium", "GwE", "gwe", null, null);
        area("diocese:CE23", "Diocese", "Diocese of Southwark", "CE23", null, null);
        area("constituency:E14000001", "Constituency", "Greenwich and Woolwich", "E14000001", null, null);
        authority("203", "Greenwich", null, null);
        authority("820", "Bedfordshire", null, "2009-04-01");
        authority("822", "Bedford", "2009-04-01", null);
        authority("823", "Central Bedfordshire", "2009-04-01", null);
        authority("660", "Isle of Anglesey", "1996-04-01", null);
        in("region:E12000007", "country:E92000001", null, null);
        in("region:E12000006", "country:E92000001", null, null);
        in("region:W92000004", "country:W92000004", null, null);
        in("la:203", "region:E12000007", null, null);
        in("la:820", "region:E12000006", null, "2009-04-01");
        in("la:822", "region:E12000006", "2009-04-01", null);
        in("la:823", "region:E12000006", "2009-04-01", null);
        in("la:660", "region:W92000004", "1996-04-01", null);
        in("la:660", "consortium:gwe", "1996-04-01", null);
        for (String successor : List.of("la:822", "la:823")) {
            relate("la:820", "SUCCEEDED_BY", successor, Map.of("on", day("2009-04-01"), "kind", "split"));
        }
    }

    private static void bodies() {
        NODES.add(new NodeRow(SOURCE, List.of("Dataset"), new HashMap<>(Map.of("file", "edubasealldata20241028.csv"))));
        body("trust:4782", "MultiAcademyTrust", "Harbour Learning Trust", "2012-01-01", "07654321");
        body("trust:5000", "SingleAcademyTrust", "Saint Alfege Academy Trust", "2010-12-01", "07000001");
        body("trust:5001", "MultiAcademyTrust", "Riverside Trust", "2012-06-01", "07000002");
        body("trust:unknown", "UnknownTrust", "Trust not known", null, null);
        body("federation:17794", "Federation", "The Hills Federation", "2010-09-01", null);
        body("foundation-trust:9000", "FoundationTrust", "The Ampthill Trust", "2008-01-01", null);
        body("sponsor:2000", "Sponsor", "The Harbour Guild", null, null);
    }

    private static void schools() {
        school(100000, "Harbour Primary School", "la-maintained", "Primary", null, "2012-09-01", 210L, "203");
        governed(100000, "la:203", null, "2012-09-01");
        school(137000, "Harbour Primary Academy", "academy", "Primary", "2012-09-01", null, 230L, "203");
        governed(137000, "trust:4782", "2012-09-01", null);
        succeeded(100000, 137000, "2012-09-01", "plain");
        lineage(137000, 100000);
        relate("school:137000", "SPONSORED_BY", "sponsor:2000", dates("2012-09-01", null));
        relate("school:137000", "IN_AREA", "diocese:CE23", Map.of());
        relate("school:137000", "IN_AREA", "constituency:E14000001", Map.of());

        school(137001, "Saint Alfege Secondary School", "academy", "Secondary", "2011-01-01", null, 1100L, "203");
        governed(137001, "trust:5000", "2011-01-01", "2016-01-01");
        governed(137001, "trust:5001", "2016-01-01", null);

        school(100003, "The Hills Infant School", "la-maintained", "Primary", null, null, 90L, "203");
        governed(100003, "la:203", null, null);
        relate("school:100003", "MEMBER_OF", "federation:17794", dates("2010-09-01", null));
        school(100004, "The Hills Junior School", "la-maintained", "Primary", null, null, 120L, "203");
        governed(100004, "la:203", null, null);
        relate("school:100004", "MEMBER_OF", "federation:17794", dates("2010-09-01", "2015-09-01"));

        school(138500, "Thamesmead Free School", "free-school", "Secondary", "2013-09-01", null, 600L, "203");
        governed(138500, "trust:unknown", "2013-09-01", "2014-09-01");
        governed(138500, "trust:4782", "2014-09-01", null);
        school(
                138600,
                "Greenwich UTC",
                "university-technical-college",
                "Secondary",
                "2012-09-01",
                "2018-09-01",
                null,
                "203");
        governed(138600, "trust:5001", "2012-09-01", "2018-09-01");
        school(138700, "Woolwich Studio School", "studio-school", "Secondary", "2015-09-01", null, 150L, "203");
        governed(138700, "trust:4782", "2015-09-01", null);
        school(100900, "Blackheath College", "other", "Not applicable", null, null, 400L, "203");
        school(140000, "Planned Academy", "academy", "Primary", null, null, null, "203");

        for (long urn : new long[] {109500, 109501, 109502}) {
            String name = urn == 109500
                    ? "Ampthill St Mary's School"
                    : urn == 109501 ? "Toddington Lower School" : "Toddington Middle School";
            String to = urn == 109500 ? null : "2014-01-01";
            school(urn, name, "la-maintained", "Primary", null, to, urn == 109500 ? 75L : null, null);
            in("school:" + urn, "la:820", null, "2009-04-01");
            in("school:" + urn, "la:823", "2009-04-01", null);
            governed(urn, "la:820", null, "2009-04-01");
            governed(urn, "la:823", "2009-04-01", to);
        }
        relate("school:109500", "MEMBER_OF", "foundation-trust:9000", dates("2008-01-01", null));
        school(139000, "Toddington Primary School", "la-maintained", "Primary", "2014-01-01", null, 300L, null);
        in("school:139000", "la:823", null, null);
        governed(139000, "la:823", "2014-01-01", null);
        succeeded(109501, 139000, "2014-01-01", "merged");
        succeeded(109502, 139000, "2014-01-01", "merged");

        school(401000, "Ysgol Môn", "welsh-maintained", "Primary", null, null, 55L, "660");
        governed(401000, "la:660", null, null);
        renamed("school:401000", "Ysgol Bentraeth", "Ysgol Môn", "2006-05-01");
        renamed("federation:17794", "The Two Hills Federation", "The Hills Federation", "2013-05-01");
    }

    private static void area(
            String id, String label, String name, String code, @Nullable String from, @Nullable String to) {
        Map<String, Object> properties = dates(from, to);
        properties.putAll(Map.of("name", name, "kind", label, "code", code));
        if (code.matches("[EW][0-9]{8}")) {
            properties.put("gss", code);
        }
        NODES.add(new NodeRow(id, List.of("Area", label), properties));
    }

    private static void authority(String code, String name, @Nullable String from, @Nullable String to) {
        Map<String, Object> properties = dates(from, to);
        properties.putAll(Map.of("name", name, "kind", "LocalAuthority", "code", code, "formality", "hard-governance"));
        NODES.add(new NodeRow("la:" + code, List.of("Body", "Area", "LocalAuthority"), properties));
    }

    private static void body(
            String id, String kind, String name, @Nullable String from, @Nullable String companiesHouse) {
        Map<String, Object> properties = dates(from, null);
        properties.putAll(Map.of("name", name, "kind", kind, "everOpen", true, "status", "Open"));
        properties.put("fromKnown", from != null);
        properties.put(
                "formality", BodyKind.find(kind).orElseThrow().formality().word());
        if (companiesHouse != null) {
            properties.put("companiesHouse", companiesHouse);
        }
        NODES.add(new NodeRow(id, List.of("Body", kind), properties));
    }

    private static void school(
            long urn,
            String name,
            String group,
            String phase,
            @Nullable String from,
            @Nullable String to,
            @Nullable Long pupils,
            @Nullable String authority) {
        Map<String, Object> properties = dates(from, to);
        boolean planned = name.startsWith("Planned");
        properties.putAll(Map.of(
                "urn",
                urn,
                "name",
                name,
                "group",
                group,
                "phase",
                phase,
                "stateFunded",
                !group.equals("other"),
                "everOpen",
                !planned,
                "fromKnown",
                from != null,
                "toKnown",
                true,
                "lineage",
                "lineage:" + urn,
                "status",
                planned ? "Proposed to open" : to == null ? "Open" : "Closed"));
        properties.put("type", "Type of " + group);
        properties.put("laEstab", (authority == null ? "823" : authority) + "/" + (urn % 10_000));
        properties.put("ukprn", "10" + urn);
        properties.put("postcode", "SE10 " + (urn % 10) + "AB");
        properties.put("rural", authority == null);
        properties.put("location", new GeoPoint(0.01 * (urn % 10), 51.5));
        if (pupils != null) {
            properties.put("pupils", pupils);
        }
        NODES.add(new NodeRow("school:" + urn, List.of("School"), properties));
        if (authority != null) {
            in("school:" + urn, "la:" + authority, null, null);
        }
    }

    /** Puts a school into the lineage of an older one; both rows are there. */
    private static void lineage(long urn, long oldest) {
        NODES.stream()
                .filter(node -> node.id().equals("school:" + urn))
                .forEach(node -> node.properties().put("lineage", "lineage:" + oldest));
    }

    private static void governed(long urn, String body, @Nullable String from, @Nullable String to) {
        Map<String, Object> properties = dates(from, to);
        properties.put("basis", "register");
        properties.put("source", SOURCE);
        relate("school:" + urn, "GOVERNED_BY", body, properties);
    }

    private static void succeeded(long from, long to, String on, String kind) {
        relate("school:" + from, "SUCCEEDED_BY", "school:" + to, Map.of("on", day(on), "kind", kind));
    }

    private static void renamed(String id, String formerName, String name, String on) {
        relate(
                id,
                "RENAMED",
                id,
                Map.of(
                        "name",
                        name,
                        "formerName",
                        formerName,
                        "on",
                        day(on),
                        "fromObservedAfter",
                        day(on).minusYears(1),
                        "source",
                        SOURCE));
    }

    private static void in(String from, String to, @Nullable String since, @Nullable String until) {
        relate(from, "IN_AREA", to, dates(since, until));
    }

    private static void relate(String from, String type, String to, Map<String, Object> properties) {
        RELATIONSHIPS.add(new RelationshipRow(from, type, to, properties));
    }

    private static Map<String, Object> dates(@Nullable String from, @Nullable String to) {
        Map<String, Object> properties = new HashMap<>();
        if (from != null) {
            properties.put("from", day(from));
        }
        if (to != null) {
            properties.put("to", day(to));
        }
        return properties;
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
