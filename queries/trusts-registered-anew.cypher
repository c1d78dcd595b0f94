// Trusts that were registered anew under one company number
// A row for each pair of trust records of one company: the former and the next, with the kind of both, the day where
// it is known or else that on which the first school went over, and the schools (URNs) that went straight over. Most
// are single-academy trusts that became multi-academy trusts: growth, not a takeover.
//
// @tags    trusts, change, quality
// @param   kind  enum(MultiAcademyTrust|SingleAcademyTrust)?  only those that became such a trust
// @returns on date?, fromId string, fromTrust string, fromKind string, toId string, toTrust string, toKind string
// @returns companiesHouse string?, schools integer
// @expect  unique fromId, toId
MATCH (old:Body)-[link:SUCCEEDED_BY]->(new:Body)
WHERE old.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND new.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust'] AND ($kind IS NULL OR new.kind = $kind)
OPTIONAL MATCH (old)<-[g:GOVERNED_BY]-(s:School)-[n:GOVERNED_BY]->(new)
WHERE n.from = g.to
WITH old, link.on AS linked, new, min(n.from) AS went, count(DISTINCT s) AS schools
RETURN coalesce(linked, went) AS on, old.id AS fromId, old.name AS fromTrust, old.kind AS fromKind, new.id AS toId,
       new.name AS toTrust, new.kind AS toKind, new.companiesHouse AS companiesHouse, schools
ORDER BY fromId, toId
