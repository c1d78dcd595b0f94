package uk.middletier.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryLibraryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void theProgramBringsItsOwn() {
        QueryLibrary.Shelf shelf = QueryLibrary.of(folder.resolve("not-there")).shelf();
        assertThat(shelf.broken()).isEmpty();
        assertThat(shelf.queries()).hasSizeGreaterThan(40);
        assertThat(shelf.find("trusts-by-size")).isPresent();
    }

    @Test
    void aFolderAddsAndReplaces_andIsFollowed() throws IOException {
        QueryLibrary library = QueryLibrary.of(folder);
        int shipped = library.shelf().queries().size();
        write("mine.cypher", "// Mine\nRETURN 1 AS one");
        write("trusts-by-size.cypher", "// My own sizes\nRETURN 1 AS one");
        write("notes.txt", "nothing to do with it");
        assertThat(library.shelf().queries()).hasSize(shipped + 1);
        assertThat(library.shelf().find("trusts-by-size").orElseThrow().title()).isEqualTo("My own sizes");
        write("mine.cypher", "// Mine again\nRETURN 2 AS two");
        assertThat(library.shelf().find("mine").orElseThrow().title()).isEqualTo("Mine again");
        Files.delete(folder.resolve("mine.cypher"));
        Files.delete(folder.resolve("trusts-by-size.cypher"));
        assertThat(library.shelf().queries()).hasSize(shipped);
        assertThat(library.shelf().find("trusts-by-size").orElseThrow().title()).isNotEqualTo("My own sizes");
    }

    @Test
    void aBrokenFileTakesNoOtherDown() throws IOException {
        write("good.cypher", "// Good\r\nRETURN 1 AS one\r\n");
        write("bad.cypher", "// Bad\n// @returns one number\nRETURN 1 AS one");
        Files.write(folder.resolve("latin.cypher"), "// Môn\nRETURN 1".getBytes(StandardCharsets.ISO_8859_1));
        QueryLibrary.Shelf shelf = QueryLibrary.of(folder).shelf();
        assertThat(shelf.find("good").orElseThrow().statement()).isEqualTo("RETURN 1 AS one");
        assertThat(shelf.find("bad")).isEmpty();
        assertThat(shelf.broken())
                .extracting(broken -> broken.file() + " " + broken.line() + " " + broken.message())
                .satisfiesExactly(
                        bad -> assertThat(bad).startsWith("bad.cypher 2 \"one number\" is no column"),
                        latin -> assertThat(latin).startsWith("latin.cypher 0 the file is not UTF-8"));
    }
}
