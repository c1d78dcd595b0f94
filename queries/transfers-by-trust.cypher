// Trusts that gained and lost schools by transfer
// A row for each trust that took part in a transfer in the window: schools gained from other trusts, lost to other
// trusts, and the balance, the greatest gain first. Conversions, new schools and closures are not transfers; see
// trust-growth for the whole. Counted by the URN after the move; a trust that was taken over has lost all it had.
//
// @tags    transfers, trusts, growth
// @param   from  date  = 2017-04-01  first day of the window
// @param   to    date  = release     the day after the last
// @returns trustId string, trust string, gained integer, lost integer, balance integer, givers integer, takers integer
// @expect  rows > 0
// @expect  unique trustId
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
UNWIND [{trust: new, gained: 1, giver: old, taker: null}, {trust: old, gained: 0, giver: null, taker: new}] AS side
WITH side.trust AS trust, sum(side.gained) AS gained, sum(1 - side.gained) AS lost,
     count(DISTINCT side.giver) AS givers, count(DISTINCT side.taker) AS takers
RETURN trust.id AS trustId, trust.name AS trust, gained, lost, gained - lost AS balance, givers, takers
ORDER BY balance DESC, gained DESC, trustId
