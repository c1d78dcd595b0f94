/**
 * Systems of schools that the research describes, made up again as overlays with fictional schools: {@link
 * uk.middletier.example.Examples} writes each as a folder of CSV files with a Frictionless descriptor. {@link
 * uk.middletier.example.Figure} says what was published of it, once, for the documents, the tests and whoever compares
 * computed figures. It must not know how its files are read: nothing here depends on the import or on the graph.
 */
@NullMarked
package uk.middletier.example;

import org.jspecify.annotations.NullMarked;
