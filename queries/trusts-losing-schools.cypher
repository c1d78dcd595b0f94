// Trusts from which schools went
// A row for each trust that lost schools within the window, the greatest loss first: schools (URNs) that left, of
// which to another trust, to a trust not known, and closed or replaced by another record. A trust registered anew
// under another id loses all to its successor: those have the share 1 and schoolsLeft 0. What only two snapshots bound
// is dated to the second.
//
// @tags    trusts, change, transfers
// @param   from  date  = 2019-09-01  first day of the window
// @param   to    date  = release     the day after the last
// @returns trustId string, trust string, left integer, toOtherTrusts integer, toUnknown integer
// @returns closedOrReplaced integer, schoolsLeft integer, share decimal
// @expect  rows > 0
// @expect  unique trustId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust'] AND $from <= g.to < $to
WITH trust, s, COLLECT { MATCH (s)-[n:GOVERNED_BY]->(next) WHERE n.from = g.to RETURN next }[0] AS next
WITH trust, count(s) AS left,
     count(CASE WHEN next IS NOT NULL AND NOT next:UnknownTrust THEN 1 END) AS toOtherTrusts,
     count(CASE WHEN next:UnknownTrust THEN 1 END) AS toUnknown,
     count(CASE WHEN next IS NULL THEN 1 END) AS closedOrReplaced
WITH trust, left, toOtherTrusts, toUnknown, closedOrReplaced,
     COUNT { (trust)<-[g:GOVERNED_BY]-(:School)
       WHERE (g.from IS NULL OR g.from < $to) AND (g.to IS NULL OR $to <= g.to) } AS schoolsLeft
RETURN trust.id AS trustId, trust.name AS trust, left, toOtherTrusts, toUnknown, closedOrReplaced, schoolsLeft,
       toFloat(left) / (left + schoolsLeft) AS share
ORDER BY left DESC, trustId
