// Schools by religious character and who runs them
// A row for each religious character in the register's words: open state-funded schools (URNs) on the day, those
// maintained and in trusts, and the share in trusts. "None" and no entry (most maintained schools, all in Wales) stand
// together as None. The character is that of the latest register.
//
// @tags    religious character, composition
// @param   asOf   date  = release  the day
// @param   phase  enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @returns religiousCharacter string, schools integer, maintained integer, singleAcademyTrust integer
// @returns multiAcademyTrust integer, academyShare decimal, pupils integer?
// @expect  rows > 0
// @expect  unique religiousCharacter
MATCH (s:School)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND ($phase IS NULL OR s.phase = $phase)
WITH coalesce(s.religiousCharacter, 'None') AS religiousCharacter, count(s) AS schools,
     count(CASE WHEN body:LocalAuthority THEN 1 END) AS maintained,
     count(CASE WHEN body:SingleAcademyTrust THEN 1 END) AS singleAcademyTrust,
     count(CASE WHEN body:MultiAcademyTrust THEN 1 END) AS multiAcademyTrust,
     CASE WHEN count(s.pupils) > 0 THEN sum(s.pupils) END AS pupils
RETURN religiousCharacter, schools, maintained, singleAcademyTrust, multiAcademyTrust,
       toFloat(schools - maintained) / schools AS academyShare, pupils
ORDER BY schools DESC, religiousCharacter
