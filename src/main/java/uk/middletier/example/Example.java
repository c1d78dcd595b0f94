package uk.middletier.example;

import java.util.List;

/**
 * What an example is, before a row of it is made.
 *
 * @param name of its folder: {@code central-south-wales-challenge}
 * @param prefix what the ids of its bodies and figures begin with
 * @param number 1 to 99, in which range its schools are numbered
 * @param title for a heading
 * @param cite the publication in short: {@code Hadfield & Ainscow 2018}
 * @param source the publication in full
 * @param story paragraphs: what it is, what was chosen freely
 */
public record Example(
        String name,
        String prefix,
        int number,
        String title,
        String cite,
        String source,
        List<String> story,
        List<Figure> figures) {

    public Example {
        story = List.copyOf(story);
        figures = List.copyOf(figures);
    }
}
