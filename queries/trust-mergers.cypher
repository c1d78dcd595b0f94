// Trusts that were taken over by another
// A row for each trust whose every school of its last 92 days went, within those days, to one other company: when, to
// which, and how many schools. A school with a new URN in the place of one other counts as the same. Single-academy
// trusts that joined a multi-academy trust are among them. A trust registered anew under one company number is not a
// merger. What only two snapshots bound is dated to the second.
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
WITH coalesce(trust.companiesHouse, trust.id) AS company, collect({s: s, trust: trust, to: g.to}) AS stays,
     max(coalesce(g.to, date('9999-12-31'))) AS last
WHERE $from <= last < $to
UNWIND [x IN stays WHERE x.to > last - duration({days: 92})] AS stay
WITH company, last, stay
ORDER BY stay.to DESC, stay.trust.id
WITH company, last, stay.s AS s, collect(stay)[0] AS stay
WITH company, last, stay, stay.s AS s
WITH company, last, stay,
     COLLECT {
       // under the same URN, or that of the one record that took its place
       MATCH (k:School)-[n:GOVERNED_BY]->(next)
       WHERE k.lineage = s.lineage AND stay.to <= n.from <= stay.to + duration({days: 92})
         AND (next:MultiAcademyTrust OR next:SingleAcademyTrust)
         AND (k = s OR EXISTS { (s)-[l:SUCCEEDED_BY]->(k) WHERE l.kind = 'plain' }
           AND COUNT { (s)-[l:SUCCEEDED_BY]->(:School) WHERE l.kind = 'plain' } = 1
           AND COUNT { (:School)-[l:SUCCEEDED_BY]->(k) WHERE l.kind = 'plain' } = 1)
       RETURN next ORDER BY n.from, next.id LIMIT 1
     }[0] AS next
ORDER BY stay.to DESC, stay.s.urn
WITH company, last, count(*) = count(next) AS allWent, collect(stay)[0].trust AS trust,
     [x IN collect({next: next, to: coalesce(next.companiesHouse, next.id)}) WHERE x.to <> company] AS moved
WHERE allWent AND size(moved) >= $minSchools AND all(x IN moved WHERE x.to = moved[0].to)
WITH last, trust, size(moved) AS schools, moved[0].next AS into
RETURN last AS on, trust.id AS trustId, trust.name AS trust, trust.kind AS kind, schools, into.id AS intoId,
       into.name AS into,
       COUNT { (into)<-[g:GOVERNED_BY]-(:School)
         WHERE (g.from IS NULL OR g.from <= last) AND (g.to IS NULL OR last < g.to) } AS intoSchools
ORDER BY schools DESC, on DESC, trustId
