// How far apart the schools of each trust lie
// A row for each trust of so many open schools (URNs) on the day: the greatest distance of two of them and the schools
// more than 30 km from the nearest sister. As the crow flies, on a sphere of 6371.0088 km; schools whose place is not
// known are left out, so are trusts with fewer than two known places.
//
// @tags    trusts, geography, isolated
// @param   asOf        date     = release  the day
// @param   minSchools  integer  = 5  min 2  schools at least
// @param   km          decimal  = 30  min 0  how far is far
// @returns trustId string, trust string, schools integer, maxPairKm decimal, isolatedSchools integer
// @expect  rows > 0
// @expect  unique trustId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH trust, count(s) AS schools, collect(s.location) AS places
WHERE schools >= $minSchools AND size(places) >= 2
UNWIND range(0, size(places) - 1) AS one
WITH trust, schools, places, one, places[one] AS place
UNWIND range(0, size(places) - 1) AS other
WITH trust, schools, one, place, places[other] AS sister, other
WHERE one <> other
// Neo4j measures on a sphere of 6378.140 km
WITH trust, schools, one, max(point.distance(place, sister)) / 1000 * (6371.0088 / 6378.140) AS farthest,
     min(point.distance(place, sister)) / 1000 * (6371.0088 / 6378.140) AS nearest
RETURN trust.id AS trustId, trust.name AS trust, schools, max(farthest) AS maxPairKm,
       count(CASE WHEN nearest > $km THEN 1 END) AS isolatedSchools
ORDER BY maxPairKm DESC, trustId
