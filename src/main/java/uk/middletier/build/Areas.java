package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.Authority;
import uk.middletier.dataset.Origin;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.model.AreaKind;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ids;
import uk.middletier.model.Labels;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Period;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;
import uk.middletier.model.Relationships;

/**
 * Areas: authorities, regions, countries, consortia and commissioners' regions of the list of authorities; dioceses and
 * constituencies as met.
 */
final class Areas {
    /** Names of the regions by the GSS code of the Office for National Statistics. */
    private static final Map<String, String> REGIONS = Map.of(
            "E12000001", "North East",
            "E12000002", "North West",
            "E12000003", "Yorkshire and the Humber",
            "E12000004", "East Midlands",
            "E12000005", "West Midlands",
            "E12000006", "East of England",
            "E12000007", "London",
            "E12000008", "South East",
            "E12000009", "South West",
            "W92000004", "Wales");

    /** Names of the Welsh school-improvement consortia. */
    private static final Map<String, String> CONSORTIA = Map.of(
            "central-south", "Central South Consortium",
            "erw", "ERW",
            "gwe", "GwE",
            "eas", "Education Achievement Service");

    /** Names of the regions of the Regional Schools Commissioners, as the Department for Education wrote them. */
    private static final Map<String, String> RSC_REGIONS = Map.of(
            "east-midlands-and-humber", "East Midlands and Humber",
            "east-of-england-and-north-east-london", "East of England and North East London",
            "lancashire-and-west-yorkshire", "Lancashire and West Yorkshire",
            "north", "North",
            "south-central-and-north-west-london", "South Central and North West London",
            "south-east-and-south-london", "South East and South London",
            "south-west", "South West",
            "west-midlands", "West Midlands");

    /** From the commissioners' first day until the department took on the nine regions everybody else uses. */
    private static final Period RSC_YEARS = new Period(LocalDate.of(2014, 9, 1), LocalDate.of(2022, 9, 1));

    private final List<Authority> authorities;
    private final Map<String, String> dioceses = new TreeMap<>();
    private final Map<String, String> constituencies = new TreeMap<>();

    Areas(List<Authority> authorities) {
        this.authorities = authorities;
    }

    /** The areas a school lies in besides its authority, noted as met. */
    List<RelationshipRow> of(SchoolRecord school, Life life) {
        List<RelationshipRow> rows = new ArrayList<>(2);
        place(rows, school, life, AreaKind.DIOCESE, school.dioceseCode(), school.dioceseName(), dioceses);
        place(
                rows,
                school,
                life,
                AreaKind.CONSTITUENCY,
                school.constituencyCode(),
                school.constituencyName(),
                constituencies);
        return rows;
    }

    private void place(
            List<RelationshipRow> rows,
            SchoolRecord school,
            Life life,
            AreaKind kind,
            @Nullable String code,
            @Nullable String name,
            Map<String, String> names) {
        if (code == null) {
            return;
        }
        names.putIfAbsent(code, name == null ? code : name);
        rows.add(new RelationshipRow(
                Ids.school(school.urn()),
                Relationships.IN_AREA,
                Ids.area(kind, code),
                interval(life.period(), school.origin()).toMap()));
    }

    List<NodeRow> nodes() {
        List<NodeRow> nodes = new ArrayList<>();
        nodes.add(node(AreaKind.COUNTRY, "E92000001", "England"));
        nodes.add(node(AreaKind.COUNTRY, "W92000004", "Wales"));
        new TreeMap<>(REGIONS).forEach((code, name) -> nodes.add(node(AreaKind.REGION, code, name)));
        new TreeMap<>(CONSORTIA).forEach((code, name) -> nodes.add(node(AreaKind.CONSORTIUM, code, name)));
        new TreeMap<>(RSC_REGIONS).forEach((slug, name) -> nodes.add(rscRegion(slug, name)));
        authorities.forEach(authority -> nodes.add(authority(authority)));
        dioceses.forEach((code, name) -> nodes.add(node(AreaKind.DIOCESE, code, name)));
        constituencies.forEach((code, name) -> nodes.add(node(AreaKind.CONSTITUENCY, code, name)));
        return nodes;
    }

