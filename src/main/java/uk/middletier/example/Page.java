package uk.middletier.example;

/** The {@code README.md} of an example's folder. */
final class Page {
    private Page() {}

    static String of(Example example) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(example.title()).append("\n\n");
        example.story().forEach(paragraph -> page.append(paragraph).append("\n\n"));
        page.append(
                "Schools and bodies are made up; the authorities they lie in are real, and nothing is said about them.\n\n");
        page.append("Source: ").append(example.source()).append(".\n\n");
        page.append("| figure | published | on | source |\n|---|---|---|---|\n");
        for (Figure figure : example.figures()) {
            page.append("| ")
                    .append(figure.title())
                    .append(" | ")
                    .append(figure.published())
                    .append(" | ")
                    .append(figure.day() == null ? "" : figure.day())
                    .append(" | ")
                    .append(figure.source())
                    .append(" |\n");
        }
        page.append("\n`datapackage.json` describes every file and column, and holds the figures for programs.\n");
        return page.toString();
    }
}
