package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GovernanceCheckTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # life,                 state-funded, spells,                                          complaint
            2000-01-01/2010-01-01,  true,         2000-01-01/2010-01-01,                           -
            2000-01-01/2010-01-01,  true,         2005-01-01/2010-01-01 2000-01-01/2005-01-01,     -
            /,                      true,         /,                                               -
            /,                      true,         /2005-01-01 2005-01-01/,                         -
            2000-01-01/,            true,         2000-01-01/2005-01-01 2006-01-01/,               nobody
            2000-01-01/2010-01-01,  true,         2000-01-02/2010-01-01,                           nobody
            2000-01-01/2010-01-01,  true,         2000-01-01/2009-12-31,                           nobody
            2000-01-01/2010-01-01,  true,         '',                                              nobody
            2000-01-01/2010-01-01,  false,        '',                                              -
            2000-01-01/2010-01-01,  true,         2000-01-01/,                                     not open
            2000-01-01/2010-01-01,  true,         /2010-01-01,                                     not open
            2000-01-01/2010-01-01,  false,        1999-01-01/2005-01-01,                           not open
            2000-01-01/2010-01-01,  true,         2000-01-01/2005-01-02 2005-01-01/2010-01-01,     two bodies
            /,                      true,         / /,                                             two bodies
            2000-01-01/2000-01-01,  true,         '',                                              -
            2000-01-01/2000-01-01,  true,         2000-01-01/,                                     not open
            """)
    void everyDayOfALifeHasOneBody(String life, boolean stateFunded, String spells, @Nullable String complaint) {
        GovernanceCheck check = new GovernanceCheck();
        List<@Nullable LocalDate> days = days(life);
        Map<String, @Nullable Object> school = new HashMap<>();
        school.put("school", "school:1");
        school.put("everOpen", true);
        school.put("stateFunded", stateFunded);
        school.put("from", days.get(0));
        school.put("to", days.get(1));
        school.put(
                "spells",
                spells.isEmpty()
                        ? List.of()
                        : Arrays.stream(spells.split(" "))
                                .map(GovernanceCheckTest::days)
                                .toList());
        check.school(new MapRow(school));
        List<String> failures = new ArrayList<>();
        check.reportTo(failures);
        if (complaint == null) {
            assertThat(failures).isEmpty();
        } else {
            assertThat(failures).singleElement().asString().contains(complaint, "school:1");
        }
    }

    private static List<@Nullable LocalDate> days(String period) {
        return Arrays.stream(period.split("/", -1))
                .<@Nullable LocalDate>map(day -> day.isEmpty() ? null : LocalDate.parse(day))
                .toList();
    }

    private record MapRow(Map<String, @Nullable Object> values) implements Row {
        @Override
        public @Nullable Object get(int column) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable Object get(String column) {
            return values.get(column);
        }
    }
}