    List<RelationshipRow> relationships() {
        List<RelationshipRow> rows = new ArrayList<>();
        for (String region : new TreeMap<>(REGIONS).keySet()) {
            String country = region.startsWith("W") ? Ids.WALES : Ids.ENGLAND;
            rows.add(new RelationshipRow(Ids.area(AreaKind.REGION, region), Relationships.IN_AREA, country, Map.of()));
        }
        for (Authority authority : authorities) {
            String id = Ids.area(AreaKind.LOCAL_AUTHORITY, authority.code());
            Period life = new Period(authority.from(), authority.to());
            Map<String, Object> days = new Props().put(life).toMap();
            rows.add(new RelationshipRow(
                    id, Relationships.IN_AREA, Ids.area(AreaKind.REGION, authority.region()), days));
            if (authority.consortium() != null) {
                rows.add(new RelationshipRow(
                        id, Relationships.IN_AREA, Ids.area(AreaKind.CONSORTIUM, authority.consortium()), days));
            }
            if (authority.rscRegion() != null) {
                String region = Ids.area(AreaKind.RSC_REGION, authority.rscRegion());
                RSC_YEARS
                        .intersect(life)
                        .ifPresent(both -> rows.add(new RelationshipRow(
                                id,
                                Relationships.IN_AREA,
                                region,
                                new Props().put(both).toMap())));
            }
            for (String predecessor : authority.predecessors()) {
                rows.add(new RelationshipRow(
                        Ids.area(AreaKind.LOCAL_AUTHORITY, predecessor),
                        Relationships.SUCCEEDED_BY,
                        id,
                        new Props()
                                .put(Properties.ON, authority.from())
                                .put(Properties.KIND, "reorganised")
                                .toMap()));
            }
        }
        return rows;
    }

    /** What every relationship that holds for a while carries. */
    static Props interval(Period period, Origin origin) {
        return new Props()
                .put(period)
                .put(Properties.SOURCE, Ids.dataset(origin.source().name()));
    }

    private static NodeRow authority(Authority authority) {
        return new NodeRow(
                Ids.area(AreaKind.LOCAL_AUTHORITY, authority.code()),
                List.of(Labels.BODY, Labels.AREA, AreaKind.LOCAL_AUTHORITY.label()),
                new Props()
                        .put(Properties.NAME, authority.name())
                        .put(Properties.KIND, AreaKind.LOCAL_AUTHORITY.label())
                        .put(Properties.CODE, authority.code())
                        .put(Properties.GSS, authority.gss())
                        .put(
                                Properties.FORMALITY,
                                BodyKind.LOCAL_AUTHORITY.formality().word())
                        .put(new Period(authority.from(), authority.to()))
                        .put(Properties.EVER_OPEN, true)
                        .toMap());
    }

    /** Without a code: "west-midlands" would be taken for the region that is still there. */
    private static NodeRow rscRegion(String slug, String name) {
        return new NodeRow(
                Ids.area(AreaKind.RSC_REGION, slug),
                List.of(Labels.AREA, AreaKind.RSC_REGION.label()),
                new Props()
                        .put(Properties.NAME, name)
                        .put(Properties.KIND, AreaKind.RSC_REGION.label())
                        .put(RSC_YEARS)
                        .toMap());
    }

    private static NodeRow node(AreaKind kind, String code, String name) {
        return new NodeRow(
                Ids.area(kind, code),
                List.of(Labels.AREA, kind.label()),
                new Props()
                        .put(Properties.NAME, name)
                        .put(Properties.KIND, kind.label())
                        .put(Properties.CODE, code)
                        .put(Properties.GSS, code.matches("[EW]\\d{8}") ? code : null)
                        .toMap());
    }
}
