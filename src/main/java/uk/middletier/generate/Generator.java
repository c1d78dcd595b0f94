package uk.middletier.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import uk.middletier.dataset.Source;

/**
 * Writes the five register-shaped files. Every authority's schools are the same for one seed, scale and extract date
 * whichever areas are asked for; trusts are formed among the schools of those areas only.
 */
public final class Generator {
    private final Authorities authorities = new Authorities();
    private final Nation nation;
    private final Set<String> selected;

    /** Throws {@link IllegalArgumentException} for an unknown area, naming it and those there are. */
    public Generator(GenerateOptions options) {
        selected = authorities.select(options.areas());
        nation = new Nation(options, authorities.settings());
    }

    /** Writes into the folder, which is made when missing; files of the same names are replaced. */
    public GeneratedFiles writeTo(Path folder) throws IOException {
        List<Locality> everywhere = nation.settings.stream()
                .map(setting -> History.of(setting, nation))
                .toList();
        Numbers.assign(everywhere);
        List<School> schools = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        for (Locality locality : everywhere) {
            if (selected.contains(locality.setting.authority().code())) {
                schools.addAll(locality.schools);
                links.addAll(locality.links);
                groups.addAll(Federations.of(locality));
                groups.addAll(OtherGroups.of(locality));
            }
        }
        schools.sort(Comparator.comparingLong(school -> school.urn));
        Trusts trusts = new Trusts(nation);
        trusts.live(schools);
        groups.addAll(trusts.groups());
        List<Group> numbered = GroupsFile.number(groups);

        Files.createDirectories(folder);
        MembershipFiles membership = new MembershipFiles(nation, authorities);
        return new GeneratedFiles(
                new RegisterFile(nation, authorities).write(folder.resolve(name("edubasealldata")), schools),
                LinksFile.write(folder.resolve(name("links_edubasealldata")), links),
                GroupsFile.write(folder.resolve(name("allgroupsdata")), numbered, nation),
                membership.writeSnapshot(folder.resolve(name("alllinksdata")), schools),
                membership.writeHistory(folder.resolve(name("academiesmatmembership")), trusts.spells()));
    }

    /** As the register names it, with a word before that keeps it from being taken for the register. */
    private String name(String download) {
        return Source.MADE_UP_PREFIX + download + nation.extractDate.format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv";
    }
}
