// The authorities and consortia of Wales as a graph
// A graph: the regional consortia of Wales and the authorities that belonged to them on the day; a row for each
// authority. The grouping is that of the four founding consortia.
//
// @tags    graph, wales, consortia
// @param   asOf  date  = release  the day
// @returns authority node, inArea relationship, consortium node
// @source  Hadfield & Ainscow 2018
// @expect  rows > 0
MATCH (consortium:Consortium)<-[inArea:IN_AREA]-(authority:LocalAuthority)
WHERE (inArea.from IS NULL OR inArea.from <= $asOf) AND (inArea.to IS NULL OR $asOf < inArea.to)
RETURN authority, inArea, consortium
ORDER BY consortium.id, authority.id
