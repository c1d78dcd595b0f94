package uk.middletier.http;

/** What clients send, made fit for a line of the log. */
final class Logged {
    private Logged() {}

    /** One line of visible characters, at most so many of the text: others, and the backslash, as \\uXXXX. */
    static String text(String sent, int most) {
        int length = Math.min(sent.length(), most);
        StringBuilder line = new StringBuilder(length + 16);
        for (int i = 0; i < length; i++) {
            char one = sent.charAt(i);
            boolean plain = one < 0x7f ? one >= ' ' && one != '\\' : Character.isLetterOrDigit(one);
            if (plain) {
                line.append(one);
            } else {
                line.append(String.format("\\u%04x", (int) one));
            }
        }
        return sent.length() > most ? line.append('…').toString() : line.toString();
    }
}
