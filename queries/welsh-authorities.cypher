// Schools of the authorities of Wales
// A row for each of the 22 authorities: its consortium, open maintained schools (URNs) on the day, those that opened
// and closed in the ten years before, pupils of the latest census, and small schools (empty where the register has no
// pupils, as in most extracts). A school that merged into another counts as closed, and the one that took its place as
// opened.
//
// @tags    wales, authorities, consortia
// @param   asOf   date     = release  the day
// @param   small  integer  = 100  min 1  a school with fewer pupils is small
// @returns authorityId string, authority string, consortium string?, schools integer, opened integer, closed integer
// @returns pupils integer?, pupilsPerSchool decimal?, smallSchools integer?
// @expect  rows > 0
// @expect  unique authorityId
MATCH (:Country {id: 'country:W92000004'})<-[:IN_AREA]-(:Region)<-[:IN_AREA]-(la:LocalAuthority)<-[i:IN_AREA]-(s:School)
  -[g:GOVERNED_BY]->()
WHERE (la.from IS NULL OR la.from <= $asOf) AND (la.to IS NULL OR $asOf < la.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf - duration({years: 10}) <= i.to)
WITH la, s,
     (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
       AND (i.to IS NULL OR $asOf < i.to) AS there,
     $asOf - duration({years: 10}) AS before
WITH la, count(CASE WHEN there THEN 1 END) AS schools,
     count(DISTINCT CASE WHEN before < s.from <= $asOf THEN s END) AS opened,
     count(DISTINCT CASE WHEN before < s.to <= $asOf THEN s END) AS closed,
     sum(CASE WHEN there THEN s.pupils END) AS pupils, count(CASE WHEN there THEN s.pupils END) AS known,
     count(CASE WHEN there AND s.pupils < $small THEN 1 END) AS smallSchools
RETURN la.id AS authorityId, la.name AS authority,
       COLLECT { MATCH (la)-[w:IN_AREA]->(c:Consortium)
         WHERE (w.from IS NULL OR w.from <= $asOf) AND (w.to IS NULL OR $asOf < w.to)
         RETURN c.name ORDER BY c.id }[0] AS consortium,
       schools, opened, closed, CASE WHEN known > 0 THEN pupils END AS pupils,
       CASE WHEN known > 0 THEN toFloat(pupils) / known END AS pupilsPerSchool,
       CASE WHEN known > 0 THEN smallSchools END AS smallSchools
ORDER BY authority, authorityId
