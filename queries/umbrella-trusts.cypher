// Umbrella trusts and the trusts under them
// A row for each umbrella trust that stood open on the day: academy trusts under it and their open schools (URNs). The
// register lists umbrella trusts, but which trusts are under them only in the file of group links: without it all are
// 0.
//
// @tags    trusts, umbrella trusts
// @param   asOf  date  = release  the day
// @returns umbrellaId string, umbrella string, since date?, trusts integer, schools integer, trustNames list(string)
// @source  Hill et al. 2012
// @expect  unique umbrellaId
MATCH (umbrella:UmbrellaTrust)
WHERE umbrella.everOpen AND (umbrella.from IS NULL OR umbrella.from <= $asOf)
  AND (umbrella.to IS NULL OR $asOf < umbrella.to)
OPTIONAL MATCH (umbrella)<-[u:UNDER]-(trust:Body)
WHERE (u.from IS NULL OR u.from <= $asOf) AND (u.to IS NULL OR $asOf < u.to)
WITH DISTINCT umbrella, trust
ORDER BY trust.id
WITH umbrella, trust,
     COUNT { (trust)<-[g:GOVERNED_BY]-(:School)
       WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to) } AS run
RETURN umbrella.id AS umbrellaId, umbrella.name AS umbrella, umbrella.from AS since, count(trust) AS trusts,
       sum(run) AS schools, collect(trust.name) AS trustNames
ORDER BY schools DESC, trusts DESC, umbrellaId
