package uk.middletier.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.middletier.dataset.SchoolRecord.NamedCode;
import uk.middletier.issue.Issue;
import uk.middletier.issue.IssueCode;
import uk.middletier.model.SchoolGroup;

class SchoolReaderTest {
    @TempDir
    Path folder;

    private final List<Issue> issues = new ArrayList<>();

    @Test
    void neededColumnsAreEnough() {
        SchoolRecord school = single(new RegisterFile().school());

        assertThat(school.urn()).isEqualTo(100_000);
        assertThat(school.name()).isEqualTo("The Aldgate School");
        assertThat(school.laCode()).isEqualTo("201");
        assertThat(school.group()).isEqualTo(SchoolGroup.LA_MAINTAINED);
        assertThat(school.openDate()).isNull();
        assertThat(school.openDatePlaceholder()).isFalse();
        assertThat(school.pupils()).isNull();
        assertThat(school.trusts()).isEmpty();
        assertThat(school.origin().line()).isEqualTo(2);
        assertThat(issues).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "Gender (name),               ' Mixed ',                                gender,               Mixed",
                "Gender (name),               '',                                       gender,               null",
                "Gender (name),               Not applicable,                           gender,               null",
                "ReligiousCharacter (name),   Does not apply,                           religiousCharacter,   null",
                "ReligiousCharacter (name),   None,                                     religiousCharacter,   None",
                "ReasonEstablishmentOpened (name), Not Recorded,                        reasonOpened,         null",
                "Postcode,                    Not recorded,                             postcode,             null",
                "LA (code),                   000,                                      laCode,               null",
                "LA (code),                   000,                                      laName,               null",
                "Diocese (code),              0000,                                     dioceseCode,          null",
                "Diocese (code),              0002,                                     dioceseCode,          null",
                "Diocese (code),              9999,                                     dioceseCode,          null",
                "Diocese (code),              CE23,                                     dioceseCode,          CE23",
                "PreviousLA (code),           999,                                      previousLaCode,       null",
                "PreviousLA (code),           922,                                      previousLaCode,       922",
                "GOR (code),                  Z,                                        regionCode,           null",
                "ParliamentaryConstituency (code), 999,                                 constituencyCode,     null",
                "ParliamentaryConstituency (code), L99999999,                           constituencyCode,     null",
                "ParliamentaryConstituency (code), E14001172,                           constituencyCode,     E14001172",
                "UrbanRural (name),           (England/Wales) Rural village,            urbanRural,           Rural village",
                "UrbanRural (name),           (pseudo) Channel Islands/Isle of Man,     urbanRural,           null",
                "TypeOfEstablishment (code),  2,                                        typeCode,             02",
                "EstablishmentNumber,         0004,                                     establishmentNumber,  0004",
                "SchoolCapacity,              271,                                      capacity,             271",
                "SchoolCapacity,              271.0,                                    capacity,             271",
                "PercentageFSM,               .00,                                      fsmPercent,           0.0",
                "PercentageFSM,               21.70,                                    fsmPercent,           21.7",
                "PercentageFSM,               100,                                      fsmPercent,           100.0",
                "CensusDate,                  18/01/2024,                               censusDate,           2024-01-18",
            })
    void fieldIsReadAsTheRegisterMeansIt(String column, String written, String component, @Nullable String value)
            throws ReflectiveOperationException {
        SchoolRecord school = single(new RegisterFile().school(column, written));

        Object read = SchoolRecord.class.getDeclaredMethod(component).invoke(school);
        assertThat(read == null ? null : read.toString()).isEqualTo(value);
        assertThat(issues).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OpenDate, 31-02-2019",
        "OpenDate, 29-02-2019",
        "CloseDate, 00-00-0000",
        "CloseDate, 2019-13-01",
        "OpenDate, 1-9-2012",
        "OpenDate, 01-09-12",
        "OpenDate, 01-09/2012",
        "OpenDate, soon",
    })
    void dayThatIsNone_isAnErrorAndLeftOut(String column, String written) {
        SchoolRecord school = single(new RegisterFile().school().school(column, written), 1);

        assertThat(school.openDate()).isNull();
        assertThat(school.closeDate()).isNull();
        assertThat(issues)
                .containsExactly(new Issue(
                        IssueCode.DATE_IMPOSSIBLE,
                        RegisterFile.NAME,
                        3,
                        "school:100001",
                        column + " '" + written + "'",
                        "left out"));
    }

    @Test
    void placeholderDates_areUnknownAndOneIssueARow() {
        SchoolRecord school = single(new RegisterFile().school("OpenDate", "01-01-1900", "CloseDate", "01-01-1900"));

        assertThat(school.openDate()).isNull();
        assertThat(school.openDatePlaceholder()).isTrue();
        assertThat(school.closeDate()).isNull();
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.DATE_PLACEHOLDER);
        assertThat(issues).extracting(Issue::found).containsExactly("OpenDate 01-01-1900, CloseDate 01-01-1900");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-01-1902", "29-07-1841", "18-10-1809"})
    void oldSchoolsKeepTheirOpeningDay(String opened) {
        SchoolRecord school = single(new RegisterFile().school("OpenDate", opened));

        assertThat(school.openDate()).isNotNull();
        assertThat(issues).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NumberOfPupils, -3",
        "NumberOfPupils, 2 44",
        "NumberOfPupils, 244.5",
        "SchoolCapacity, '1,200'",
        "StatutoryLowAge, three",
        "PercentageFSM, 21.7%",
        "PercentageFSM, 101",
        "PercentageFSM, .",
        "PercentageFSM, NaN",
    })
    void numberThatIsNone_isAWarningAndLeftOut(String column, String written) {
        SchoolRecord school = single(new RegisterFile().school(column, written));

        assertThat(school.pupils()).isNull();
        assertThat(school.fsmPercent()).isNull();
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.NUMBER_UNREADABLE);
        assertThat(issues).extracting(Issue::found).containsExactly(column + " '" + written + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "100000.5", "-100000", "0"})
    void rowWithoutNumberOfItsOwn_isLeftOut(String urn) {
        List<SchoolRecord> schools = read(new RegisterFile().school("URN", urn).school());

        assertThat(schools).hasSize(1);
        assertThat(issues)
                .extracting(Issue::code, Issue::line, Issue::subject)
                .containsExactly(tuple(IssueCode.URN_INVALID, 2L, null));
    }

    @Test
    void secondRowOfOneNumber_isLeftOut() {
        List<SchoolRecord> schools = read(new RegisterFile()
                .school("URN", "100000", "EstablishmentName", "First")
                .school("URN", "100000", "EstablishmentName", "Second"));

        assertThat(schools).extracting(SchoolRecord::name).containsExactly("First");
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.URN_DUPLICATE);
    }

    @Test
    void rowWithOtherNumberOfFields_isLeftOutAndStillCounted() {
        String text = new RegisterFile().school().school().text() + "100007,201\r\n" + "1,2,3,4,5,6,7,8,9,10\r\n";
        Source source = source(text, StandardCharsets.UTF_8);
        List<SchoolRecord> schools = new ArrayList<>();

        long rows = SourceReader.readSchools(source, issues::add, schools::add);

        assertThat(rows).isEqualTo(4);
        assertThat(schools).hasSize(2);
        assertThat(issues)
                .extracting(Issue::code, Issue::line, Issue::found)
                .containsExactly(
                        tuple(IssueCode.ROW_TOO_SHORT, 4L, "2 fields under a header of 9"),
                        tuple(IssueCode.ROW_TOO_SHORT, 5L, "10 fields under a header of 9"));
    }

    /** What the store could not look it up by would end the import without a word of the file. */
    @Test
    void rowWithAFieldLongerThanAnyRealOne_isLeftOut() {
        List<SchoolRecord> schools = read(new RegisterFile()
                .school("URN", "100000", "EstablishmentName", "x".repeat(1_001))
                .school("URN", "100001", "EstablishmentName", "x".repeat(1_000)));

        assertThat(schools).extracting(SchoolRecord::urn).containsExactly(100_001L);
        assertThat(issues)
                .extracting(Issue::code, Issue::line, Issue::found, Issue::done)
                .containsExactly(tuple(
                        IssueCode.FIELD_TOO_LONG, 2L, "EstablishmentName of 1001 letters", "the row is left out"));
    }

    @Test
    void schoolInTwoFederations_hasBothWithTheirNames() {
        SchoolRecord school = single(new RegisterFile()
                .school(
                        "Federations (code)",
                        "17483~17484",
                        "Federations (name)",
                        "The Meon Valley Federation~The Other Federation"));

        assertThat(school.federations())
                .containsExactly(
                        new NamedCode("17483", "The Meon Valley Federation"),
                        new NamedCode("17484", "The Other Federation"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ecole Fran?aise de Londres, true",
        "Kings? School Dubai, true",
        "Doha British School ? Al Wakra, true",
        "North Star 265?, true",
        "Aret\ufffd, true",
        "T\u0177 Dan Y Coed, false",
        "Ready to learn?, false",
        "St Mary\u2019s School, false",
    })
    void lostLettersAreReportedAndTheNameKept(String name, boolean lost) {
        SchoolRecord school = single(new RegisterFile().school("EstablishmentName", name));

        assertThat(school.name()).isEqualTo(name);
        assertThat(issues).extracting(Issue::code).isEqualTo(lost ? List.of(IssueCode.LETTERS_LOST) : List.of());
    }

    @Test
    void lostLettersOfATrust_areReportedOnceAndNotForEachOfItsSchools() {
        read(new RegisterFile()
                .school("Trusts (code)", "5622", "Trusts (name)", "ARET? LEARNING TRUST")
                .school("Trusts (code)", "5622", "Trusts (name)", "ARET? LEARNING TRUST"));

        assertThat(issues).extracting(Issue::subject).containsExactly("group 5622");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "'', '', 0", "533498, 181201, 0", "0, 181201, 1", "533498, '', 1", "812345, 181201, 1"})
    void placeOutsideTheGridIsReported_unlessThereIsNone(String easting, String northing, int reported) {
        SchoolRecord school = single(new RegisterFile().school("Easting", easting, "Northing", northing));

        assertThat(issues).hasSize(reported);
        assertThat(issues).allMatch(issue -> issue.code() == IssueCode.LOCATION_UNUSABLE);
        assertThat(school.location() != null).isEqualTo(easting.equals("533498") && northing.equals("181201"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void lettersAreReadInTheEncodingOfTheFile(String charset) {
        String text = new RegisterFile()
                .school("EstablishmentName", "St Thomas \u00e0 Becket\u2019s")
                .text();

        assertThat(readAll(source(text, Charset.forName(charset))))
                .extracting(SchoolRecord::name)
                .containsExactly("St Thomas \u00e0 Becket\u2019s");
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstColumn() {
        String text = "\ufeff" + new RegisterFile().school().text();

        assertThat(readAll(source(text, StandardCharsets.UTF_8))).hasSize(1);
    }

    @Test
    void lineIsTheOneOnWhichTheRowStarts() {
        List<SchoolRecord> schools = read(
                new RegisterFile().school("Street", "Duke's Place\nAldgate").school("OpenDate", "2010-09-01"));

        assertThat(schools).extracting(school -> school.origin().line()).containsExactly(2L, 4L);
        assertThat(schools.get(1).openDate()).isEqualTo(LocalDate.of(2010, 9, 1));
    }

    private SchoolRecord single(RegisterFile file) {
        return single(file, 0);
    }

    private SchoolRecord single(RegisterFile file, int index) {
        return read(file).get(index);
    }

    private List<SchoolRecord> read(RegisterFile file) {
        return readAll(source(file.text(), StandardCharsets.UTF_8));
    }

    private List<SchoolRecord> readAll(Source source) {
        List<SchoolRecord> schools = new ArrayList<>();
        SourceReader.readSchools(source, issues::add, schools::add);
        return schools;
    }

    private Source source(String text, Charset charset) {
        Path file = RegisterFile.write(folder.resolve(RegisterFile.NAME), text, charset);
        return Sources.recognise(List.of(file), null).sources().get(0);
    }
}
