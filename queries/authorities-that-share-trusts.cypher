// Authorities whose schools the same trusts run
// A row for each pair of authorities with a trust at work in both on the day, the closest first: trusts in both, in
// each, and the share of all their trusts that both have (Jaccard). A trust of one school in each counts as much as
// one of fifty.
//
// @tags    overlap, boundaries, authorities
// @param   asOf       date                = release  the day
// @param   minShared  integer             = 3  min 1  trusts in both at least
// @param   authority  id(LocalAuthority)?           only pairs with this authority
// @returns authorityId string, authority string, otherId string, other string, shared integer, trusts integer
// @returns otherTrusts integer, jaccard decimal
// @source  Jaccard 1901
// @expect  unique authorityId, otherId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH DISTINCT trust, la
WITH la, collect(trust) AS trusts
UNWIND trusts AS trust
WITH trust, collect({la: la, trusts: size(trusts)}) AS places
UNWIND places AS one
UNWIND places AS two
WITH one, two, trust
WHERE one.la.id < two.la.id AND ($authority IS NULL OR $authority IN [one.la.id, two.la.id])
WITH one.la AS one, one.trusts AS trusts, two.la AS two, two.trusts AS otherTrusts, count(trust) AS shared
WHERE shared >= $minShared
RETURN one.id AS authorityId, one.name AS authority, two.id AS otherId, two.name AS other, shared, trusts, otherTrusts,
       toFloat(shared) / (trusts + otherTrusts - shared) AS jaccard
ORDER BY jaccard DESC, authorityId, otherId
