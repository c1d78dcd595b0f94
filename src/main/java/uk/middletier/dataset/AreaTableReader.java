package uk.middletier.dataset;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;

/**
 * Rows of the department's tables of areas, held against those that come with the program; nothing is taken from them.
 * Names are compared by their words: "Bristol City of" is "Bristol, City of".
 */
final class AreaTableReader implements Consumer<Row> {
    private static final Set<String> SMALL = Set.of("and", "of", "the", "city", "county", "upon", "on");

    /** Abolished authorities stand in the register as "Pre LGR (2019) Poole". */
    private static final Pattern FORMER = Pattern.compile("^pre-lgr-\\d{4}-");

    private final SourceKind kind;
    private final Authorities authorities = new Authorities();
    private @Nullable Map<String, Authority> byName;
    private int agreed;

    AreaTableReader(SourceKind kind) {
        this.kind = kind;
    }

    /** How many rows say what is built in. */
    int agreed() {
        return agreed;
    }

    @Override
    public void accept(Row row) {
        boolean same = kind == SourceKind.RSC_REGIONS ? commissioner(row) : authority(row);
        if (same) {
            agreed++;
        }
    }

    private boolean commissioner(Row row) {
        String name = row.raw("Local Authority");
        Authority authority = byName(row).get(words(name));
        if (authority == null) {
            return differs(row, name, "no authority of that name is built in");
        }
        row.about("la:" + authority.code());
        String region = Ids.slug(row.raw("RSC").replace("&", "and"));
        return same(row, "commissioner's region", region, authority.rscRegion());
    }

    /** Those that were there on the file's day: names come again after a reorganisation. */
    private Map<String, Authority> byName(Row row) {
        Map<String, Authority> all = byName;
        if (all == null) {
            all = new TreeMap<>();
            for (Authority authority : authorities.listAll()) {
                Period life = new Period(authority.from(), authority.to());
                if (life.contains(row.origin().source().extractDate())) {
                    all.put(words(authority.name()), authority);
                }
            }
            byName = all;
        }
        return all;
    }

    private boolean authority(Row row) {
        String code = row.raw("old_la_code");
        String name = row.raw("la_name");
        if (!code.matches("\\d{3}")) {
            // Two-tier areas and codes of the statistics office alone: no education duties, no number.
            return true;
        }
        Optional<Authority> found = authorities.find(code);
        if (found.isEmpty()) {
            return differs(row, code + " " + name, "no authority of that number is built in");
        }
        Authority authority = found.get();
        row.about("la:" + code);
        boolean same = same(row, "name", words(name), words(authority.name()));
        String region = row.raw(kind == SourceKind.AUTHORITY_TABLE ? "parent_geography_code" : "region_code");
        if (!region.isEmpty()) {
            same &= same(row, "region", region, authority.region());
        }
        if (row.raw("status").equals("live")) {
            same &= same(row, "GSS code", row.raw("new_la_code"), authority.gss());
        }
        return same;
    }

    private static boolean same(Row row, String what, String given, @Nullable String builtIn) {
        return given.equals(builtIn) || differs(row, what + " '" + given + "'", "built in is '" + builtIn + "'");
    }

    private static boolean differs(Row row, String found, String done) {
        row.issue(IssueCode.BUILT_IN_DIFFERS, found, done + "; what is built in stands");
        return false;
    }

    private static String words(String name) {
        return Arrays.stream(FORMER.matcher(Ids.slug(name)).replaceFirst("").split("-"))
                .filter(word -> !SMALL.contains(word))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
