package uk.middletier.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, by what only they know. Only digests are kept; neither they nor what was given is ever part of a message.
 */
public final class Tokens {
    static final String VARIABLE = "MIDDLETIER_TOKEN";

    /** Whoever has the token of the environment. */
    private static final String OF_ENVIRONMENT = "environment";

    /** RFC 6750, section 2.1; long enough not to be found by trying. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{20,512}=*");

    private static final Pattern LINE = Pattern.compile("(?<name>[A-Za-z0-9._@-]{1,64})\\s+(?<secret>\\S+)");
    private static final Pattern DIGEST = Pattern.compile("(?i)sha256:(?<hex>[0-9a-f]{64})");

    private final List<Token> all;

    /** @param digest in lower-case hexadecimal */
    private record Token(String name, String digest) {}

    private Tokens(List<Token> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Those of the file and the environment; {@code null} if neither says anything.
     *
     * @throws SettingsException the file cannot be read, or a line of it
     */
    static @Nullable Tokens read(@Nullable Path file, Map<String, String> environment) {
        List<Token> all = new ArrayList<>();
        String variable = environment.get(VARIABLE);
        if (variable != null) {
            all.add(new Token(OF_ENVIRONMENT, digest(variable.strip(), VARIABLE)));
        }
        if (file != null) {
            all.addAll(read(file));
        }
        return all.isEmpty() ? null : new Tokens(all);
    }

    private static List<Token> read(Path file) {
        String flag = Setting.TOKENS.flag();
        try {
            SecretFile.requireKept(file, "tokens");
            List<Token> tokens = new ArrayList<>();
            Set<String> names = new HashSet<>();
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                String place = file + " line " + (i + 1);
                Matcher parts = LINE.matcher(line);
                if (!parts.matches()) {
                    throw new SettingsException(
                            place + " (" + flag + ") takes a name, a space, and a token or sha256: with its digest.");
                }
                if (!names.add(parts.group("name"))) {
                    throw new SettingsException(
                            place + " (" + flag + "): there is a token of " + parts.group("name") + " already.");
                }
                tokens.add(new Token(parts.group("name"), digest(parts.group("secret"), place + " (" + flag + ")")));
            }
            if (tokens.isEmpty()) {
                throw new SettingsException(file + " (" + flag + ") holds no token: a line each, name and token.");
            }
            return tokens;
        } catch (NoSuchFileException e) {
            throw new SettingsException("Cannot read " + file + " (" + flag + "): there is no such file.");
        } catch (IOException e) {
            // Without the message, which may repeat what stands in the file.
            throw new SettingsException(
                    "Cannot read " + file + " (" + flag + "): it takes lines in UTF-8, name and token.");
        }
    }

    private static String digest(String secret, String place) {
        Matcher digest = DIGEST.matcher(secret);
        if (digest.matches()) {
            return digest.group("hex").toLowerCase(Locale.ROOT);
        }
        if (!TOKEN.matcher(secret).matches()) {
            throw new SettingsException(
                    place + ": a token has at least 20 letters, digits or -._~+/ ; such as:" + " openssl rand -hex 32");
        }
        return sha256(secret);
    }

    /** The name beside that token. Takes as long whichever it is, or none. */
    public Optional<String> findHolder(String token) {
        byte[] given = sha256(token).getBytes(StandardCharsets.US_ASCII);
        String holder = null;
        for (Token each : all) {
            if (MessageDigest.isEqual(given, each.digest().getBytes(StandardCharsets.US_ASCII))) {
                holder = each.name();
            }
        }
        return Optional.ofNullable(holder);
    }

    private static String sha256(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The names alone. */
    @Override
    public String toString() {
        return all.stream().map(Token::name).toList().toString();
    }
}
