package uk.middletier.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.Bundle;
import uk.middletier.release.Licence;
import uk.middletier.release.Manifest;
import uk.middletier.release.SoftwareVersion;

/** What is to be said of an answer that is cited: of what, of which release, from whom, on what terms, and how it is had again. */
final class Citation {
    private static final int KEY_DIGITS = 8;

    private final Question question;
    private final Manifest manifest;
    private final LocalDate day;
    private final List<String> publishers;

    Citation(Question question) {
        this.question = question;
        this.manifest = question.release().manifest();
        this.day = manifest.extractDate();
        this.publishers = manifest.sources().stream()
                .map(Manifest.SourceFile::publisher)
                .distinct()
                .toList();
    }

    /** The name of the archive's file. */
    static String fileName(Question question) {
        return name(question) + "-" + question.release().manifest().id() + ".zip";
    }

    /** @param script the statements behind the answer */
    Bundle.Beside beside(String script) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("query.cypher", script);
        String saved = question.route().version();
        if (!saved.isEmpty() && !saved.equals(script)) {
            texts.put("saved-query.cypher", saved);
        }
        texts.put("CITATION.txt", text());
        texts.put("citation.bib", bibTex());
        return new Bundle.Beside(day, about(), texts);
    }

    private Map<String, @Nullable Object> about() {
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("profile", "data-package");
        about.put("name", name(question) + "-" + manifest.id().toLowerCase(Locale.ROOT));
        about.put("title", title());
        about.put("version", manifest.id());
        about.put(
                "licenses", Licence.of(manifest).stream().map(Citation::licence).toList());
        about.put("sources", manifest.sources().stream().map(Citation::source).toList());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("address", address());
        answer.put("contentChecksum", manifest.contentChecksum());
        answer.put("software", SoftwareVersion.CURRENT);
        answer.put("meta", Envelope.about(question));
        about.put("answer", answer);
        return about;
    }

    private static Map<String, @Nullable Object> licence(Licence licence) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", licence.name());
        if (licence.path() != null) {
            fields.put("path", licence.path());
        }
        fields.put("title", licence.title());
        return fields;
    }

    private static Map<String, @Nullable Object> source(Manifest.SourceFile source) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("title", source.publisher() + ": " + source.file());
        fields.put("extractDate", source.extractDate());
        fields.put("sha256", source.sha256());
        fields.put("licence", source.licence());
        fields.put("attribution", source.attribution());
        return fields;
    }

    private String text() {
        StringBuilder text = new StringBuilder("""
                Please cite as

                  %s (%d). %s. Data up to %s. Middle Tier %s, release %s. %s

                The answer

                  address           %s
                  release           %s
                  content checksum  %s

                  The same address on a server that has this release gives the same rows. The checksum is that of
                  all the release holds: /v1/status and 'middletier status' show it.
                """.formatted(
                        String.join("; ", publishers),
                        day.getYear(),
                        title(),
                        day,
                        SoftwareVersion.CURRENT,
                        manifest.id(),
                        address(),
                        address(),
                        manifest.id(),
                        manifest.contentChecksum()));
        if (manifest.madeUp()) {
            text.append("  The data is made up: nothing in it is about real schools.\n");
        }
        text.append("\nLicence and attribution\n\n");
        for (Licence licence : Licence.of(manifest)) {
            line(text, licence.title() + (licence.path() == null ? "" : " <" + licence.path() + ">"));
        }
        Envelope.attribution(manifest).forEach(sentence -> line(text, sentence));
        text.append("\nSources\n\n");
        for (Manifest.SourceFile source : manifest.sources()) {
            line(text, source.file() + ", " + source.extractDate() + ", SHA-256 " + source.sha256());
        }
        return text.append("""

                Files

                  rows.csv            the rows
                  query.cypher        the statements that give them, with their parameters
                  saved-query.cypher  the query as it was saved, if it is a saved one
                  citation.bib        the citation for BibTeX
                  datapackage.json    columns, sizes and SHA-256 of all of these
                """).toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append("  ").append(line).append('\n');
    }

    private String bibTex() {
        List<String> fields = new ArrayList<>();
        fields.add("  title = {{" + escaped(title()) + "}}");
        fields.add("  author = {"
                + String.join(
                        " and ",
                        publishers.stream()
                                .map(name -> "{" + escaped(name) + "}")
                                .toList())
                + "}");
        fields.add("  year = {" + day.getYear() + "}");
        fields.add("  version = {" + manifest.id() + "}");
        fields.add("  howpublished = {Middle Tier " + escaped(SoftwareVersion.CURRENT) + ", \\url{" + address() + "}}");
        fields.add("  note = {Data up to " + day + ". Content checksum " + manifest.contentChecksum() + ". "
                + escaped(String.join(
                        " ",
                        Licence.of(manifest).stream()
                                .map(licence -> licence.title() + ".")
                                .toList()))
                + (manifest.madeUp() ? " The data is made up." : "") + "}");
        return "@misc{" + name(question) + ":" + key() + ",\n" + String.join(",\n", fields) + "\n}\n";
    }

    private String title() {
        String summary = question.route().summary();
        return summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1);
    }

    /** The question with every default spelt out, and the release it was asked of. */
    private String address() {
        String self = new Links(question).self();
        return self + (self.contains("?") ? "&" : "?") + "release=" + manifest.id();
    }

    private static String name(Question question) {
        return question.route().name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Tells questions to one query apart. */
    private String key() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(address().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What means something to TeX is written so that it does not. */
    private static String escaped(String text) {
        return text.replace("\\", "")
                .replaceAll("([&%$#_{}])", "\\\\$1")
                .replace("~", "\\textasciitilde{}")
                .replace("^", "\\textasciicircum{}");
    }
}
