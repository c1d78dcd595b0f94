package uk.middletier.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trust, federation, sponsor or other group of the groups file. */
final class Group {
    /** The register's group types. */
    enum Kind {
        FEDERATION("01", "Federation", ""),
        FOUNDATION_TRUST("02", "Trust", ""),
        SPONSOR("05", "School sponsor", "SP"),
        MULTI_ACADEMY_TRUST("06", "Multi-academy trust", "TR"),
        UMBRELLA_TRUST("07", "Umbrella trust", "UT"),
        CHILDRENS_CENTRES_GROUP("08", "Children's Centres Group", ""),
        CHILDRENS_CENTRES_COLLABORATION("09", "Children's Centres Collaboration", ""),
        SINGLE_ACADEMY_TRUST("10", "Single-academy trust", "TR");

        final String code;
        final String title;
        /** How its group ids begin, or empty when it has none. */
        final String prefix;

        Kind(String code, String title, String prefix) {
            this.code = code;
            this.title = title;
            this.prefix = prefix;
        }
    }

    Kind kind;
    String name;
    /** A sponsor's chain that takes schools anywhere in the country. */
    boolean national;

    final Setting home;
    final Place place;
    final Faith faith;
    /** First day, or {@code null} where only the placeholder of 1902 is written. */
    final @Nullable LocalDate opened;

    @Nullable
    LocalDate closed;

    boolean createdInError;
    /** Academies in it just now. */
    final List<School> members = new ArrayList<>(2);

    @Nullable
    Group sponsor;

    int uid;
    String id = "";

    Group(Kind kind, String name, Setting home, Place place, Faith faith, @Nullable LocalDate opened) {
        this.kind = kind;
        this.name = name;
        this.home = home;
        this.place = place;
        this.faith = faith;
        this.opened = opened;
    }

    boolean academyTrust() {
        return kind == Kind.MULTI_ACADEMY_TRUST || kind == Kind.SINGLE_ACADEMY_TRUST;
    }
}
