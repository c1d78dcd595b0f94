package uk.middletier.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What can happen to a file between whoever publishes it and us. Equal seeds do equal harm. */
enum Mutation {
    BYTES_FLIPPED {
        @Override
        byte[] of(byte[] file, Random random) {
            byte[] other = file.clone();
            for (int i = random.nextInt(6); i >= 0 && other.length > 0; i--) {
                other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return other;
        }
    },
    TRUNCATED {
        @Override
        byte[] of(byte[] file, Random random) {
            return Arrays.copyOf(file, random.nextInt(file.length + 1));
        }
    },
    PIECE_CUT_OUT {
        @Override
        byte[] of(byte[] file, Random random) {
            int from = random.nextInt(file.length + 1);
            int to = Math.min(file.length, from + random.nextInt(400));
            return joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
        }
    },
    LINE_CUT {
        @Override
        byte[] of(byte[] file, Random random) {
            return line(file, random, line -> line.substring(0, random.nextInt(line.length() + 1)));
        }
    },
    LINES_MERGED {
        @Override
        byte[] of(byte[] file, Random random) {
            return lines(file, lines -> {
                int at = random.nextInt(Math.max(1, lines.size() - 1));
                if (at + 1 < lines.size()) {
                    lines.set(at, lines.get(at).stripTrailing() + lines.remove(at + 1));
                }
            });
        }
    },
    LINES_SHUFFLED {
        @Override
        byte[] of(byte[] file, Random random) {
            return lines(file, lines -> {
                if (lines.size() > 2) {
                    Collections.shuffle(lines.subList(1, lines.size()), random);
                }
            });
        }
    },
    ROWS_TWICE {
        @Override
        byte[] of(byte[] file, Random random) {
            return lines(file, lines -> {
                for (int i = random.nextInt(5); i >= 0 && !lines.isEmpty(); i--) {
                    lines.add(1 + random.nextInt(lines.size()) - 1, lines.get(random.nextInt(lines.size())));
                }
            });
        }
    },
    COLUMNS_SWAPPED {
        @Override
        byte[] of(byte[] file, Random random) {
            return header(file, random, (columns, at) -> Collections.swap(columns, at, random.nextInt(columns.size())));
        }
    },
    COLUMN_MISSING {
        @Override
        byte[] of(byte[] file, Random random) {
            return header(file, random, (columns, at) -> columns.set(at, "other"));
        }
    },
    COLUMN_TWICE {
        @Override
        byte[] of(byte[] file, Random random) {
            return header(file, random, (columns, at) -> columns.set(at, columns.get(random.nextInt(columns.size()))));
        }
    },
    FIELD_EMPTY {
        @Override
        byte[] of(byte[] file, Random random) {
            return fields(file, random, List.of("", " ", "\"\"", "-", "Not applicable"));
        }
    },
    FIELD_ABSURD_DATE {
        @Override
        byte[] of(byte[] file, Random random) {
            return fields(
                    file,
                    random,
                    List.of(
                            "00/00/0000",
                            "31-02-2020",
                            "29/02/2023",
                            "01-01-0001",
                            "0000-01-01",
                            "9999-12-31",
                            "31-12-9999",
                            "01-01-9998",
                            "1/1/2000",
                            "2020-13-01",
                            "20200101",
                            "01-01-1753",
                            "01/01/1900",
                            "31-12-1899",
                            "\u0660\u0661-01-2020",
                            "today",
                            "2020-01-01T00:00:00Z",
                            "01-09-2087"));
        }
    },
    FIELD_ABSURD_NUMBER {
        @Override
        byte[] of(byte[] file, Random random) {
            return fields(
                    file,
                    random,
                    List.of(
                            "-1",
                            "0",
                            "1e308",
                            "NaN",
                            "999999999",
                            "2147483648",
                            "9223372036854775808",
                            "99999999999999999999",
                            "1.5",
                            "0x1f",
                            "\u0661\u0662",
                            "1,000",
                            "100001",
                            "100000",
                            "+5",
                            "12.0",
                            ".",
                            "5%"));
        }
    },
    FIELD_UNKNOWN_CODE {
        @Override
        byte[] of(byte[] file, Random random) {
            return fields(
                    file,
                    random,
                    List.of(
                            "ZZZ",
                            "999",
                            "000",
                            "Martian school",
                            "school:",
                            "trust:0",
                            ":",
                            "a:b:c",
                            "la:201",
                            "programme:none",
                            "school:100000",
                            "Successor",
                            "Closed",
                            "Open",
                            "Proposed to open",
                            "Multi-academy trust",
                            "Federation",
                            "~",
                            "1~2~3",
                            "~~~~"));
        }
    },
    FIELD_HUGE {
        @Override
        byte[] of(byte[] file, Random random) {
            int length = List.of(300, 5_000, 40_000, 300_000).get(random.nextInt(4));
            return fields(file, random, List.of("x".repeat(length), "word ".repeat(length / 5), "1".repeat(length)));
        }
    },
    FIELD_ODD_LETTERS {
        @Override
        byte[] of(byte[] file, Random random) {
            return fields(
                    file,
                    random,
                    List.of(
                            "a\0b",
                            "\u0001\u001f\u007f",
                            "\ufeff",
                            "\ufffd",
                            "\u2028\u2029",
                            "\ud83c\udfeb",
                            "Ysgol D\u0175r y F\u00ealin",
                            "\u202eabc",
                            "<b>&amp;</b>",
                            "'; DROP TABLE",
                            "`x` {y: 1}",
                            "=1+1",
                            "a\tb",
                            "\"a\nb\"",
                            "\"a\"\"b\"",
                            "a\"b",
                            "?"));
        }
    },
    FIELD_OF_ANOTHER_ROW {
        @Override
        byte[] of(byte[] file, Random random) {
            return lines(file, lines -> {
                for (int i = random.nextInt(12); i >= 0 && lines.size() > 2; i--) {
                    int at = 1 + random.nextInt(lines.size() - 1);
                    String[] from = split(lines.get(1 + random.nextInt(lines.size() - 1)));
                    String[] to = split(lines.get(at));
                    int column = random.nextInt(Math.min(from.length, to.length));
                    to[column] = from[column];
                    lines.set(at, String.join(",", to));
                }
            });
        }
    },
    FIELD_OF_ANOTHER_COLUMN {
        @Override
        byte[] of(byte[] file, Random random) {
            return lines(file, lines -> {
                for (int i = random.nextInt(8); i >= 0 && lines.size() > 1; i--) {
                    int at = 1 + random.nextInt(lines.size() - 1);
                    String[] row = split(lines.get(at));
                    row[random.nextInt(row.length)] = row[random.nextInt(row.length)];
                    lines.set(at, String.join(",", row));
                }
            });
        }
    },
    FIELDS_EXCHANGED {
        @Override
        byte[] of(byte[] file, Random random) {
            return lines(file, lines -> {
                int one = random.nextInt(1_000);
                int other = one + 1 + random.nextInt(3);
                for (int at = 1; at < lines.size(); at++) {
                    String[] row = split(lines.get(at));
                    String kept = row[one % row.length];
                    row[one % row.length] = row[other % row.length];
                    row[other % row.length] = kept;
                    lines.set(at, String.join(",", row));
                }
            });
        }
    },
    QUOTE_TOO_MANY {
        @Override
        byte[] of(byte[] file, Random random) {
            int at = random.nextInt(file.length + 1);
            return joined(Arrays.copyOf(file, at), new byte[] {'"'}, Arrays.copyOfRange(file, at, file.length));
        }
    },
    OTHER_ENDS_OF_LINE {
        @Override
        byte[] of(byte[] file, Random random) {
            List<String> ends = List.of("\n", "\r", "\r\n", "\n\n", "\r\r\n", "\n\r");
            String only = random.nextBoolean() ? ends.get(random.nextInt(ends.size())) : "";
            StringBuilder all = new StringBuilder();
            for (String line : text(file).split("\r?\n", -1)) {
                all.append(line).append(only.isEmpty() ? ends.get(random.nextInt(ends.size())) : only);
            }
            return bytes(all.toString());
        }
    },
    OTHER_ENCODING {
        @Override
        byte[] of(byte[] file, Random random) {
            String text = text(file).replaceFirst("e", "\u00e9");
            return switch (random.nextInt(6)) {
                case 0 -> joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, file);
                case 1 -> text.getBytes(StandardCharsets.UTF_16);
                case 2 -> text.getBytes(StandardCharsets.UTF_16LE);
                case 3 -> text.getBytes(Charset.forName("windows-1252"));
                case 4 -> text.getBytes(Charset.forName("UTF-32"));
                default ->
                    joined(
                            new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
                            text.getBytes(Charset.forName("windows-1252")));
            };
        }
    },
    OTHER_SEPARATOR {
        @Override
        byte[] of(byte[] file, Random random) {
            return bytes(text(file).replace(",", List.of(";", "\t", "|", ", ").get(random.nextInt(4))));
        }
    },
    NOTHING_LEFT {
        @Override
        byte[] of(byte[] file, Random random) {
            return new byte[0];
        }
    },
    ONLY_THE_HEADER {
        @Override
        byte[] of(byte[] file, Random random) {
            String header = text(file).split("\r?\n", 2)[0];
            return bytes(random.nextBoolean() ? header : header + "\r\n");
        }
    },
    NO_HEADER {
        @Override
        byte[] of(byte[] file, Random random) {
            return lines(file, lines -> lines.remove(0));
        }
    },
    ODD_BEGINNING {
        @Override
        byte[] of(byte[] file, Random random) {
            return joined(
                    bytes(List.of("\n", " ", "<html>", "{", "PK\u0003\u0004", "%PDF", "sep=,\n", "\0", "# note\n")
                            .get(random.nextInt(9))),
                    file);
        }
    };

