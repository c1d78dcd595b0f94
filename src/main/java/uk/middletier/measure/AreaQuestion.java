package uk.middletier.measure;

import java.util.List;
import uk.middletier.model.Weight;
import uk.middletier.timeline.Filter;
import uk.middletier.timeline.Grouping;

/** Measures of every area of a kind: which, of which schools, in which weight. */
public record AreaQuestion(Grouping grouping, Filter filter, Weight weight, List<AreaMeasure> measures) {}
