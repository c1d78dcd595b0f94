// The four consortia of Wales
// A row for each regional consortium: its authorities, open maintained schools (URNs) on the day, pupils of the latest
// census, the mean size of a school with a known number, and small schools. The register has neither phases nor, in
// most extracts, pupils for schools in Wales: where none is known, the numbers of pupils are empty. The grouping is
// that of the four founding consortia; they have been wound down or remade since 2021.
//
// @tags    wales, consortia
// @param   asOf   date     = release  the day
// @param   small  integer  = 100  min 1  a school with fewer pupils is small
// @returns consortiumId string, consortium string, authorities integer, authorityNames list(string), schools integer
// @returns pupils integer?, pupilsPerSchool decimal?, smallSchools integer?
// @source  Hadfield & Ainscow 2018
// @expect  rows > 0
// @expect  unique consortiumId
MATCH (c:Consortium)<-[w:IN_AREA]-(la:LocalAuthority)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->()
WHERE (w.from IS NULL OR w.from <= $asOf) AND (w.to IS NULL OR $asOf < w.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH c, la, s
ORDER BY la.name, la.id
RETURN c.id AS consortiumId, c.name AS consortium, count(DISTINCT la) AS authorities,
       collect(DISTINCT la.name) AS authorityNames, count(s) AS schools,
       CASE WHEN count(s.pupils) > 0 THEN sum(s.pupils) END AS pupils,
       toFloat(sum(s.pupils)) / CASE WHEN count(s.pupils) > 0 THEN count(s.pupils) END AS pupilsPerSchool,
       CASE WHEN count(s.pupils) > 0 THEN count(CASE WHEN s.pupils < $small THEN 1 END) END AS smallSchools
ORDER BY consortium, consortiumId
