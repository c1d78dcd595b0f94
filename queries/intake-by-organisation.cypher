// Pupils on free meals by governing organisation
// A row for each local authority or trust that governs so many open mainstream schools (URNs) on the day: pupils, and
// the share on free school meals over all its schools (weighted by pupils) beside the lowest and the highest of its
// schools. Pupils and meals are of the latest census, whatever the day; schools without both are left out.
//
// @tags    intake, organisations
// @param   asOf        date     = release  the day
// @param   minSchools  integer  = 5  min 1  schools with known numbers at least
// @param   kind        enum(LocalAuthority|MultiAcademyTrust|SingleAcademyTrust)?  only such organisations
// @returns organisationId string, organisation string, kind string, schools integer, pupils integer, fsmPercent decimal
// @returns lowest decimal, highest decimal
// @expect  unique organisationId
MATCH (body:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE body.kind IN ['LocalAuthority', 'MultiAcademyTrust', 'SingleAcademyTrust']
  AND ($kind IS NULL OR body.kind = $kind)
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND s.fsmPercent IS NOT NULL AND s.pupils > 0
  AND NOT toLower(coalesce(s.type, '')) CONTAINS 'special'
  AND NOT toLower(coalesce(s.type, '')) CONTAINS 'alternative provision'
  AND NOT toLower(coalesce(s.type, '')) CONTAINS 'pupil referral unit'
WITH body, count(s) AS schools, sum(s.pupils) AS pupils, sum(s.pupils * s.fsmPercent) AS meals,
     min(s.fsmPercent) AS lowest, max(s.fsmPercent) AS highest
WHERE schools >= $minSchools
RETURN body.id AS organisationId, body.name AS organisation, body.kind AS kind, schools, pupils,
       toFloat(meals) / pupils AS fsmPercent, toFloat(lowest) AS lowest, toFloat(highest) AS highest
ORDER BY fsmPercent DESC, organisationId
