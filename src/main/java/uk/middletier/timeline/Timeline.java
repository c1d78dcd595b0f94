package uk.middletier.timeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import uk.middletier.cypher.Statement;
import uk.middletier.cypher.TimelineStatements;
import uk.middletier.graph.RowSource;
import uk.middletier.model.Formality;
import uk.middletier.model.Sector;

/**
 * Every school, body, area and interval of a release in flat arrays, read once when it is opened. Questions about one
 * day and about many are answered from it by a {@link Sweep}, without a query. Immutable, for use by many threads.
 */
public final class Timeline {
    /** Sixteen bytes each; counted twice, because all areas taken for one are kept with them. */
    private static final long LEAST_CHANGES_KEPT = 6_000_000;

    private final Schools schools;
    private final Tier tier;
    private final Spells governance;
    private final Spells authorities;
    private final Spells memberships;
    private final Spells sponsorships;
    private final Spells dioceses;
    private final Overlay overlay;
    private final AreaWays ways;
    private final List<Succession> successions;
    private final List<Renaming> renamings;
    private final List<String> datasets;
    private final LocalDate firstDate;
    private final LocalDate extractDate;
    private final int[] traits;
    private final @Nullable Formality[] formalities;
    private final TrustCounts trustCounts;
    /** Those asked for of late; to make one takes ten times as long as to sweep over it. */
    private final Cache<Grouping, Placement> placements;
    /** Made when it is first asked for: not every release is asked what happened. */
    private final Object ledgerLock = new Object();

    private volatile @Nullable Ledger ledger;

    Timeline(
            Schools schools,
            Tier tier,
            Spells governance,
            Spells authorities,
            Spells memberships,
            Spells sponsorships,
            Spells dioceses,
            Overlay overlay,
            AreaWays ways,
            List<Succession> successions,
            List<Renaming> renamings,
            List<String> datasets,
            LocalDate firstDate,
            LocalDate extractDate) {
        this.schools = schools;
        this.tier = tier;
        this.governance = governance;
        this.authorities = authorities;
        this.memberships = memberships;
        this.sponsorships = sponsorships;
        this.dioceses = dioceses;
        this.overlay = overlay;
        this.ways = ways;
        this.successions = List.copyOf(successions);
        this.renamings = List.copyOf(renamings);
        this.datasets = List.copyOf(datasets);
        this.firstDate = firstDate;
        this.extractDate = extractDate;
        this.traits = new int[schools.size()];
        for (int school = 0; school < traits.length; school++) {
            traits[school] = Traits.ofSchool(
                    schools.phase(school), schools.taught(school), schools.group(school), schools.type(school));
        }
        this.formalities = new Formality[tier.size()];
        for (int unit = 0; unit < formalities.length; unit++) {
            formalities[unit] = Formality.find(tier.formality(unit)).orElse(null);
        }
        this.trustCounts = TrustCounts.of(this);
        this.placements = Caffeine.newBuilder()
                .maximumWeight(Math.max(LEAST_CHANGES_KEPT, 8L * governance.size()))
                .weigher((Grouping grouping, Placement placement) -> 2 * placement.changes())
                .build();
    }

    /**
     * Reads the timeline of an open release.
     *
     * @param firstDate the first day the record says something about
     * @param extractDate the day of the register's extract
     * @param timeout how long all the reading may take
     * @throws uk.middletier.graph.GraphException a read failed
     */
    public static Timeline read(RowSource rows, LocalDate firstDate, LocalDate extractDate, Duration timeout) {
        return new TimelineReader(rows, timeout).read(firstDate, extractDate);
    }

    /** What it is read with. */
    public static List<Statement> statements() {
        return List.of(
                TimelineStatements.SCHOOLS,
                TimelineStatements.TIER,
                TimelineStatements.AREA_SPELLS,
                TimelineStatements.AREA_LINKS,
                TimelineStatements.SUCCESSIONS,
                TimelineStatements.RENAMINGS,
                TimelineStatements.OVERLAY);
    }

    public Schools schools() {
        return schools;
    }

    /** Bodies and areas. */
    public Tier tier() {
        return tier;
    }

    /** Which authority or trust governed a school. */
    public Spells governance() {
        return governance;
    }

    /** Which authority a school lay in. */
    public Spells authorities() {
        return authorities;
    }

    /** Which federations and other bodies a school was a member of. */
    public Spells memberships() {
        return memberships;
    }

    public Spells sponsorships() {
        return sponsorships;
    }

    /** Which diocese a school belonged to. */
    public Spells dioceses() {
        return dioceses;
    }

    /** What no register holds. */
    public Overlay overlay() {
        return overlay;
    }

    /** Which school took another's place. */
    public List<Succession> successions() {
        return successions;
    }

    /** Which schools and bodies changed their names. */
    public List<Renaming> renamings() {
        return renamings;
    }

    /** Ids of the datasets, for {@link Spells#source}. */
    List<String> datasets() {
        return datasets;
    }

    /** The first day the record says something about. */
    public LocalDate firstDate() {
        return firstDate;
    }

    /** The last day it says something about. */
    public LocalDate extractDate() {
        return extractDate;
    }

    AreaWays ways() {
        return ways;
    }

    int traits(int school) {
        return traits[school];
    }

    /** How binding a body is, if the source says it in a word of the model. */
    @Nullable
    Formality formality(int unit) {
        return formalities[unit];
    }

    /** How many schools every trust ran, day by day. */
    TrustCounts trustCounts() {
        return trustCounts;
    }

    /** Whether a school is state-funded and one of those a filter lets through. */
    public IntPredicate counted(Filter filter) {
        Filter.Test test = filter.test(schools);
        return school -> schools.group(school).stateFunded() && test.counts(traits[school] | Traits.INSIDE);
    }

    /** Who governed a school on a day, by its place in the tier; −1 if nobody is known to. */
    public int governor(int school, int day) {
        for (int spell = governance.begin(school); spell < governance.end(school); spell++) {
            if (governance.from(spell) <= day && day < governance.to(spell)) {
                return governance.target(spell);
            }
        }
        return -1;
    }

    /** Who ran a school on a day. */
    public Sector sector(int school, int day) {
        int governor = governor(school, day);
        return governor < 0 ? Sector.OTHER : PlacementBuilder.sector(this, school, governor);
    }

    /** Schools in areas and bodies, computed once when many ask. */
    public Placement placement(Grouping grouping) {
        return placements.get(grouping, this::build);
    }

    /** All that happened; made once, however many ask at once. */
    public Ledger ledger() {
        Ledger made = ledger;
        if (made == null) {
            synchronized (ledgerLock) {
                made = ledger;
                if (made == null) {
                    made = Ledger.of(this);
                    ledger = made;
                }
            }
        }
        return made;
    }

    private Placement build(Grouping grouping) {
        return new PlacementBuilder(this, grouping).build();
    }
}
