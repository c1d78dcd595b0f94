package uk.middletier.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recognised file.
 *
 * @param path the file given, an archive if {@code entry} is not null
 * @param entry name inside the archive
 * @param name file name without folders and without {@code .gz}: what issues and the manifest call it
 * @param extractDate the day the extract was made
 * @param sha256 checksum of the bytes as given (of the entry, unpacked, if inside an archive), lower-case hex
 * @param charset UTF-8 or Windows-1252, found out over the whole file
 * @param separator between fields: a comma or a tab
 * @param about what a Frictionless descriptor beside it says of the data set it belongs to
 */
public record Source(
        Path path,
        @Nullable String entry,
        String name,
        SourceKind kind,
        LocalDate extractDate,
        String sha256,
        Charset charset,
        char separator,
        @Nullable About about) {

    /**
     * What a descriptor says; what it does not say is null.
     *
     * @param title of the data set
     * @param publisher titles of its sources
     * @param licence titles or names of its licences
     */
    public record About(
            String title,
            @Nullable String publisher,
            @Nullable String licence) {}

    /** What the names of made-up files begin with, so that nobody takes them for the register. */
    public static final String MADE_UP_PREFIX = "fictional-";

    private static final String PUBLISHER = "Department for Education, Get Information About Schools";
    private static final String NOT_STATED = "not stated";
    private static final String LICENCE = "Open Government Licence v3.0";

    /** A source in UTF-8. */
    public Source(
            Path path, @Nullable String entry, String name, SourceKind kind, LocalDate extractDate, String sha256) {
        this(path, entry, name, kind, extractDate, sha256, StandardCharsets.UTF_8, ',', null);
    }

    /** The same under another name. */
    Source called(String other) {
        return new Source(path, entry, other, kind, extractDate, sha256, charset, separator, about);
    }

    /** The same of another day. */
    Source of(LocalDate day) {
        return new Source(path, entry, name, kind, day, sha256, charset, separator, about);
    }

    /** Whether the file was made up by the generator. */
    public boolean madeUp() {
        return name.startsWith(MADE_UP_PREFIX);
    }

    /** Who publishes it. */
    public String publisher() {
        if (about != null && about.publisher() != null) {
            return about.publisher();
        } else if (madeUp()) {
            return "Middle Tier: made-up schools";
        }
        return switch (kind) {
            case REGISTER, LINKS, GROUPS, ALL_GROUP_LINKS, ACADEMY_GROUP_LINKS, MEMBERSHIP_HISTORY -> PUBLISHER;
            case KEY_STAGE_2, KEY_STAGE_4, SCHOOL_CENSUS -> "Department for Education, school performance tables";
            case TEACHING_SCHOOLS, TEACHING_SCHOOL_HUBS, RSC_REGIONS, AUTHORITY_TABLE, AUTHORITY_HIERARCHY ->
                "Department for Education";
            case WELSH_SCHOOLS -> "Welsh Government";
            case OVERLAY_SCHOOLS,
                    OVERLAY_PROGRAMMES,
                    OVERLAY_BODIES,
                    OVERLAY_MEMBERSHIPS,
                    OVERLAY_SUPPORT,
                    OVERLAY_DESIGNATIONS,
                    OVERLAY_OBSERVATIONS -> NOT_STATED;
        };
    }

    /** On what terms it may be used. */
    public String licence() {
        if (about != null && about.licence() != null) {
            return about.licence();
        } else if (madeUp()) {
            return "No rights reserved (CC0 1.0)";
        }
        return publisher().equals(NOT_STATED) || about != null ? NOT_STATED : LICENCE;
    }

    /** The sentence the licence asks for, or what is known in its place. */
    public String attribution() {
        if (madeUp()) {
            return kind.ofRegister()
                    ? "Made-up schools in the shape of the register, by Middle Tier."
                    : "Made-up schools and bodies, by Middle Tier.";
        } else if (licence().equals(LICENCE)) {
            return "Contains public sector information licensed under the " + LICENCE + ". Source: " + publisher()
                    + ".";
        }
        return (about == null ? name : about.title()) + ". Source: " + publisher() + ". Licence: " + licence() + ".";
    }
}
