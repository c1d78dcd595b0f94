// The middle tier by kind of body
// A row for each kind of body and its formality: bodies that stood open on the day, those with an open school then,
// and the schools (URNs) in them. Federations are of hard governance, foundation trusts of soft, umbrella trusts soft,
// as far as the register tells; alliances and looser groups come only with overlays. Sponsors are counted by the
// schools they sponsor, umbrella trusts by the schools of the trusts under them.
//
// @tags    composition, organisations, federations
// @param   asOf  date  = release  the day
// @returns kind string, formality string, bodies integer, withSchools integer, schools integer, schoolsPerBody decimal?
// @source  Lindsay et al. 2007
// @expect  rows > 0
// @expect  unique kind, formality
MATCH (body:Body)
WITH body, body.kind AS kind, body.formality AS formality
WHERE kind <> 'UnknownTrust' AND coalesce(body.everOpen, true)
  AND (body.from IS NULL OR body.from <= $asOf) AND (body.to IS NULL OR $asOf < body.to)
WITH body, kind, formality,
     CASE kind
       WHEN 'UmbrellaTrust' THEN COUNT {
         MATCH (body)<-[u:UNDER]-()<-[g:GOVERNED_BY]-(s:School)
         WHERE (u.from IS NULL OR u.from <= $asOf) AND (u.to IS NULL OR $asOf < u.to)
           AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
         RETURN DISTINCT s }
       ELSE COUNT {
         MATCH (body)<-[m:GOVERNED_BY|MEMBER_OF|SPONSORED_BY]-(s:School)
         WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to)
           AND s.everOpen AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to)
         RETURN DISTINCT s }
     END AS schools
WITH kind, formality, count(body) AS bodies,
     count(CASE WHEN schools > 0 THEN 1 END) AS withSchools, sum(schools) AS schools
RETURN kind, formality, bodies, withSchools, schools,
       CASE WHEN withSchools > 0 THEN toFloat(schools) / withSchools END AS schoolsPerBody
ORDER BY kind, formality
