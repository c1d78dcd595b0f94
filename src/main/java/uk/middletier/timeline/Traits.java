package uk.middletier.timeline;

import java.util.Locale;
import uk.middletier.model.Formality;
import uk.middletier.model.SchoolGroup;
import uk.middletier.model.Sector;

/**
 * What there is to know of a school while it stays where it is and under whom it is, in the bits of one number: a sweep
 * reads it once per change.
 */
@SuppressWarnings("EnumOrdinal") // bits in memory, never stored
public final class Traits {
    private static final int PHASE_BITS = 6;
    private static final int GROUP_SHIFT = PHASE_BITS;
    private static final int SECTOR_SHIFT = GROUP_SHIFT + 4;
    private static final int SETTING_SHIFT = SECTOR_SHIFT + 3;
    private static final int CATEGORY_SHIFT = SETTING_SHIFT + 2;
    private static final int TAUGHT_SHIFT = CATEGORY_SHIFT + 3;
    private static final int FORMALITY_SHIFT = TAUGHT_SHIFT + 2;
    private static final int FEDERATED_SHIFT = FORMALITY_SHIFT + 4;
    private static final int MEMBER_SHIFT = FEDERATED_SHIFT + 1;
    private static final int INSIDE_SHIFT = MEMBER_SHIFT + 1;

    /** As many phases as there is room for. */
    static final int MOST_PHASES = 1 << PHASE_BITS;

    static final int FEDERATED = 1 << FEDERATED_SHIFT;
    /** In the area the question stays within. */
    static final int INSIDE = 1 << INSIDE_SHIFT;

    /** In a body besides being governed. */
    static final int MEMBER = 1 << MEMBER_SHIFT;

    private static final SchoolGroup[] GROUPS = SchoolGroup.values();
    private static final Sector[] SECTORS = Sector.values();
    private static final Taught[] TAUGHT = Taught.values();
    private static final Category[] CATEGORIES = Category.values();
    private static final Setting[] SETTINGS = Setting.values();

    /** Mainstream, special or alternative provision, by the words of the type. */
    public enum Setting {
        MAINSTREAM,
        SPECIAL,
        ALTERNATIVE_PROVISION;

        static Setting of(String type) {
            String lower = type.toLowerCase(Locale.ROOT);
            if (lower.contains("special")) {
                return SPECIAL;
            }
            return lower.contains("alternative provision") || lower.contains("pupil referral unit")
                    ? ALTERNATIVE_PROVISION
                    : MAINSTREAM;
        }
    }

    /** The types people ask for by name, special schools and nurseries among the maintained ones apart. */
    public enum Category {
        OTHER,
        COMMUNITY,
        VOLUNTARY_AIDED,
        VOLUNTARY_CONTROLLED,
        FOUNDATION,
        NURSERY,
        CONVERTER,
        SPONSOR_LED;

        static Category of(String type) {
            return switch (type) {
                case "Community school" -> COMMUNITY;
                case "Voluntary aided school" -> VOLUNTARY_AIDED;
                case "Voluntary controlled school" -> VOLUNTARY_CONTROLLED;
                case "Foundation school" -> FOUNDATION;
                case "Local authority nursery school" -> NURSERY;
                default ->
                    !type.startsWith("Academy")
                            ? OTHER
                            : type.endsWith("converter")
                                    ? CONVERTER
                                    : type.endsWith("sponsor led") ? SPONSOR_LED : OTHER;
            };
        }
    }

    /** Whether primary or secondary pupils are taught, by the register's phase: middle schools are what they are deemed. */
    public enum Taught {
        NEITHER,
        PRIMARY,
        SECONDARY,
        BOTH;

        static Taught of(String phase) {
            return switch (phase) {
                case "Primary", "Middle deemed primary" -> PRIMARY;
                case "Secondary", "Middle deemed secondary" -> SECONDARY;
                case "All-through" -> BOTH;
                default -> NEITHER;
            };
        }

        public boolean primary() {
            return this == PRIMARY || this == BOTH;
        }

        public boolean secondary() {
            return this == SECONDARY || this == BOTH;
        }
    }

    private Traits() {}

    /** What a school is all its life. */
    static int ofSchool(int phase, Taught taught, SchoolGroup group, String type) {
        return phase
                | group.ordinal() << GROUP_SHIFT
                | Setting.of(type).ordinal() << SETTING_SHIFT
                | Category.of(type).ordinal() << CATEGORY_SHIFT
                | taught.ordinal() << TAUGHT_SHIFT;
    }

    static int ofSector(Sector sector) {
        return sector.ordinal() << SECTOR_SHIFT;
    }

    static int ofFormality(Formality formality) {
        return 1 << (FORMALITY_SHIFT + formality.ordinal());
    }

    /** Place of the phase among the words of {@link Schools#phaseWords()}. */
    public static int phase(int traits) {
        return traits & (1 << PHASE_BITS) - 1;
    }

    public static SchoolGroup group(int traits) {
        return GROUPS[traits >>> GROUP_SHIFT & 0b1111];
    }

    public static Sector sector(int traits) {
        return SECTORS[traits >>> SECTOR_SHIFT & 0b111];
    }

    public static Setting setting(int traits) {
        return SETTINGS[traits >>> SETTING_SHIFT & 0b11];
    }

    public static Category category(int traits) {
        return CATEGORIES[traits >>> CATEGORY_SHIFT & 0b111];
    }

    public static Taught taught(int traits) {
        return TAUGHT[traits >>> TAUGHT_SHIFT & 0b11];
    }

    public static boolean federated(int traits) {
        return (traits & FEDERATED) != 0;
    }

    /** Whether it is a member of a body of that formality besides being governed. */
    public static boolean member(int traits, Formality formality) {
        return (traits & ofFormality(formality)) != 0;
    }

    /** Whether it is a member of any body besides being governed. */
    public static boolean member(int traits) {
        return (traits & MEMBER) != 0;
    }

    static boolean inside(int traits) {
        return (traits & INSIDE) != 0;
    }
}
