package uk.middletier.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.middletier.dataset.Authority;
import uk.middletier.dataset.SchoolRecord;
import uk.middletier.issue.IssueCode;
import uk.middletier.issue.Issues;
import uk.middletier.model.AreaKind;
import uk.middletier.model.Basis;
import uk.middletier.model.Ids;
import uk.middletier.model.Period;

/**
 * Which authority a school lay in, day by day. The register names the authority now and, for schools that went through
 * a reorganisation, the one before; when each began and ended is known, so the school's days are shared out.
 */
final class AuthoritySpells {
    /** The register's codes for places outside England and Wales, and for none. */
    private static final Set<String> ABROAD = Set.of("000", "701", "702", "703", "704", "705", "706", "707", "708");

    private final Map<String, Authority> authorities = new HashMap<>();
    private final Issues issues;

    AuthoritySpells(List<Authority> authorities, Issues issues) {
        authorities.forEach(authority -> this.authorities.put(authority.code(), authority));
        this.issues = issues;
    }

    /** The spells of one school, in order, filling its life; none if it lies outside England and Wales. */
    List<Spell> of(SchoolRecord school, Life life) {
        Authority now = authorities.get(school.laCode() == null ? "" : school.laCode());
        if (now == null) {
            report(school);
            return List.of();
        }
        List<Spell> spells = new ArrayList<>(2);
        LocalDate until = life.period().to();
        Authority authority = now;
        String recorded = school.previousLaCode();
        while (true) {
            LocalDate begun = authority.from();
            Optional<Authority> before = before(authority, recorded);
            boolean earlier =
                    begun != null && before.isPresent() && life.period().overlaps(new Period(null, begun));
            LocalDate from = earlier ? begun : life.period().from();
            Period days = new Period(from, until);
            if (!days.isEmpty()) {
                spells.add(new Spell(
                        Ids.area(AreaKind.LOCAL_AUTHORITY, authority.code()),
                        days,
                        earlier || life.fromKnown(),
                        null,
                        null,
                        Basis.ESTABLISHMENT_TYPE,
                        school.origin()));
            }
            if (!earlier) {
                break;
            }
            until = until == null || until.isAfter(begun) ? begun : until;
            authority = before.orElseThrow();
            recorded = null;
        }
        Collections.reverse(spells);
        return spells;
    }

    /** The recorded authority before, if it gave way to this one; else this one's only predecessor. */
    private Optional<Authority> before(Authority authority, @Nullable String recorded) {
        Authority named = recorded == null ? null : authorities.get(recorded);
        if (named != null && authority.from() != null && authority.from().equals(named.to())) {
            return Optional.of(named);
        }
        List<Authority> predecessors = authority.predecessors().stream()
                .map(authorities::get)
                .filter(other ->
                        other != null && other.to() != null && other.to().equals(authority.from()))
                .toList();
        return predecessors.size() == 1 ? Optional.of(predecessors.get(0)) : Optional.empty();
    }

    private void report(SchoolRecord school) {
        String code = school.laCode();
        boolean abroad = code == null || ABROAD.contains(code);
        issues.add(
                abroad ? IssueCode.AUTHORITY_ABROAD : IssueCode.AUTHORITY_UNKNOWN,
                school.origin().source().name(),
                school.origin().line(),
                Ids.school(school.urn()),
                code == null ? "no local authority" : code + " " + school.laName(),
                "school kept, in no authority");
    }
}
