package uk.middletier.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Who asks a Neo4j server: never on the command line, which others on the machine can read, and never printed. */
record StoreLogin(@Nullable String user, @Nullable String password) {
    static final String USER = "MIDDLETIER_STORE_USER";
    static final String PASSWORD = "MIDDLETIER_STORE_PASSWORD";

    /** What the environment says; nobody, if it says nothing. */
    static StoreLogin of(Map<String, String> environment) {
        return checked(environment.get(USER), environment.get(PASSWORD), USER, PASSWORD);
    }

    /** What the file says: properties {@code user} and {@code password}. */
    static StoreLogin read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            SecretFile.requireKept(file, "a password");
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new SettingsException(
                    "Cannot read " + file + " (" + Setting.STORE_AUTH.flag() + "): there is no such file.");
        } catch (IOException | IllegalArgumentException e) {
            // Without the message, which may repeat what stands in the file.
            throw new SettingsException("Cannot read " + file + " (" + Setting.STORE_AUTH.flag()
                    + "): it takes properties in UTF-8, user and password.");
        }
        StoreLogin login = checked(
                properties.getProperty("user"),
                properties.getProperty("password"),
                "user in " + file,
                "password in " + file);
        if (login.user() == null) {
            throw new SettingsException(file + " (" + Setting.STORE_AUTH.flag() + ") holds neither user nor password.");
        }
        return login;
    }

    private static StoreLogin checked(
            @Nullable String user, @Nullable String password, String userFrom, String passwordFrom) {
        if ((user == null) != (password == null)) {
            throw new SettingsException(
                    (user == null ? userFrom : passwordFrom) + " is missing; a user and a password go together.");
        }
        return new StoreLogin(user, password);
    }

    @Override
    public String toString() {
        return user == null ? "nobody" : user;
    }
}
