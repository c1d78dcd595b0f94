// Schools that changed trust more than once
// A row for each lineage (a school across its URNs) that went from one trust to another so many times: the trusts in
// order and the days of the moves. Moves between trusts of one company number do not count, nor does the time of which
// no source names the trust. The URN and the name are those of the latest record.
//
// @tags    transfers, lineage, schools
// @param   asOf      date     = release  moves up to this day
// @param   minMoves  integer  = 2  min 1  moves at least
// @returns lineage string, urn integer, school string, moves integer, trusts list(string), days list(date)
// @expect  unique lineage
MATCH (s:School)-[g:GOVERNED_BY]->(trust:Body)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust'] AND g.from <= $asOf
WITH s, g, trust
ORDER BY g.from, s.urn
WITH s.lineage AS lineage, collect({s: s, g: g, trust: trust}) AS spells
WHERE size(spells) > $minMoves
WITH lineage, spells, [k IN range(1, size(spells) - 1)
  WHERE coalesce(spells[k].trust.companiesHouse, spells[k].trust.id)
    <> coalesce(spells[k - 1].trust.companiesHouse, spells[k - 1].trust.id)] AS moves
WHERE size(moves) >= $minMoves
WITH lineage, spells, moves, spells[-1].s AS latest
RETURN lineage, latest.urn AS urn, latest.name AS school, size(moves) AS moves,
       [spells[0].trust.name] + [k IN moves | spells[k].trust.name] AS trusts, [k IN moves | spells[k].g.from] AS days
ORDER BY moves DESC, urn
