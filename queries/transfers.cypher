// Schools that went from one trust to another
// A row for each transfer in the window, the latest first: the school (its URN after the move), the trust it left and
// the one it joined. A trust registered anew under the same company number is no transfer; a school that moved under a
// new URN is one. betweenGroups says that both trusts had two or more schools: before the move the one, after it the
// other, which leaves out single-academy trusts that join another. Trusts that left no trace before April 2017 are not
// known. Where observedAfter is given, the move was only seen between that day and the day given.
//
// @tags    transfers, schools
// @param   from  date  = 2017-04-01  first day of the window
// @param   to    date  = release     the day after the last
// @returns on date, observedAfter date?, urn integer, school string, fromId string, fromTrust string, toId string
// @returns toTrust string, betweenGroups boolean
// @expect  rows > 0
// @expect  unique urn, on
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
WITH old, s, new, on,
     COUNT { (old)<-[g:GOVERNED_BY]-(:School)
       WHERE (g.from IS NULL OR g.from < on) AND (g.to IS NULL OR on <= g.to) } AS oldSize,
     COUNT { (new)<-[g:GOVERNED_BY]-(:School)
       WHERE (g.from IS NULL OR g.from <= on) AND (g.to IS NULL OR on < g.to) } AS newSize,
     COLLECT { MATCH (s)-[n:GOVERNED_BY]->(new) WHERE n.from = on RETURN n.fromObservedAfter }[0] AS observedAfter
RETURN on, observedAfter, s.urn AS urn, s.name AS school, old.id AS fromId, old.name AS fromTrust, new.id AS toId,
       new.name AS toTrust, oldSize >= 2 AND newSize >= 2 AS betweenGroups
ORDER BY on DESC, urn
