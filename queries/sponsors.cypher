// Sponsors and their reach
// A row for each sponsor of an open school on the day, by schools (URNs) sponsored: trusts that run them, authorities
// and regions where they lay. A school may have two sponsors. A name that changed may stand as a sponsor of its own in
// the register. Dates of sponsorship are thin before the first snapshot.
//
// @tags    sponsors, reach
// @param   asOf        date     = release  the day
// @param   minSchools  integer  = 1  min 1  schools at least
// @returns sponsorId string, sponsor string, schools integer, primary integer, secondary integer, trusts integer
// @returns authorities integer, regions integer
// @source  Hill et al. 2012
// @expect  rows > 0
// @expect  unique sponsorId
MATCH (sponsor:Sponsor)<-[p:SPONSORED_BY]-(s:School)
WHERE (p.from IS NULL OR p.from <= $asOf) AND (p.to IS NULL OR $asOf < p.to)
  AND s.everOpen AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to)
WITH sponsor, collect(DISTINCT s) AS run
WHERE size(run) >= $minSchools
UNWIND run AS s
OPTIONAL MATCH (s)-[g:GOVERNED_BY]->(trust)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
OPTIONAL MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH sponsor, la, collect(DISTINCT s) AS run, collect(DISTINCT trust) AS trusts
OPTIONAL MATCH (la)-[r:IN_AREA]->(region:Region)
WHERE (r.from IS NULL OR r.from <= $asOf) AND (r.to IS NULL OR $asOf < r.to)
UNWIND run AS s
WITH sponsor, la, region, s, trusts
UNWIND CASE WHEN size(trusts) > 0 THEN trusts ELSE [null] END AS trust
WITH sponsor, count(DISTINCT s) AS schools,
     count(DISTINCT CASE WHEN s.phase IN ['Primary', 'Middle deemed primary'] THEN s END) AS primary,
     count(DISTINCT CASE WHEN s.phase IN ['Secondary', 'Middle deemed secondary'] THEN s END) AS secondary,
     count(DISTINCT trust) AS trusts, count(DISTINCT la) AS authorities, count(DISTINCT region) AS regions
RETURN sponsor.id AS sponsorId, sponsor.name AS sponsor, schools, primary, secondary, trusts, authorities, regions
ORDER BY schools DESC, sponsorId
