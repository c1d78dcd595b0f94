// Authorities down to their last maintained secondary schools
// A row for each secondary, middle deemed secondary or all-through school that an authority in England still
// maintains, where it maintains no more of them than the number given. Counted by URN in the authority where the
// school lay on the day; of the schools in that authority, all secondaries in it gives the size of the rest.
//
// @tags    composition, authorities, isolated
// @param   asOf  date     = release  the day
// @param   most  integer  = 1  min 1  max 20  maintained secondaries at most
// @returns authorityId string, authority string, maintained integer, secondaries integer, urn integer, school string
// @returns type string?, pupils integer?
// @expect  unique urn
MATCH (la:LocalAuthority)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(body)
WHERE s.phase IN ['Secondary', 'Middle deemed secondary', 'All-through']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH la, count(s) AS secondaries, collect(CASE WHEN body:LocalAuthority THEN s END) AS kept
WHERE 1 <= size(kept) <= $most
UNWIND kept AS s
RETURN la.id AS authorityId, la.name AS authority, size(kept) AS maintained, secondaries, s.urn AS urn,
       s.name AS school, s.type AS type, s.pupils AS pupils
ORDER BY authority, authorityId, urn
