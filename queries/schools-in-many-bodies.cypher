// Schools that answer to the most bodies
// A row for each open state-funded school (URN) with at least so many bodies around it on the day, and what they are:
// who governs it, federations, foundation trusts and other groups, sponsors, dioceses, and the authority of its area.
// Counted as in bodies-per-school, without the consortia of Wales.
//
// @tags    organisations, schools
// @param   asOf       date                = release  the day
// @param   minBodies  integer             = 4  min 1  bodies at least
// @param   authority  id(LocalAuthority)?           only this authority
// @returns urn integer, school string, bodies integer, kinds list(string), names list(string)
// @source  Jopling & Hadfield 2015
// @expect  unique urn
MATCH (s:School)-[g:GOVERNED_BY]->(governor)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND ($authority IS NULL OR EXISTS { (s)-[i:IN_AREA]->(:LocalAuthority {id: $authority})
    WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to) })
WITH s, governor,
     1 + CASE WHEN governor:LocalAuthority THEN 0 ELSE 1 END
     + COUNT { (s)-[m:MEMBER_OF|SPONSORED_BY]->()
         WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to) }
     + COUNT { (s)-[d:IN_AREA]->(:Diocese)
         WHERE (d.from IS NULL OR d.from <= $asOf) AND (d.to IS NULL OR $asOf < d.to) } AS counted
WHERE counted >= $minBodies
WITH s, governor, COLLECT {
  MATCH (s)-[m:MEMBER_OF|SPONSORED_BY|IN_AREA]->(body)
  WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to)
    AND NOT body:Constituency AND body <> governor
  RETURN DISTINCT body ORDER BY body.kind, body.id } AS others
WITH s, [governor] + others AS bodies
RETURN s.urn AS urn, s.name AS school, size(bodies) AS bodies, [b IN bodies | b.kind] AS kinds,
       [b IN bodies | b.name] AS names
ORDER BY bodies DESC, urn
