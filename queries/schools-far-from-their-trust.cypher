// Schools far from the next school of their trust
// A row for each open school (URN) whose nearest sister school in its trust is more than so many kilometres away, the
// farthest first. As the crow flies, on a sphere of 6371.0088 km. Only trusts of two or more schools with a known
// place.
//
// @tags    trusts, geography, isolated
// @param   asOf  date     = release  the day
// @param   km    decimal  = 30  min 0  how far is far
// @returns urn integer, school string, phase string?, authorityId string, authority string, trustId string
// @returns trust string, trustSchools integer, nearestKm decimal
// @expect  unique urn
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust'] AND s.location IS NOT NULL
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH trust, collect(s) AS run, collect(s.location) AS places
WHERE size(run) >= 2
UNWIND range(0, size(run) - 1) AS one
WITH trust, run[one] AS s, size(run) AS trustSchools, places[one] AS place,
     places[..one] + places[one + 1..] AS sisters
UNWIND sisters AS sister
// Neo4j measures on a sphere of 6378.140 km
WITH trust, s, trustSchools, min(point.distance(place, sister)) / 1000 * (6371.0088 / 6378.140) AS nearestKm
WHERE nearestKm > $km
MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
RETURN s.urn AS urn, s.name AS school, s.phase AS phase, la.id AS authorityId, la.name AS authority,
       trust.id AS trustId, trust.name AS trust, trustSchools, nearestKm
ORDER BY nearestKm DESC, urn
