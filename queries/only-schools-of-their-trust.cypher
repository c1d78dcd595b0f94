// The only school of its trust in an authority
// A row for each open school (URN) of a trust of two or more that has no sister school in the same local authority on
// the day: the trust, its size, and the authority where it has most schools (the first by id of several).
//
// @tags    isolated, trusts, boundaries
// @param   asOf       date                = release  the day
// @param   authority  id(LocalAuthority)?           only schools in this authority
// @returns urn integer, school string, phase string?, authorityId string, authority string, trustId string
// @returns trust string, trustSchools integer, homeId string, home string
// @expect  rows > 0
// @expect  unique urn
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH trust, la, collect(s) AS there
ORDER BY size(there) DESC, la.id
WITH trust, sum(size(there)) AS trustSchools, collect({la: la, there: there}) AS places
WHERE trustSchools >= 2
UNWIND places AS place
WITH trust, trustSchools, places[0].la AS home, place.la AS la, place.there AS there
WHERE size(there) = 1 AND ($authority IS NULL OR la.id = $authority)
WITH trust, trustSchools, home, la, there[0] AS s
RETURN s.urn AS urn, s.name AS school, s.phase AS phase, la.id AS authorityId, la.name AS authority,
       trust.id AS trustId, trust.name AS trust, trustSchools, home.id AS homeId, home.name AS home
ORDER BY authority, authorityId, urn
