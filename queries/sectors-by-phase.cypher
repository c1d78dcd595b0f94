// Who runs the schools of each phase
// A row for each phase and nation: open state-funded schools (URNs) that authorities maintain and that are in trusts,
// and the share in trusts. Special schools and alternative provision have the phase "Not applicable", as all schools
// in Wales.
//
// @tags    composition, phases
// @param   asOf  date  = release  the day
// @returns country string, phase string, schools integer, maintained integer, singleAcademyTrust integer
// @returns multiAcademyTrust integer, trustUnknown integer, academyShare decimal
// @source  Jopling & Hadfield 2015
// @expect  rows > 0
// @expect  unique country, phase
MATCH (s:School)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH CASE s.group WHEN 'welsh-maintained' THEN 'Wales' ELSE 'England' END AS country,
     coalesce(s.phase, 'Not applicable') AS phase, count(s) AS schools,
     count(CASE WHEN body:LocalAuthority THEN 1 END) AS maintained,
     count(CASE WHEN body:SingleAcademyTrust THEN 1 END) AS singleAcademyTrust,
     count(CASE WHEN body:MultiAcademyTrust THEN 1 END) AS multiAcademyTrust,
     count(CASE WHEN body:UnknownTrust THEN 1 END) AS trustUnknown
RETURN country, phase, schools, maintained, singleAcademyTrust, multiAcademyTrust, trustUnknown,
       toFloat(schools - maintained) / schools AS academyShare
ORDER BY country, phase
