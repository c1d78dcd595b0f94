// Transfers between trusts as a graph
// A graph of trusts tied by the schools that went from one to the other within the window: old trust, school, new
// trust; a row for each school that kept its URN and moved on the day it left. Only between trusts with at least so
// many such moves: with 1 it is the whole market. See transfers for what the record does not know.
//
// @tags    graph, transfers, trusts
// @param   from        date     = 2017-04-01  first day of the window
// @param   to          date     = release     the day after the last
// @param   minSchools  integer  = 4  min 1    schools at least that went the same way
// @param   trust       id(MultiAcademyTrust|SingleAcademyTrust)?  only moves to or from this trust
// @returns fromTrust node, left relationship, school node, joined relationship, toTrust node
MATCH (fromTrust:Body)<-[left:GOVERNED_BY]-(school:School)-[joined:GOVERNED_BY]->(toTrust:Body)
WHERE $from <= joined.from < $to AND left.to = joined.from
  AND fromTrust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND toTrust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust'] AND fromTrust <> toTrust
  AND (fromTrust.companiesHouse IS NULL OR toTrust.companiesHouse IS NULL
    OR fromTrust.companiesHouse <> toTrust.companiesHouse)
  AND ($trust IS NULL OR $trust IN [fromTrust.id, toTrust.id])
WITH fromTrust, toTrust, collect({left: left, school: school, joined: joined}) AS moves
WHERE size(moves) >= $minSchools
UNWIND moves AS move
RETURN fromTrust, move.left AS left, move.school AS school, move.joined AS joined, toTrust
ORDER BY move.joined.from, move.school.urn
