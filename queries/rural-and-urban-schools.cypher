// Who runs rural and urban schools
// A row for each class of the register's urban and rural classification (2011) and nation: open state-funded schools
// (URNs) on the day, share in trusts, share of maintained ones in a federation, and small ones. A school without a
// number of pupils is not small; where no number is known, as mostly in Wales, smallSchools is empty. Schools whose
// class is not known stand under "not known".
//
// @tags    rural, composition
// @param   asOf   date     = release  the day
// @param   small  integer  = 100  min 1  a school with fewer pupils is small
// @returns country string, urbanRural string, rural boolean?, schools integer, maintained integer, academyShare decimal
// @returns federatedShare decimal?, smallSchools integer?
// @expect  rows > 0
// @expect  unique country, urbanRural, rural
MATCH (s:School)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH s, body, EXISTS { (s)-[m:MEMBER_OF]->(:Federation)
  WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to) } AS federated
WITH CASE s.group WHEN 'welsh-maintained' THEN 'Wales' ELSE 'England' END AS country,
     coalesce(s.urbanRural, 'not known') AS urbanRural, s.rural AS rural, count(s) AS schools,
     count(CASE WHEN body:LocalAuthority THEN 1 END) AS maintained,
     count(CASE WHEN body:LocalAuthority AND federated THEN 1 END) AS federated,
     CASE WHEN count(s.pupils) > 0 THEN count(CASE WHEN s.pupils < $small THEN 1 END) END AS smallSchools
RETURN country, urbanRural, rural, schools, maintained, toFloat(schools - maintained) / schools AS academyShare,
       CASE WHEN maintained > 0 THEN toFloat(federated) / maintained END AS federatedShare, smallSchools
ORDER BY country, schools DESC, urbanRural, rural
