// Who governs each mainstream school on a day
// A row for each open mainstream school (URN), with its governance (maintained, SAT, MAT, trust not known) and the
// organisation: the local authority or the trust. Special schools, pupil referral units and alternative provision are
// left out. The basis says how the organisation was known. Join to outcomes by URN, for the day the outcome was
// measured: pupils and type are those of the latest register.
//
// @tags    composition, schools, organisations
// @param   asOf       date                = release  the day
// @param   authority  id(LocalAuthority)?            only schools in this authority
// @param   phase      enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @param   type       enum?                          only this type of school
// @options type  MATCH (s:School) WHERE s.stateFunded AND s.type IS NOT NULL RETURN DISTINCT s.type AS value ORDER BY value
// @returns urn integer, school string, phase string?, type string?, authorityId string, authority string
// @returns governance string, organisationId string, organisation string, since date?, basis string?, pupils integer?
// @expect  rows > 0
// @expect  unique urn
// @expect  not null organisationId
MATCH (la:LocalAuthority)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(body)
WHERE ($authority IS NULL OR la.id = $authority)
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND ($phase IS NULL OR s.phase = $phase) AND ($type IS NULL OR s.type = $type)
  AND NOT toLower(coalesce(s.type, '')) CONTAINS 'special'
  AND NOT toLower(coalesce(s.type, '')) CONTAINS 'alternative provision'
  AND NOT toLower(coalesce(s.type, '')) CONTAINS 'pupil referral unit'
RETURN s.urn AS urn, s.name AS school, s.phase AS phase, s.type AS type, la.id AS authorityId, la.name AS authority,
       CASE
         WHEN body:LocalAuthority THEN 'maintained'
         WHEN body:MultiAcademyTrust THEN 'MAT'
         WHEN body:SingleAcademyTrust THEN 'SAT'
         ELSE 'trust not known'
       END AS governance,
       body.id AS organisationId, body.name AS organisation, g.from AS since, g.basis AS basis, s.pupils AS pupils
ORDER BY urn
