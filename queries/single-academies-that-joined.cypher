// Single-academy trusts that joined a multi-academy trust
// A row for each school (URN) that went from a single-academy trust straight to a multi-academy trust within the
// window. anew says that both have one company number: the trust did not join another but grew into a multi-academy
// trust itself and was registered anew. Earlier than April 2017 the record is thin.
//
// @tags    trusts, change, transfers
// @param   from  date     = 2017-04-01  first day of the window
// @param   to    date     = release     the day after the last
// @param   anew  boolean?               only those registered anew, or only the others
// @returns on date, urn integer, school string, fromId string, fromTrust string, toId string, toTrust string
// @returns anew boolean
// @expect  rows > 0
// @expect  unique urn, on
MATCH (single:SingleAcademyTrust)<-[g:GOVERNED_BY]-(s:School)-[n:GOVERNED_BY]->(multi:MultiAcademyTrust)
WHERE $from <= g.to < $to AND n.from = g.to
WITH s, g, single, multi, coalesce(single.companiesHouse = multi.companiesHouse, false) AS same
WHERE $anew IS NULL OR same = $anew
RETURN g.to AS on, s.urn AS urn, s.name AS school, single.id AS fromId, single.name AS fromTrust, multi.id AS toId,
       multi.name AS toTrust, same AS anew
ORDER BY on DESC, urn
