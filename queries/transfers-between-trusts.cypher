// Which trusts passed schools to which
// A row for each pair of trusts between which schools moved in the window, the most first: how many, from when to
// when. Counted by the URN after the move; see transfers for what counts as one and for what the record does not know.
//
// @tags    transfers, trusts
// @param   from        date     = 2017-04-01  first day of the window
// @param   to          date     = release     the day after the last
// @param   minSchools  integer  = 1  min 1  schools at least
// @returns fromId string, fromTrust string, toId string, toTrust string, schools integer, first date, last date
// @returns schoolNames list(string)
// @expect  rows > 0
// @expect  unique fromId, toId
CALL () {
  // under one URN
  MATCH (old:Body)<-[g:GOVERNED_BY]-(s:School)-[n:GOVERNED_BY]->(new:Body)
  WHERE $from <= n.from < $to AND g.to = n.from
    AND old.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND new.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  RETURN old, s, new, n.from AS on
  UNION ALL
  // under one URN, over a time of which no source names the trust
  MATCH (old:Body)<-[g:GOVERNED_BY]-(s:School)-[n:GOVERNED_BY]->(new:Body)
  WHERE $from <= n.from < $to AND g.to < n.from
    AND old.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND new.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND EXISTS { (s)-[hole:GOVERNED_BY]->(:UnknownTrust) WHERE hole.from = g.to AND hole.to = n.from }
  RETURN old, s, new, n.from AS on
  UNION ALL
  // under a new URN that took the place of one other
  MATCH (old:Body)<-[g:GOVERNED_BY]-(before:School)-[link:SUCCEEDED_BY]->(s:School)-[n:GOVERNED_BY]->(new:Body)
  WHERE $from <= n.from < $to AND n.from = s.from AND g.to <= n.from AND link.kind = 'plain'
    AND NOT EXISTS { (before)-[later:GOVERNED_BY]->(trust:Body)
      WHERE later.from >= g.to AND trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust'] }
    AND old.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND new.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND COUNT { (before)-[l:SUCCEEDED_BY]->(:School) WHERE l.kind = 'plain' } = 1
    AND COUNT { (:School)-[l:SUCCEEDED_BY]->(s) WHERE l.kind = 'plain' } = 1
  RETURN old, s, new, n.from AS on
}
WITH old, s, new, on
WHERE old <> new
  AND (old.companiesHouse IS NULL OR new.companiesHouse IS NULL OR old.companiesHouse <> new.companiesHouse)
WITH old, s, new, on
ORDER BY on, s.urn
WITH old, new, count(s) AS schools, min(on) AS first, max(on) AS last, collect(s.name) AS schoolNames
WHERE schools >= $minSchools
RETURN old.id AS fromId, old.name AS fromTrust, new.id AS toId, new.name AS toTrust, schools, first, last, schoolNames
ORDER BY schools DESC, fromId, toId