    /** The file after it; texts are taken as ISO 8859-1, so that no byte is lost. */
    abstract byte[] of(byte[] file, Random random);

    /** Done to a list of columns, at the place of one. */
    private interface Change {
        void make(List<String> columns, int at);
    }

    private static byte[] header(byte[] file, Random random, Change change) {
        return lines(file, lines -> {
            List<String> columns =
                    new ArrayList<>(Arrays.asList(split(lines.get(0).stripTrailing())));
            change.make(columns, random.nextInt(columns.size()));
            lines.set(0, String.join(",", columns) + "\r");
        });
    }

    private static byte[] fields(byte[] file, Random random, List<String> values) {
        return lines(file, lines -> {
            for (int i = random.nextInt(4); i >= 0 && lines.size() > 1; i--) {
                int at = 1 + random.nextInt(lines.size() - 1);
                String[] row = split(lines.get(at));
                // As bytes of UTF-8, each a letter here.
                row[random.nextInt(row.length)] = new String(
                        values.get(random.nextInt(values.size())).getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
                lines.set(at, String.join(",", row));
            }
        });
    }

    private static byte[] line(byte[] file, Random random, UnaryOperator<String> change) {
        return lines(file, lines -> {
            int at = random.nextInt(lines.size());
            lines.set(at, change.apply(lines.get(at)));
        });
    }

    private static byte[] lines(byte[] file, Consumer<List<String>> change) {
        List<String> lines = new ArrayList<>(Arrays.asList(text(file).split("\n", -1)));
        change.accept(lines);
        return bytes(String.join("\n", lines));
    }

    private static String[] split(String line) {
        return line.split(",", -1);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
