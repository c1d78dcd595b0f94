package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsTest {
    private static final IPAddress PROXIES =
            new IPAddressString("10.0.0.0/8").getAddress().toPrefixBlock();
    private static final Predicate<IPAddress> TRUSTED = PROXIES::contains;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1 | | 192.0.2.1",
                "192.0.2.1 | 198.51.100.1 | 192.0.2.1",
                "10.0.0.1 | | 10.0.0.1",
                "10.0.0.1 | 198.51.100.1 | 198.51.100.1",
                "10.0.0.1 | 198.51.100.1:5555 | 198.51.100.1",
                "10.0.0.1 | 203.0.113.9, 198.51.100.1 | 198.51.100.1",
                "10.0.0.1 | 198.51.100.1, 10.0.0.2 | 198.51.100.1",
                "10.0.0.1 | 10.0.0.3, 10.0.0.2 | 10.0.0.3",
                "10.0.0.1 | unknown | 10.0.0.1",
                "10.0.0.1 | localhost | 10.0.0.1",
                "10.0.0.1 | 198.51.100.1, nonsense | 10.0.0.1",
                "10.0.0.1 | 198.51.100.0/24 | 10.0.0.1",
                "10.0.0.1 | 2001:db8:1:2:3:4:5:6 | 2001:db8:1:2::/64",
                "10.0.0.1 | [2001:db8:1:2::9]:443 | 2001:db8:1:2::/64",
                "10.0.0.1 | ::ffff:198.51.100.1 | 198.51.100.1",
                "2001:db8::5 | | 2001:db8::/64",
            })
    void theClientIsTheNearestAddressThatIsNoProxyOfOurs(String remote, @Nullable String forwarded, String client)
            throws UnknownHostException {
        List<String> each = forwarded == null ? List.of() : List.of(forwarded.split(", ", -1));
        assertThat(Clients.name(new InetSocketAddress(InetAddress.getByName(remote), 1), each, TRUSTED))
                .isEqualTo(client);
    }
}
