package uk.middletier.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReaderTest {
    private static SavedQuery read(String text) {
        return new HeaderReader("some-query", text, "a folder").read();
    }

    @Test
    void titleAloneIsEnough() {
        SavedQuery query = read("// Schools\nMATCH (s:School) RETURN count(s) AS schools;\n");
        assertThat(query.title()).isEqualTo("Schools");
        assertThat(query.description()).isEmpty();
        assertThat(query.parameters()).isEmpty();
        assertThat(query.statement()).isEqualTo("MATCH (s:School) RETURN count(s) AS schools");
    }

    @Test
    void everythingAHeaderMaySay() {
        SavedQuery query = read("""
                // Trusts that run schools in more than one region
                // Size and reach of every trust
                // open on a date.
                //
                // @tags    trusts, geography
                // @param   asOf        date     = release   the day
                // @param   minRegions  integer  = 2  min 1  max 9  regions at least
                // @param   share       decimal? min 0.5 a share
                // @param   phase       enum(Primary|Middle deemed primary)?   only this phase
                // @param   type        enum?  only this type
                // @options type        MATCH (s:School) RETURN DISTINCT s.type AS value
                // @param   school      id(School|Body)  the school
                // @example school      137000
                // @param   words       list(string) = "two words"
                // @returns trust string, schools integer, share decimal?, ids list(string)
                // @source  Woods et al. 2014
                // @expect  rows > 0
                // @expect  unique trust, schools
                // @expect  not null trust
                // a remark
                WITH $asOf AS a, $minRegions AS b, $share AS c, $phase AS d, $type AS e, $school AS f, $words AS g
                RETURN '$notOne' AS trust, 1 AS schools, 1.0 AS share, [] AS ids // $norThis
                """);
        assertThat(query.description()).isEqualTo("Size and reach of every trust open on a date. a remark");
        assertThat(query.tags()).containsExactly("trusts", "geography");
        assertThat(query.source()).isEqualTo("Woods et al. 2014");
        assertThat(query.parameters())
                .containsExactly(
                        new QueryParameter("asOf", new ValueType.Day(), false, "release", null, "the day"),
                        new QueryParameter(
                                "minRegions", new ValueType.Whole(1L, 9L), false, "2", null, "regions at least"),
                        new QueryParameter("share", new ValueType.Decimal(0.5, null), true, null, null, "a share"),
                        new QueryParameter(
                                "phase",
                                new ValueType.Choice(List.of("Primary", "Middle deemed primary")),
                                true,
                                null,
                                null,
                                "only this phase"),
                        new QueryParameter(
                                "type",
                                new ValueType.Options("MATCH (s:School) RETURN DISTINCT s.type AS value"),
                                true,
                                null,
                                null,
                                "only this type"),
                        new QueryParameter(
                                "school",
                                new ValueType.Id(Set.of("School", "Body")),
                                false,
                                null,
                                "137000",
                                "the school"),
                        new QueryParameter(
                                "words", new ValueType.Several(new ValueType.Text()), false, "two words", null, ""));
        assertThat(query.findParameter("school").orElseThrow().required()).isTrue();
        assertThat(query.returns())
                .containsExactly(
                        new QueryColumn("trust", "string", false),
                        new QueryColumn("schools", "integer", false),
                        new QueryColumn("share", "decimal", true),
                        new QueryColumn("ids", "list(string)", false));
        assertThat(query.expectations())
                .containsExactly(
                        new Expectation.RowCount("rows > 0", ">", 0),
                        new Expectation.Unique("unique trust, schools", List.of("trust", "schools")),
                        new Expectation.Present("not null trust", List.of("trust")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RETURN 1|1|must begin with a line",
                "// t;// @parm x string;RETURN 1|2|there is no @parm; there are @tags, @param",
                "// t;// @param x text;RETURN $x|2|no type of a parameter; there are string, integer",
                "// t;// @param limit integer;RETURN $limit|2|cannot be called limit",
                "// t;// @param x integer = 1;RETURN 1|3|declared, but the statement has no $x",
                "// t;RETURN $y|2|uses $y, but no line declares it",
                "// t;// @param x integer min a;RETURN $x|2|no whole number",
                "// t;// @param x enum(a|2|is not closed",
                "// t;// @param x enum;RETURN $x|2|enum needs its words",
                "// t;// @options z RETURN 1 AS value;RETURN 1|2|which no @param declares",
                "// t;// @returns a text;RETURN 1 AS a|2|is no column: it takes a name and a type",
                "// t;// @expect many rows;RETURN 1|2|is nothing to expect",
                "// t;// @tags|2|@tags says nothing",
                "// t|1|no statement follows",
            })
    void whatIsWrongIsToldWithItsLine(String text, int line, String message) {
        assertThatThrownBy(() -> read(text.replace(';', '\n')))
                .isInstanceOfSatisfying(
                        QueryProblem.class,
                        problem -> assertThat(problem.line()).isEqualTo(line))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"Upper", "under_score", "-dash", "a--b", "'a b'"})
    void aNameIsAnAddress(String name) {
        assertThatThrownBy(() -> new HeaderReader(name, "// t\nRETURN 1", "").read())
                .hasMessageContaining("cannot be an address");
    }
}
