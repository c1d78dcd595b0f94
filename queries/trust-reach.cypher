// Trusts that run schools in more than one region
// A row for each trust with open schools (URNs) in so many regions on the day, the widest reach first: regions and
// authorities where its schools lay, and the share of its schools in the region where it has most. Woods et al. call a
// chain national if it spans three regions or two that do not adjoin.
//
// @tags    trusts, geography, reach
// @param   asOf        date     = release  the day
// @param   minRegions  integer  = 2  min 1  regions at least
// @returns trustId string, trust string, schools integer, authorities integer, regions integer
// @returns regionNames list(string), homeShare decimal
// @source  Woods et al. 2014
// @expect  unique trustId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH trust, la, count(s) AS held
MATCH (la)-[r:IN_AREA]->(region:Region)
WHERE (r.from IS NULL OR r.from <= $asOf) AND (r.to IS NULL OR $asOf < r.to)
WITH trust, region, count(la) AS authorities, sum(held) AS held
ORDER BY region.name, region.id
WITH trust, sum(held) AS schools, sum(authorities) AS authorities, collect(region.name) AS regionNames,
     max(held) AS most
WHERE size(regionNames) >= $minRegions
RETURN trust.id AS trustId, trust.name AS trust, schools, authorities, size(regionNames) AS regions, regionNames,
       toFloat(most) / schools AS homeShare
ORDER BY regions DESC, authorities DESC, schools DESC, trustId
