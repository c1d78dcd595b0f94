// Trusts that were taken over by another
// A row for each trust whose every school of its last 92 days went, within those days, to one other trust: when, to
// which, and how many schools. Followed along the lineage, so that a school with a new URN counts as the same.
// Single-academy trusts that joined a multi-academy trust are among them. A trust registered anew under one company
// number is not a merger. What only two snapshots bound is dated to the second.
//
// @tags    trusts, mergers, change
// @param   from        date     = 2017-04-01  first day of the window
// @param   to          date     = release     the day after the last
// @param   minSchools  integer  = 1  min 1    schools at least that went over
// @returns on date, trustId string, trust string, kind string, schools integer, intoId string, into string
// @returns intoSchools integer
// @expect  rows > 0
// @expect  unique trustId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
WITH trust, collect({s: s, to: g.to}) AS spells, max(coalesce(g.to, date('9999-12-31'))) AS last
WHERE $from <= last < $to
WITH trust, last, [x IN spells WHERE x.to > last - duration({days: 92})] AS spells
UNWIND spells AS x
WITH trust, last, x,
     COLLECT {
       MATCH (k:School)-[n:GOVERNED_BY]->(next)
       WHERE k.lineage = x.s.lineage AND x.to <= n.from <= last AND next <> trust
         AND coalesce(next.companiesHouse, next.id) <> coalesce(trust.companiesHouse, trust.id)
       RETURN next ORDER BY n.from, next.id LIMIT 1
     }[0] AS next
WITH trust, last, count(DISTINCT x.s.lineage) AS schools, count(next) = count(*) AS allWent,
     collect(DISTINCT next) AS nexts
WHERE allWent AND size(nexts) = 1 AND schools >= $minSchools
WITH trust, last, schools, nexts[0] AS into
WHERE into:MultiAcademyTrust OR into:SingleAcademyTrust
RETURN last AS on, trust.id AS trustId, trust.name AS trust, trust.kind AS kind, schools, into.id AS intoId,
       into.name AS into,
       COUNT { (into)<-[g:GOVERNED_BY]-(:School) WHERE g.from <= last AND (g.to IS NULL OR last < g.to) } AS intoSchools
ORDER BY schools DESC, on DESC, trustId
