// Small schools and what they belong to
// A row for each open mainstream primary or secondary school (URN) with fewer pupils than given, the smallest first:
// who governs it, its federation, how many schools share that governor or federation. alone: neither in a federation
// nor in a trust of two or more. Pupils are those of the latest census, whatever the day; schools without a number are
// left out.
//
// @tags    small schools, rural, federations
// @param   asOf       date                = release  the day
// @param   small      integer             = 100  min 1  fewer pupils than this
// @param   authority  id(LocalAuthority)?           only this authority
// @param   rural      boolean?                      only rural ones, or only the others
// @param   alone      boolean?                      only those alone, or only the others
// @returns urn integer, school string, pupils integer, phase string?, rural boolean?, authorityId string
// @returns authority string, bodyId string, body string, federationId string?, federation string?, together integer
// @returns alone boolean
// @source  Chapman & Muijs 2014
// @expect  rows > 0
// @expect  unique urn
MATCH (s:School)
WHERE s.pupils < $small
  AND ($rural IS NULL OR s.rural = $rural)
  AND s.phase IN ['Primary', 'Middle deemed primary', 'Secondary', 'Middle deemed secondary', 'All-through']
  AND NOT toLower(coalesce(s.type, '')) CONTAINS 'special'
  AND NOT toLower(coalesce(s.type, '')) CONTAINS 'alternative provision'
MATCH (la:LocalAuthority)<-[i:IN_AREA]-(s)-[g:GOVERNED_BY]->(body)
WHERE ($authority IS NULL OR la.id = $authority)
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH la, s, body,
     COLLECT { MATCH (s)-[m:MEMBER_OF]->(f:Federation)
       WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to)
       RETURN f ORDER BY f.id LIMIT 1 }[0] AS federation
WITH la, s, body, federation,
     CASE
       WHEN federation IS NOT NULL THEN COUNT { (federation)<-[m:MEMBER_OF]-(:School)
         WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to) }
       WHEN body:MultiAcademyTrust OR body:SingleAcademyTrust THEN COUNT { (body)<-[g:GOVERNED_BY]-(:School)
         WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to) }
       ELSE 1
     END AS together
WITH la, s, body, federation, together, together < 2 AS single
WHERE $alone IS NULL OR single = $alone
RETURN s.urn AS urn, s.name AS school, s.pupils AS pupils, s.phase AS phase, s.rural AS rural, la.id AS authorityId,
       la.name AS authority, body.id AS bodyId, body.name AS body, federation.id AS federationId,
       federation.name AS federation, together, single AS alone
ORDER BY pupils, urn
