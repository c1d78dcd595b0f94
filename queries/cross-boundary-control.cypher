// How far schools are run from elsewhere
// A row for each authority with schools in known trusts on the day: those schools (URNs), those whose trust has more
// open schools outside the authority than in it, and their share: the measure crossBoundaryShare.
//
// @tags    boundaries, authorities, fragmentation
// @param   asOf  date  = release  the day
// @returns authorityId string, authority string, trustSchools integer, trusts integer, fromElsewhere integer
// @returns crossBoundaryShare decimal
// @expect  rows > 0
// @expect  unique authorityId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH trust, la, count(s) AS inside
WITH trust, sum(inside) AS size, collect({la: la, inside: inside}) AS places
UNWIND places AS place
WITH place.la AS la, sum(place.inside) AS trustSchools, count(trust) AS trusts,
     sum(CASE WHEN size - place.inside > place.inside THEN place.inside ELSE 0 END) AS fromElsewhere
RETURN la.id AS authorityId, la.name AS authority, trustSchools, trusts, fromElsewhere,
       toFloat(fromElsewhere) / trustSchools AS crossBoundaryShare
ORDER BY crossBoundaryShare DESC, authorityId
