// Trusts that ran out of schools, and where the schools went
// A row for each trust whose last open school left it within the window, and each body that had one of its schools
// next (none: the school closed, or another record took its place). Schools are URNs whose last spell in the trust
// this was. A trust registered anew under one company number is here too: compare the names.
//
// @tags    trusts, change
// @param   from  date  = 2019-09-01  first day of the window
// @param   to    date  = release     the day after the last
// @returns trustId string, trust string, closed date, allSchools integer, schools integer, nextId string?, next string?
// @returns nextKind string?
// @expect  rows > 0
// @expect  unique trustId, nextId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
WITH trust, s, max(coalesce(g.to, date('9999-12-31'))) AS left
WITH trust, max(left) AS closed, collect({s: s, left: left}) AS stays
WHERE $from <= closed < $to
UNWIND stays AS stay
WITH trust, closed, size(stays) AS allSchools, stay,
     COLLECT { WITH stay.s AS s MATCH (s)-[n:GOVERNED_BY]->(next) WHERE n.from = stay.left RETURN next }[0] AS next
WITH trust, closed, allSchools, next, count(*) AS schools
RETURN trust.id AS trustId, trust.name AS trust, closed, allSchools, schools, next.id AS nextId, next.name AS next,
       next.kind AS nextKind
ORDER BY allSchools DESC, trustId, schools DESC, nextId
