// Trusts that run schools in more than one authority
// A row for each trust whose open schools (URNs) lay in so many local authorities on the day: the authority with most
// of them, the share outside it, and the other authorities. Where two authorities have as many, the home is the first
// by id.
//
// @tags    trusts, geography, boundaries
// @param   asOf            date     = release  the day
// @param   minAuthorities  integer  = 2  min 2  authorities at least
// @returns trustId string, trust string, schools integer, authorities integer, homeId string, home string
// @returns shareOutside decimal, elsewhere list(string)
// @expect  rows > 0
// @expect  unique trustId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH trust, la, count(s) AS held
ORDER BY held DESC, la.id
WITH trust, sum(held) AS schools, collect(la) AS places, collect(held) AS held
WHERE size(places) >= $minAuthorities
RETURN trust.id AS trustId, trust.name AS trust, schools, size(places) AS authorities, places[0].id AS homeId,
       places[0].name AS home, toFloat(schools - held[0]) / schools AS shareOutside,
       [la IN places[1..] | la.name] AS elsewhere
ORDER BY authorities DESC, schools DESC, trustId
