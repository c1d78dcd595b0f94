// Academies by phase and route
// A row for each phase and route by which schools came under a trust: converter, sponsored, free school, university
// technical college, studio school, city technology college. Each open record (URN) on the day counts once. Types are
// those of the latest register, so a school that changed its type under one URN counts as what it is now; pupils are
// those of the latest census, whatever the day.
//
// @tags    composition, academies
// @param   asOf  date  = release  the day
// @returns phase string, route string, schools integer, pupils integer?
// @source  Department for Education, Open academies, free schools, studio schools and UTCs
// @expect  rows > 0
// @expect  unique phase, route
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust', 'UnknownTrust']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH s, coalesce(s.phase, 'Not applicable') AS phase,
     CASE
       WHEN s.group <> 'academy' THEN s.group
       WHEN s.type STARTS WITH 'Academy' AND s.type ENDS WITH 'converter' THEN 'converter'
       WHEN s.type STARTS WITH 'Academy' AND s.type ENDS WITH 'sponsor led' THEN 'sponsored'
       ELSE 'other'
     END AS route
RETURN phase, route, count(s) AS schools, CASE WHEN count(s.pupils) > 0 THEN sum(s.pupils) END AS pupils
ORDER BY phase, route
